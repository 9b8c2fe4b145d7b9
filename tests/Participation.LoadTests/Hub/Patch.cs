using System.Globalization;
using System.Text.Json.Nodes;

namespace Participation.LoadTests.Hub;

/// <summary>JSON Patch (RFC 6902) with the three operations of the protocol: add, replace and remove.</summary>
internal static class Patch
{
    /// <summary>The document after the steps, in order. The document given is changed and must not be used any more.</summary>
    /// <exception cref="FormatException">A step is none of the three, or points to a place that is not there.</exception>
    public static JsonNode? Apply(JsonNode? document, JsonArray steps)
    {
        foreach (var step in steps)
        {
            var (op, path) = (step!["op"]!.GetValue<string>(), step["path"]!.GetValue<string>());
            if (op is not ("add" or "replace" or "remove")) throw new FormatException($"No such operation: {op}");
            var value = step["value"]?.DeepClone();
            if (path.Length == 0) document = op == "remove" ? null : value;
            else Change(document, op, path, value);
        }
        return document;
    }

    private static void Change(JsonNode? document, string op, string path, JsonNode? value)
    {
        var parts = path[1..].Split('/');
        var place = document;
        foreach (var part in parts[..^1]) place = Step(place, Unescape(part)) ?? throw Nowhere(path);
        var last = Unescape(parts[^1]);
        var done = place switch
        {
            JsonObject members => InObject(members, op, last, value),
            JsonArray list => InList(list, op, last, value),
            _ => false,
        };
        if (!done) throw Nowhere(path);
    }

    private static JsonNode? Step(JsonNode? place, string part) => place switch
    {
        JsonObject members => members[part],
        JsonArray list when Index(part) is { } at && at < list.Count => list[at],
        _ => null,
    };

    private static bool InObject(JsonObject members, string op, string name, JsonNode? value)
    {
        if (op != "add" && !members.ContainsKey(name)) return false;
        if (op == "remove") return members.Remove(name);
        members[name] = value;
        return true;
    }

    private static bool InList(JsonArray list, string op, string part, JsonNode? value)
    {
        var at = part == "-" ? list.Count : Index(part) ?? int.MaxValue;
        if (at > list.Count || (at == list.Count && op != "add")) return false;
        if (op != "add") list.RemoveAt(at);
        if (op != "remove") list.Insert(at, value);
        return true;
    }

    private static int? Index(string part) =>
        int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? at : null;

    private static string Unescape(string part) =>
        part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);

    private static FormatException Nowhere(string path) => new($"No such place: {path}");
}
