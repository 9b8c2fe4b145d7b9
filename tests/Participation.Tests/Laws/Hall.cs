using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using MediatR;
using Participation.Journal;
using Participation.Sessions;
using Participation.Sessions.Joining;
using Participation.Tests.Activities;
using Participation.Tests.Journal;
using Participation.Voting;

namespace Participation.Tests.Laws;

/// <summary>A session of every kind of activity on a real desk, with its screens watched, a clock that a test sets and no server around it.</summary>
internal sealed class Hall
{
    public static readonly Guid Session = Given.Id(0x5E55);

    private readonly Func<Guid> salt;

    /// <param name="salt">Where two sessions are to be the same to the last byte; else by chance.</param>
    public Hall(IJournal? journal = null, IWatch? watch = null, Func<Guid>? salt = null)
    {
        this.salt = salt ?? Guid.NewGuid;
        Journal = journal ?? new MemoryJournal();
        Watch = watch ?? new Watch(State);
        Desk = NewDesk();
        Journal.Watch(Watch);
    }

    public IJournal Journal { get; }

    public IWatch Watch { get; }

    public Chance Chance { get; } = new();

    public Desk<SessionState> Desk { get; private set; }

    public DateTimeOffset Now { get; set; } = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    /// <summary>One item of each kind, hidden where people give something, so that a new kind's View is watched for what it must hide; ideas and clusters
    /// begin open, for much hangs on them, and a second item of ideas is hidden and waits for moderation too. Of each kind of vote one item is secret.</summary>
    public static IReadOnlyList<AgendaItem> Agenda { get; } =
    [
        .. ActivityKinds.All.OrderBy(kind => Examples.Has(kind.Kind).Takes).ThenBy(kind => Examples.Has(kind.Kind).Vote is not null).ThenBy(kind => kind.Kind == "clusters").Select(kind => Given.Item(kind.Kind, kind.Kind,
            Asked(kind.Kind, kind.Kind),
            mark: Examples.Of(kind.Kind).Mark, hidden: Examples.Has(kind.Kind).Takes && kind.Kind is not ("ideas" or "clusters"))),
        .. Examples.Votes.Select(kind => Given.Item($"secret-{kind}", kind, Secret(kind), mark: $"Z{Examples.Of(kind).Mark}", hidden: true)),
        Given.Item("silent", "ideas", Asked("silent", "ideas"), mark: "ZZ", hidden: true, moderation: Moderation.Before),
        Given.Item("further", "clusters", Examples.Of("clusters").Settings, mark: "ZY", continues: "clusters"),
    ];

    /// <param name="moderation">How every item is moderated; left out, as the agenda says.</param>
    public async Task<Hall> Opened(Moderation? moderation = null, Guid? id = null)
    {
        var agenda = moderation is { } one ? [.. Agenda.Select(item => item with { Moderation = one })] : Agenda;
        var opening = new SessionOpened("test", Given.Text("Session"), "en", "K7M2PX", Now.AddDays(1), Given.Text("Consent"), agenda,
            [new("north", "North")], [new("resident", Given.Text("Resident"))], [new("z1", Given.Text("Zone"))]);
        await Send(new OpenSession(opening), Role.Facilitator, Given.Facilitator, id: id);
        return this;
    }

    /// <summary>Another one that has come as far as this one, and goes on by itself.</summary>
    public async Task<Hall> Again()
    {
        var again = new Hall(watch: new Unwatched()) { Now = Now };
        await again.Journal.Import(await Journal.Lines(Session));
        return again;
    }

    /// <summary>The desk after a restart of the server: nothing but the journal is left.</summary>
    public void Restart()
    {
        Desk = NewDesk();
        Journal.Watch(Watch);
    }

    public Desk<SessionState> NewDesk() => new(Journal, salt);

    public Task<SessionState> State() => Desk.Read(Session);

    public Task<Receipt> Send(SessionCommand command, Role role, Guid who, Guid? hand = null, Guid? id = null) =>
        Send(Desk, command with { From = From(command, role, who, hand, id ?? Guid.NewGuid()) });

    /// <summary>Somebody votes as chance says; false when nothing that it made up was taken.</summary>
    public async Task<bool> Vote(string item, Guid who, Random random)
    {
        const int Tries = 100;
        var types = Examples.Sent(Agenda.First(one => one.Id == item).Kind).ToList();
        for (var tries = 0; tries < Tries; tries++)
        {
            var state = await State();
            var command = (ActivityCommand)Chance.Make(Chance.Pick(random, types), new Dice(random.Next()), state) with { Item = item };
            if ((await Send(command, Role.Participant, who)).Refused is not null) continue;
            if ((await Journal.Read(Session, state.Number))[^1].Event is ActivityEvent and not ContributionGiven) return true;
        }
        return false;
    }

    /// <summary>As the server does it: the policy first, then the handler.</summary>
    public static Task<Receipt> Send(Desk<SessionState> desk, SessionCommand command)
    {
        if (!CommandNames.May(command.From, command.GetType())) return Task.FromResult(new Receipt(0, new Refusal("command.not-allowed")));
        var asked = typeof(IRequestHandler<,>).MakeGenericType(command.GetType(), typeof(Receipt));
        var handler = command.GetType().Assembly.GetTypes().Single(type => type.IsAssignableTo(asked));
        return (Task<Receipt>)handler.GetMethod("Handle")!.Invoke(Activator.CreateInstance(handler, desk), [command, CancellationToken.None])!;
    }

    public Sender From(SessionCommand command, Role role, Guid who, Guid? hand, Guid id) =>
        new(Session, who, hand, role, id, Now, SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(command, command.GetType(), Participation.Journal.Json.Options)));

    public static bool IsSecret(AgendaItem item) => ActivityKinds.Of(item.Kind).Read(item.Settings) is ISecretBallots { Secret: true };

    /// <summary>The same vote with secret ballots, of which three may be shown.</summary>
    private static JsonObject Secret(string kind)
    {
        var secret = Asked($"secret-{kind}", kind);
        (secret["secret"], secret["fewest"]) = (true, 3);
        return secret;
    }

    /// <summary>The settings of a kind's example with a question of this item's own: what one item prints is never taken for what another withholds.</summary>
    private static JsonObject Asked(string item, string kind)
    {
        var settings = JsonSerializer.SerializeToNode(Examples.Of(kind).Settings, Participation.Journal.Json.Options)!.AsObject();
        if (settings.ContainsKey("question")) settings["question"] = JsonSerializer.SerializeToNode(Given.Text($"What of {item}?"), Participation.Journal.Json.Options);
        return settings;
    }
}
