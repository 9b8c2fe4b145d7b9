using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Participation.Tests.Golden;

/// <summary>JSON that can be read and compared line by line: what fits stands in one line, the rest is broken up.</summary>
internal static class Pretty
{
    private const int Width = 160;
    private static readonly JsonSerializerOptions AsRead = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(JsonNode node)
    {
        var text = new StringBuilder();
        Write(text, node, "");
        return text.Append('\n').ToString();
    }

    private static void Write(StringBuilder text, JsonNode? node, string indent)
    {
        var line = node?.ToJsonString(AsRead) ?? "null";
        if (line.Length + indent.Length <= Width || node is JsonValue or null)
        {
            text.Append(line);
            return;
        }
        var (open, close) = node is JsonObject ? ('{', '}') : ('[', ']');
        text.Append(open);
        var parts = node is JsonObject members
            ? members.Select(member => (Name: JsonSerializer.Serialize(member.Key, AsRead) + ": ", member.Value))
            : node.AsArray().Select(value => (Name: "", Value: value));
        foreach (var (at, (name, value)) in parts.Index())
        {
            text.Append(at == 0 ? "\n" : ",\n").Append(indent).Append(' ').Append(name);
            Write(text, value, indent + " ");
        }
        text.Append('\n').Append(indent).Append(close);
    }

    /// <summary>Where two of them part, as a path, with what stands there in each; null when they are equal.</summary>
    public static string? FirstDifference(JsonNode? expected, JsonNode? actual, string path = "$")
    {
        if (JsonNode.DeepEquals(expected, actual)) return null;
        if (expected is JsonObject one && actual is JsonObject other)
        {
            return one.Select(member => member.Key).Union(other.Select(member => member.Key)).Order(StringComparer.Ordinal)
                .Select(name => FirstDifference(one[name], other[name], $"{path}.{name}")).First(found => found is not null);
        }
        if (expected is JsonArray list && actual is JsonArray now)
        {
            return Enumerable.Range(0, Math.Max(list.Count, now.Count))
                .Select(at => FirstDifference(at < list.Count ? list[at] : null, at < now.Count ? now[at] : null, $"{path}[{at}]")).First(found => found is not null);
        }
        return $"{path}\n  meant: {Short(expected)}\n  means: {Short(actual)}";
    }

    private static string Short(JsonNode? node) => (node?.ToJsonString(AsRead) ?? "nothing") is { Length: > 600 } text ? text[..600] + "…" : node?.ToJsonString(AsRead) ?? "nothing";
}
