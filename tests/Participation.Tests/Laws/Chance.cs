using System.Reflection;
using Participation.Sessions;
using Participation.Sessions.Acts;
using Participation.Sessions.Erasing;
using Participation.Sessions.Joining;
using Participation.Tests.Activities;
using Participation.Voting;

namespace Participation.Tests.Laws;

/// <summary>Who sends what.</summary>
internal sealed record Try(SessionCommand Command, Role Role, Guid Who, Guid? Hand);

/// <summary>
/// Makes commands by chance, each from a number, so that a sequence of numbers is a session that can be held again. Commands are found by
/// reflection: one with a member that nobody can make up stops the laws until it is said here how.
/// </summary>
internal sealed class Chance
{
    private static readonly Type[] Commands = [.. CommandNames.All.Values.OrderBy(type => type.Name, StringComparer.Ordinal), typeof(JoinSession)];
    private static readonly Type[] Final = [typeof(CloseSession), typeof(EraseWords), typeof(EraseMine)];
    private static readonly Guid[] Phones = [Given.Id(1), Given.Id(2), Given.Id(3), Given.Id(4)];
    private static readonly Guid[] Guests = [Given.Id(101), Given.Id(102)];
    private int marks;
    private int echoed;

    /// <summary>How many tries there are of each sort: acts that end or empty everything are rare, or nothing else would happen.</summary>
    public Try Next(int seed, SessionState state)
    {
        var random = new Dice(seed);
        var type = random.Next(5) switch
        {
            0 or 1 when state.Participants.Count < 4 && random.Next(3) == 0 => random.Next(3) == 0 ? typeof(SeatGuest) : typeof(JoinSession),
            0 or 1 when Waiting(state).Any() && random.Next(4) == 0 => typeof(CountVotes),
            0 or 1 when state.Stage.Closed => typeof(UndoAct),
            0 or 1 when state.OpenItem is { } open => Pick(random, Examples.Sent(open.Kind).DefaultIfEmpty(typeof(JoinSession))),
            1 or 2 => Pick(random, Commands.Where(command => command.IsSubclassOf(typeof(ActivityCommand)))),
            _ => Pick(random, Commands.Where(command => !command.IsSubclassOf(typeof(ActivityCommand)) && (!Final.Contains(command) || random.Next(10) == 0))),
        };
        var command = Make(type, random, state);
        var role = random.Next(12) == 0 ? Pick(random, Enum.GetValues<Role>()) : Pick(random, type.GetCustomAttribute<AllowedAttribute>()!.Roles);
        var personal = type.GetCustomAttribute<AllowedAttribute>()!.Personal;
        var self = role switch { Role.Participant => Pick(random, Phones), Role.Scribe => Given.Scribe, _ => Given.Facilitator };
        var forGuest = role is Role.Facilitator or Role.Scribe && personal && random.Next(12) > 0;
        return new(command, role, forGuest ? Pick(random, Guests) : self, forGuest ? self : null);
    }

    /// <summary>A command of this type, for the open item or another.</summary>
    public SessionCommand Make(Type type, Random random, SessionState state)
    {
        var constructor = type.GetConstructors().OrderByDescending(found => found.GetParameters().Length).First(found => found.GetParameters() is not [{ } only] || only.ParameterType != type);
        var nullability = new NullabilityInfoContext();
        var kind = KindOf(Examples.TakenBy(type).ToList(), random, state);
        var command = (SessionCommand)constructor.Invoke([.. constructor.GetParameters().Select(parameter =>
            nullability.Create(parameter).WriteState == NullabilityState.Nullable && random.Next(2) == 0 ? null : Value(type, kind, parameter, random, state))]);
        var item = random.Next(3) > 0 && state.OpenItem is { } open ? open.Id : random.Next(15) == 0 ? "no-such-item" : Pick(random, Hall.Agenda).Id;
        return command switch
        {
            ActivityCommand work when random.Next(12) > 0 => work with { Item = Pick(random, Hall.Agenda.Where(one => one.Kind == kind)).Id },
            ItemAct act => act with { Item = item, Expected = Expected(random, state) },
            Act act => act with { Expected = Expected(random, state) },
            ActivityCommand work => work with { Item = item },
            _ => command,
        };
    }

    /// <summary>Where it is sent: a command of the house in the open item, when that is of such a kind.</summary>
    private static string? KindOf(List<string> kinds, Random random, SessionState state) =>
        kinds.Count < 2 ? kinds.FirstOrDefault() : state.OpenItem is { } open && kinds.Contains(open.Kind) ? open.Kind : Pick(random, kinds);

    private object? Value(Type command, string? kind, ParameterInfo parameter, Random random, SessionState state)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        if (type.IsEnum) return Pick(random, Enum.GetValues(type).Cast<object>());
        if (kind is not null && Examples.Of(kind).Value(parameter.Name!, random, state) is { } example) return example;
        return (type.Name, parameter.Name) switch
        {
            ("Int32", "Seconds") => Pick(random, [60, 300, 0, 90_000]),
            ("Int64", "Act") => state.LastOf(Given.Facilitator) is { } own && random.Next(2) == 0 ? own.Act : state.Acts.IsEmpty || random.Next(6) == 0 ? 3L : state.Acts.Peek().Act,
            ("Int32", "Basis" or "Version") => Pick(random, [1, 1, 1, 2, 2, 3]),
            ("Int32", "Minutes") => Pick(random, [1, 10, 600, 0]),
            ("Int32", "Count") => Pick(random, [1, 3, 9_999]),
            ("Int32", "Ticket") => Pick(random, [1, 2, 9_999]),
            ("IReadOnlyList`1", "Spared") => new[] { Pick(random, Phones) },
            ("Boolean", "On") => random.Next(2) == 0,
            ("Boolean", "Close") => random.Next(3) switch { 0 => true, 1 => false, _ => (bool?)null },
            ("DateTimeOffset", "Until") => new DateTimeOffset(2026 + random.Next(3), 11, 23, 0, 0, 0, TimeSpan.Zero),
            ("Boolean", "Consent") => random.Next(8) > 0,
            ("Guid", "Participant") => Pick(random, state.Participants.Keys.DefaultIfEmpty(Given.Id(9))),
            ("Guid", "Guest") => Pick(random, Guests),
            ("String", "Item") => random.Next(15) == 0 ? "no-such-item" : Pick(random, Waiting(state).DefaultIfEmpty(Pick(random, Hall.Agenda).Id)),
            ("String", "Language") => Pick(random, ["en", "de", "xx"]),
            ("String", "Type") => Pick(random, ["resident", "resident", "resident", "nobody"]),
            ("String", "Zone") => Pick(random, ["z1", "z1", "z1", "z1", "z9"]),
            ("String", "Table") => Pick(random, ["north", "north", "north", "nowhere"]),
            ("String", "Text" or "Name" or "Label" or "Place") => Words(random),
            ("String", "Contribution" or "DuplicateOf" or "Statement") => Contribution(random, state),
            ("IReadOnlyDictionary`2", "Texts") => new Dictionary<string, string> { [Wording.Main] = Words(random) },
            ("IReadOnlyList`1", _) => new[] { Words(random), Words(random) },
            _ => throw new InvalidOperationException($"Say in Chance.Value, or in the example of its kind, how {command.Name}.{parameter.Name} is made up."),
        };
    }

    /// <summary>A mark of its own; in another bracket it says almost the same as the one before, once: a mark tells contributions apart.</summary>
    private string Words(Random random) => random.Next(20) switch
    {
        0 => " ",
        1 => new string('x', 500),
        2 or 3 when marks > echoed => $"More trees ({echoed = marks})",
        _ => $"More trees [{++marks}]",
    };

    public static string Contribution(Random random, SessionState state)
    {
        // Every second one is an idea: cards are made of nothing else.
        var ideas = random.Next(2) == 0;
        var all = Hall.Agenda.Where(item => item.Continues is null && (!ideas || item.Kind == "ideas")).SelectMany(item => state.Gives(item.Id)).Select(given => given.Id).ToList();
        return all.Count == 0 || random.Next(10) == 0 ? "QQ-999" : Pick(random, all);
    }

    /// <summary>Secret votes with ballots in the box.</summary>
    private static IEnumerable<string> Waiting(SessionState state) => state.Boxes.Where(box => box.Value.Waits).Select(box => box.Key.Item);

    private static long? Expected(Random random, SessionState state) => random.Next(8) switch { 0 => null, 1 => state.Stage.Version - 1, _ => state.Stage.Version };

    public static T Pick<T>(Random random, IEnumerable<T> from)
    {
        var list = from.ToList();
        return list[random.Next(list.Count)];
    }
}
