using System.Text.Json.Nodes;

namespace Participation.Tests.Live;

/// <summary>
/// A place in what a screen shows, which may not have come yet. Whatever is asked of what is not there is answered by nothing: so a condition over it
/// is false, never an exception, until it comes.
/// </summary>
internal readonly struct Seen(JsonNode? node)
{
    public Seen this[string name] => new(node is JsonObject members ? members[name] : null);

    public Seen this[int at] => new(node is JsonArray list && at < list.Count ? list[at] : null);

    public bool IsThere => node is not null;

    /// <summary>How many elements or members it has; null when it is not there or has none of either.</summary>
    public int? Count => node switch { JsonArray list => list.Count, JsonObject members => members.Count, _ => null };

    public long? Number => node is JsonValue value && value.TryGetValue<long>(out var number) ? number : null;

    public string? Text => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    public bool? Yes => node is JsonValue value && value.TryGetValue<bool>(out var yes) ? yes : null;

    public IEnumerable<Seen> Each => node is JsonArray list ? list.Select(one => new Seen(one)) : [];

    /// <summary>It is there, and these words are in it.</summary>
    public bool Says(string words) => node is not null && node.ToJsonString(Participation.Journal.Json.Options).Contains(words, StringComparison.Ordinal);

    /// <summary>It is there, and these words are not in it. Whoever waits for that has seen them before.</summary>
    public bool Lacks(string words) => node is not null && !Says(words);

    public bool Is(JsonNode? other) => JsonNode.DeepEquals(node, other);
}
