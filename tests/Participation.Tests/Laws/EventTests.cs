using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Participation.Journal;
using Participation.Sessions;

namespace Participation.Tests.Laws;

/// <summary>Events are data that outlives the code: sealed, never changed, named for ever.</summary>
public sealed partial class EventTests
{
    private const string Approved = "tests/Participation.Tests/Laws/events.approved.txt";
    private static readonly string[] OfTheSession = ["session", "step", "timer", "contribution", "ballot"];

    public static TheoryData<Type> Events => [.. EventNames.All];

    [Theory, MemberData(nameof(Events))]
    public void An_event_is_a_sealed_record_that_nobody_can_change(Type type) => Expect.None(Shapes.Faults(type));

    [Theory, MemberData(nameof(Events))]
    public void An_event_is_named_by_its_kind_and_what_happened(Type type)
    {
        var name = EventNames.Of(type);
        Assert.Matches(KindAndPast(), name);
        var kind = name.Split('.')[0];
        if (Shapes.KindOf(type) is { } own) Assert.Equal(own, kind);
        else if (type.Namespace == typeof(Entry).Namespace) Assert.Equal("journal", kind);
        else Assert.Contains(kind, OfTheSession);
    }

    [Fact]
    public void No_event_changes_or_leaves_once_it_was_approved()
    {
        var now = EventNames.All.Select(Line).Order(StringComparer.Ordinal).ToList();
        var approved = File.Exists(Repository.PathOf(Approved)) ? File.ReadAllLines(Repository.PathOf(Approved)) : [];
        var changed = approved.Where(line => !now.Exists(other => IsGrown(other, line))).ToList();
        Assert.True(changed.Count == 0, "Old journals hold these events, and they are not the same any more: " + string.Join("; ", changed));
        if (Repository.Approving) File.WriteAllLines(Repository.PathOf(Approved), now);
        else Assert.True(now.All(approved.Contains), "New events: run this test with APPROVE=1 to add " + string.Join("; ", now.Except(approved)));
    }

    /// <summary>The same event with further members that may be missing, as they are in old journals. What can be erased of it stays so, and nothing else becomes so: lines say it of themselves.</summary>
    private static bool IsGrown(string now, string approved)
    {
        if (now == approved) return true;
        var (members, before) = (Split(now), Split(approved));
        return members[0] == before[0] && before.All(members.Contains) && members.Except(before).All(member => member.EndsWith('?'));
    }

    private static string[] Split(string line) => [line.Split(':')[0], .. AtTheTop(line[(line.IndexOf(':') + 1)..]).Select(member => member.Trim())];

    /// <summary>What stands between the commas that are in no brackets.</summary>
    private static IEnumerable<string> AtTheTop(string members)
    {
        var (depth, from) = (0, 0);
        foreach (var (at, sign) in members.Index())
        {
            if (sign is '{' or '<' or '(') depth++;
            if (sign is '}' or '>' or ')') depth--;
            if (sign != ',' || depth > 0) continue;
            yield return members[from..at];
            from = at + 1;
        }
        yield return members[from..];
    }

    private static string Line(Type type) => $"{EventNames.Of(type)}: {string.Join(", ", Members(type))}";

    private static IEnumerable<string> Members(Type type) =>
        from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        where property.GetCustomAttribute<JsonIgnoreAttribute>() is null && property.CanWrite
        let name = property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? JsonNamingPolicy.CamelCase.ConvertName(property.Name)
        orderby name
        let erasable = property.IsDefined(typeof(ErasableAttribute)) ? "erasable " : ""
        select $"{erasable}{name} {Written(property.PropertyType)}{(new NullabilityInfoContext().Create(property).WriteState == NullabilityState.Nullable ? "?" : "")}";

    private static string Written(Type type) =>
        Nullable.GetUnderlyingType(type) is { } inner ? Written(inner)
        : type.IsEnum ? $"({string.Join('|', Enum.GetNames(type).Select(JsonNamingPolicy.KebabCaseLower.ConvertName))})"
        : type.IsGenericType ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Written))}>"
        : Shapes.IsRecord(type) ? $"{{{string.Join(", ", Members(type))}}}"
        : type.Name;

    /// <summary>The last part ends in a past participle: -ed, or one of the irregular ones that are in use.</summary>
    [GeneratedRegex("^[a-z]+(-[a-z]+)*\\.([a-z]+-)*([a-z]+ed|given|made|cast|chosen|begun|hidden|withdrawn|set|undone|was-reset|written)$")]
    private static partial Regex KindAndPast();
}
