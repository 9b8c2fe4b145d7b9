using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using MediatR;
using Participation.Journal;
using Participation.Sessions;
using Participation.Sessions.Ballots;
using Participation.Sessions.Joining;
using Participation.Tests.Journal;
using Participation.Texts;

namespace Participation.Tests.Laws;

/// <summary>A session of every kind of activity on a real desk, with its screens watched, a clock that a test sets and no server around it.</summary>
internal sealed class Hall
{
    public static readonly Guid Session = Given.Id(0x5E55);

    /// <summary>Settings of each kind, as they stand in a workshop file. A new kind adds its own here.</summary>
    private static readonly Dictionary<string, object> Settings = new()
    {
        ["slide"] = new { body = Given.Text("Welcome") },
        ["ideas"] = new { question = Given.Text("What?"), kinds = new[] { "idea", "sentiment", "project" }, categories = Options("green", "roads"), limit = 80 },
        ["clusters"] = new { from = new[] { "ideas" }, allow = new[] { "link", "move", "name", "group", "relate", "condense" }, participants = true, weights = "dot-vote" },
        ["dot-vote"] = new { question = Given.Text("Which?"), from = new[] { "ideas", "clusters" }, options = Options("a", "b") },
        ["opinions"] = new { question = Given.Text("Agree?"), statements = new[] { Given.Text("Trees"), Given.Text("Roads") }, mayAdd = true },
    };

    public Hall(IJournal? journal = null, ISessionWatch? watch = null)
    {
        Journal = journal ?? new MemoryJournal();
        Watch = watch ?? new Watch();
        Desk = NewDesk(Watch);
    }

    public IJournal Journal { get; }

    public ISessionWatch Watch { get; }

    public Chance Chance { get; } = new();

    public SessionDesk Desk { get; private set; }

    public DateTimeOffset Now { get; set; } = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    /// <summary>One item of each kind, hidden where people give something, so that a new kind's View is watched for what it must hide; ideas and clusters
    /// begin open, for much hangs on them, and a second item of ideas is hidden and waits for moderation too. Of each kind of vote one item is secret.</summary>
    public static IReadOnlyList<AgendaItem> Agenda { get; } =
    [
        .. ActivityKinds.All.OrderBy(kind => kind.HasRounds).ThenBy(kind => kind.Kind == "clusters").Select((kind, i) => Given.Item(kind.Kind, kind.Kind,
            Settings.GetValueOrDefault(kind.Kind) ?? throw new InvalidOperationException($"Say in Hall.Settings how {kind.Kind} is set up for the laws."),
            mark: $"{(char)('A' + i)}{(char)('A' + i)}", hidden: kind.Takes && kind.Kind is not ("ideas" or "clusters"))),
        .. ActivityKinds.All.Where(kind => kind.SettingsType.IsAssignableTo(typeof(ISecretBallots))).Select((kind, i) => Given.Item($"secret-{kind.Kind}", kind.Kind,
            Secret(Settings[kind.Kind]), mark: $"S{(char)('A' + i)}", hidden: true)),
        Given.Item("silent", "ideas", Settings["ideas"], mark: "XX", hidden: true, moderation: Moderation.Before),
        Given.Item("further", "clusters", Settings["clusters"], mark: "YY", continues: "clusters"),
    ];

    public async Task<Hall> Opened()
    {
        var opening = new SessionOpened("test", Given.Text("Session"), "en", "K7M2PX", Now.AddDays(1), Given.Text("Consent"), Agenda,
            [new("north", "North")], [new("resident", Given.Text("Resident"))], [new("z1", Given.Text("Zone"))]);
        await Send(new OpenSession(opening), Role.Facilitator, Given.Facilitator);
        return this;
    }

    /// <summary>The desk after a restart of the server: nothing but the journal is left.</summary>
    public void Restart() => Desk = NewDesk(Watch);

    public SessionDesk NewDesk(ISessionWatch watch) => new(Journal, watch, Guid.NewGuid);

    public Task<SessionState> State() => Desk.Read(Session);

    public Task<Receipt> Send(SessionCommand command, Role role, Guid who, Guid? hand = null, Guid? id = null) =>
        Send(Desk, command with { From = From(command, role, who, hand, id ?? Guid.NewGuid()) });

    /// <summary>As the server does it: the policy first, then the handler.</summary>
    public static Task<Receipt> Send(SessionDesk desk, SessionCommand command)
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
    private static JsonObject Secret(object settings)
    {
        var secret = JsonSerializer.SerializeToNode(settings, Participation.Journal.Json.Options)!.AsObject();
        (secret["secret"], secret["fewest"]) = (true, 3);
        return secret;
    }

    private static Option[] Options(params string[] ids) => [.. ids.Select(id => new Option(id, Given.Text(id)))];
}
