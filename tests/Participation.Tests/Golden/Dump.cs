using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Participation.Reports;
using Participation.Sessions;
using Participation.Tests.Laws;

namespace Participation.Tests.Golden;

/// <summary>
/// Any value of the model as JSON, by reflection: of a record what is set in it (not what it computes), of dictionaries and sets their elements in order, no nulls.
/// The same value gives the same text in every process. What it does not know it refuses.
/// </summary>
internal static class Dump
{
    public static JsonNode? Of(object? value) => value switch
    {
        null => null,
        JsonNode node => Sorted(node),
        JsonElement json => Sorted(JsonNode.Parse(json.GetRawText())),
        string or bool or int or long or double => JsonSerializer.SerializeToNode(value),
        Enum word => JsonNamingPolicy.KebabCaseLower.ConvertName(word.ToString()),
        Guid id => id.ToString(),
        ItemRef named => named.Id,
        DateTimeOffset at => at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'"),
        ITuple tuple => Name(tuple),
        Spells spells => Ordered([("all", Of(spells.All))]),
        IEnumerable many when IsA(many, typeof(IReadOnlyDictionary<,>)) => Ordered(many.Cast<object>().Select(pair => (Name(Part(pair, "Key")!), Of(Part(pair, "Value"))))),
        IEnumerable many when IsA(many, typeof(IReadOnlySet<>)) => new JsonArray([.. many.Cast<object?>().Select(Of).OrderBy(Written, StringComparer.Ordinal)]),
        IEnumerable many => new JsonArray([.. many.Cast<object?>().Select(Of)]),
        _ when Shapes.IsRecord(value.GetType()) => Record(value),
        _ => throw new NotSupportedException($"Say how a {value.GetType()} is told."),
    };

    /// <summary>What of <paramref name="now"/> becomes something else in <paramref name="then"/>, as it is there.</summary>
    public static JsonNode? Changes(JsonNode? now, JsonNode? then) => now is JsonObject one && then is JsonObject other
        ? Ordered(one.Select(member => member.Key).Union(other.Select(member => member.Key))
            .Where(name => !JsonNode.DeepEquals(one[name], other[name])).Select(name => (name, other.ContainsKey(name) ? Changes(one[name], other[name]) : "gone")))
        : then?.DeepClone();

    /// <summary>The members of every object in the order of their names.</summary>
    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject json => Ordered(json.Select(member => (member.Key, Sorted(member.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Sorted)]),
        _ => node?.DeepClone(),
    };

    private static JsonObject Record(object record)
    {
        var members = record.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.CanWrite && property.GetIndexParameters().Length == 0)
            .Select(property => (JsonNamingPolicy.CamelCase.ConvertName(property.Name), Of(property.GetValue(record))));
        return Ordered(record is Block ? members.Append(("block", record.GetType().Name)) : members);
    }

    private static JsonObject Ordered(IEnumerable<(string Name, JsonNode? Value)> members) => new(members.Where(member => member.Value is not null)
        .OrderBy(member => member.Name, StringComparer.Ordinal).Select(member => KeyValuePair.Create(member.Name, member.Value)));

    private static string Name(object key) => key is ITuple tuple
        ? string.Join(' ', Enumerable.Range(0, tuple.Length).Select(at => tuple[at]))
        : Written(Of(key)).Trim('"');

    private static string Written(JsonNode? node) => node?.ToJsonString() ?? "";

    private static object? Part(object pair, string name) => pair.GetType().GetProperty(name)!.GetValue(pair);

    private static bool IsA(object value, Type generic) => value.GetType().GetInterfaces().Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == generic);
}
