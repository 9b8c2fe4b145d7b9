using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.SignalR;
using Participation.Server.Live;
using Participation.Sessions;
using Participation.Tests.Activities;
using Participation.Tests.Laws;
using Participation.Tests.Live;

namespace Participation.Tests.Access;

/// <summary>
/// Every method of the live door and every command, sent by everybody, in sessions of their own, of another and of nobody, at every moment. What is
/// expected stands in the rules below and is taken from no attribute; a command or method that no rule names fails.
/// </summary>
public sealed class CommandMatrix
{
    /// <summary>The commands of every session; what a kind's own are stands in its example.</summary>
    private static readonly Dictionary<Sort, string> Rules = new()
    {
        [Sort.Seating] = "session.seat-guest",
        [Sort.Own] = "session.erase-mine",
        [Sort.Personal] = "session.correct-mine",
        [Sort.Leading] = """
            contribution.mark session.admit session.advance session.approve session.back session.close session.erase-words session.issue-tickets session.keep-until
            session.lock session.move session.open-item session.pause session.publish session.readmit session.refuse session.remove session.remove-flood session.resume session.start
            session.undo session.unlock step.count step.hide step.lock step.moderate step.new-round step.reset step.reveal step.unlock
            timer.add timer.pause timer.resume timer.start timer.stop
            """,
    };

    /// <summary>The answers of the house before a command is looked at in its session; all others say that it was.</summary>
    private static readonly string[] Gates =
        ["command.not-allowed", "seat.none", "seat.removed", "seat.waiting", "session.paused", "session.closed", "step.closed", "command.malformed", "command.unknown", "command.failed", "command.too-fast", Again];

    /// <summary>An erasure at the same time has the session read again: until then the answer is to send it once more. An answer for ever is none.</summary>
    private const string Again = "journal.failed";

    private const int Times = 200;

    private static readonly Dictionary<string, Sort> Sorts = Rules.SelectMany(rule => rule.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(name => KeyValuePair.Create(name, rule.Key)))
        .Concat(Examples.All.SelectMany(example => example.Commands).Distinct()).DistinctBy(command => command.Key).ToDictionary();

    [Fact]
    public void Every_command_and_every_method_has_a_rule()
    {
        Assert.Equal(CommandNames.All.Keys.Order(), Sorts.Keys.Order());
        Assert.Equal([nameof(LiveHub.Join), nameof(LiveHub.Send), nameof(LiveHub.Shows), nameof(LiveHub.Steer)],
            typeof(LiveHub).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(method => method.GetBaseDefinition().DeclaringType != typeof(Hub)).Select(method => method.Name).Order());
    }

    [Fact]
    public async Task Every_command_by_everybody_everywhere_is_answered_as_the_rules_say()
    {
        await using var cast = await Cast.Built();
        var (rows, wrong) = (0, new List<string>());
        foreach (var moment in Enum.GetValues<Moment>())
        {
            foreach (var (kind, commands) in Examples.All.Select(example => example.Kind).Append("").OrderBy(kind => kind.Length).Select(kind => (kind, Asked(kind))))
            {
                await cast.Stand(moment, kind.Length > 0 ? kind : "ideas");
                var found = await Task.WhenAll(cast.Actors.SelectMany(actor => Enum.GetValues<Place>().Where(place => place == Place.Own || moment == Moment.Open)
                    .Select(place => Tried(cast, actor, place, moment, kind, commands))));
                rows += found.Sum(each => each.Rows);
                wrong.AddRange(found.SelectMany(each => each.Wrong));
            }
        }
        Expect.None(wrong);
        Assert.True(rows > Sorts.Count * cast.Actors.Count * 8, $"{rows} rows");
        TestContext.Current.SendDiagnosticMessage($"{rows} rows");
        Expect.None(cast.Secrets.Where(secret => cast.House.Log.Text.Contains(secret, StringComparison.Ordinal)).Select(secret => $"the log holds {secret}"));
    }

    private static async Task<(int Rows, List<string> Wrong)> Tried(Cast cast, Actor actor, Place place, Moment moment, string kind, List<KeyValuePair<string, Type>> commands)
    {
        var (rows, wrong, role) = (0, new List<string>(), actor.Sits(place));
        await using var screen = await actor.Browser.Connect(actor.Asks, join: false, session: cast.At(place, moment));
        Note("Join", Joined(actor.Name, role), await Code(() => screen.Join()));
        // Facilitators lead the walls, a wall says what it shows; nobody else does either, and no one who is on no screen.
        Note("Steer", Walls(role, Role.Facilitator), await Code(async () => (await screen.Invoke("Steer", new { page = 1 }))!));
        Note("Shows", Walls(role, Role.Projector), await Code(async () => (await screen.Invoke("Shows", new { page = 1 }))!));
        foreach (var (name, type) in commands)
        {
            foreach (var guest in actor.Asks is Role.Facilitator or Role.Scribe ? new Guid?[] { null, cast.Guests[moment] } : [null])
                Note($"{name}{(guest is null ? "" : " for a guest")}", Answer(actor.Name, role, place == Place.Own ? moment : Moment.NotBegun, name, type, guest is not null, place),
                    await Code(() => screen.Send(name, Data(type), kind.Length > 0 ? kind : "ideas", expected: -1, @for: guest)));
        }
        return (rows, wrong);

        void Note(string what, string? expected, string? got)
        {
            rows++;
            if (expected is null ? Gates.Contains(got) : got != expected) wrong.Add($"{actor.Name}, {place}, {moment}: {what} was answered by {got ?? "a receipt"} and not by {expected ?? "its session"}");
        }
    }

    /// <summary>The commands that go to an item of this kind; of no kind: all others.</summary>
    private static List<KeyValuePair<string, Type>> Asked(string kind) =>
        [.. CommandNames.All.Where(command => kind.Length > 0 ? Examples.Sent(kind).Contains(command.Value) : !command.Value.IsSubclassOf(typeof(ActivityCommand)))];

    private static string? Joined(string actor, Role? role) => role is null ? "seat.none" : actor is "removed" or "refused" ? $"seat.{actor}" : null;

    private static string? Walls(Role? role, Role may) => role is null ? "seat.none" : role == may ? null : "command.not-allowed";

    /// <summary>The gate that answers; null: the command reaches its session, which decides.</summary>
    private static string? Answer(string actor, Role? role, Moment moment, string name, Type type, bool forGuest, Place place)
    {
        if (role is not { } seat) return "seat.none";
        var leads = seat == Role.Facilitator;
        var may = Sorts[name] switch
        {
            Sort.Personal => seat == Role.Participant ? !forGuest : seat is Role.Facilitator or Role.Scribe && forGuest,
            Sort.Shared => seat is Role.Participant or Role.Facilitator or Role.Scribe && !forGuest,
            Sort.Seating => seat is Role.Facilitator or Role.Scribe && !forGuest,
            Sort.Own => seat == Role.Participant,
            _ => leads && !forGuest,
        };
        if (!may) return "command.not-allowed";
        // Who is out or not in says no more of themselves, and may always erase. After the close nobody's turn comes any more. A guest sits in the actor's own session alone.
        if (name == "session.correct-mine") return forGuest && place != Place.Own ? "seat.none" : actor is "removed" or "refused" ? "seat.removed" : actor == "waiting" && moment != Moment.Closed ? "seat.waiting" : null;
        if (!type.IsSubclassOf(typeof(ActivityCommand))) return Sorts[name] == Sort.Seating && moment == Moment.Closed ? "session.closed" : null;
        // A guest sits in the actor's own session alone.
        return forGuest && place != Place.Own ? "seat.none"
            : actor is "removed" or "refused" ? "seat.removed"
            : actor == "waiting" ? "seat.waiting"
            : moment == Moment.Closed ? "session.closed"
            : leads ? null
            : moment switch { Moment.Paused => "session.paused", Moment.Open or Moment.Hidden => null, _ => "step.closed" };
    }

    [Fact]
    public async Task An_answer_that_asks_for_ever_to_send_again_is_told_and_not_waited_for() => Assert.Equal((Again, true), (
        await Code(() => Task.FromResult<JsonNode>(new JsonObject { ["refused"] = new JsonObject { ["code"] = Again } })), Gates.Contains(Again)));

    private static async Task<string?> Code(Func<Task<JsonNode>> ask)
    {
        try
        {
            string? code = Again;
            for (var times = 0; times < Times && code == Again; times++) code = (await ask())["refused"]?["code"]?.GetValue<string>();
            return code;
        }
        catch (HubError refused)
        {
            return refused.Message.Split("HubException: ")[^1];
        }
    }

    /// <summary>The least that a command must say: it is understood and changes nothing.</summary>
    private static JsonObject Data(Type command) => new(command.GetConstructors()[0].GetParameters().Where(parameter => !parameter.HasDefaultValue)
        .Select(parameter => KeyValuePair.Create(command.GetProperty(parameter.Name!)!.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!), Least(parameter))));

    private static JsonNode? Least(ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        if (Nullable.GetUnderlyingType(type) is not null || new NullabilityInfoContext().Create(parameter).WriteState == NullabilityState.Nullable) return null;
        if (type == typeof(string)) return "";
        if (type == typeof(Guid)) return Guid.NewGuid().ToString();
        if (type.IsEnum) return JsonSerializer.SerializeToNode(Enum.GetValues(type).GetValue(0), type, Participation.Journal.Json.Options);
        if (type.IsValueType) return JsonSerializer.SerializeToNode(Activator.CreateInstance(type), type, Participation.Journal.Json.Options);
        return type.Name.Contains("Dictionary", StringComparison.Ordinal) ? new JsonObject() : new JsonArray();
    }
}
