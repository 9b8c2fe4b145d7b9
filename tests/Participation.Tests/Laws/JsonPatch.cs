using System.Text.Json;
using System.Text.Json.Nodes;
using Participation.Journal;
using Participation.Views;

namespace Participation.Tests.Laws;

/// <summary>Applies what the server tells to what a screen has, from JSON to JSON as a client does (RFC 6902: add, remove, replace).</summary>
internal static class JsonPatch
{
    public static JsonNode Node(object value) => JsonSerializer.SerializeToNode(value, value.GetType(), Json.Options)!;

    public static JsonNode Apply(JsonNode document, IEnumerable<PatchOp> patch) =>
        JsonSerializer.SerializeToNode(patch, Json.Options)!.AsArray().Aggregate(document, (whole, op) => Apply(whole, op!));

    private static JsonNode Apply(JsonNode document, JsonNode op)
    {
        var (name, path) = (op["op"]!.GetValue<string>(), op["path"]!.GetValue<string>().Split('/')[1..]);
        var value = op["value"]?.DeepClone();
        Assert.True(name == "remove" ? value is null : value is not null, $"{op.ToJsonString()} has no value or one too many");
        if (path.Length == 0) return value!;
        var parent = path[..^1].Aggregate(document, (node, step) => Step(node, Unescaped(step)));
        var last = Unescaped(path[^1]);
        switch (parent, name)
        {
            case (JsonArray list, "add"): list.Insert(last == "-" ? list.Count : int.Parse(last), value); break;
            case (JsonArray list, "remove"): list.RemoveAt(int.Parse(last)); break;
            case (JsonArray list, "replace"): list[int.Parse(last)] = value; break;
            case (JsonObject members, "add"): members[last] = value; break;
            case (JsonObject members, "remove"): Assert.True(members.Remove(last), $"nothing to remove: {op.ToJsonString()}"); break;
            case (JsonObject members, "replace"):
                Assert.True(members.ContainsKey(last), $"nothing to replace: {op.ToJsonString()}");
                members[last] = value;
                break;
            default: throw new InvalidOperationException(op.ToJsonString());
        }
        return document;
    }

    private static JsonNode Step(JsonNode node, string step) => (node is JsonArray list ? list[int.Parse(step)] : node[step])!;

    private static string Unescaped(string step) => step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
}
