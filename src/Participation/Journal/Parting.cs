using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Participation.Journal;

/// <summary>What can be erased of the events of one type, and what is left of it then: text is empty, a list too, and what may be missing is missing.</summary>
internal sealed class Parting
{
    private static readonly JsonDocumentOptions Whole = new() { MaxDepth = Json.Options.MaxDepth, AllowDuplicateProperties = false };

    /// <summary>Of each member that can be erased: its name, and what stands there then (null: nothing does).</summary>
    private readonly IReadOnlyList<(string Name, string? Blank)> members;

    /// <exception cref="InvalidOperationException">A member is to be erased and there is nothing that could stand in its place.</exception>
    public Parting(Type type) => members = [.. type.GetProperties().Where(property => property.IsDefined(typeof(ErasableAttribute)))
        .Select(property => (JsonNamingPolicy.CamelCase.ConvertName(property.Name), BlankOf(property)))];

    public bool HasWords => members.Count > 0;

    /// <summary>The JSON of an event without its words.</summary>
    public string Blanked(string data)
    {
        var json = JsonNode.Parse(data, documentOptions: Whole)!.AsObject();
        foreach (var (name, blank) in members)
        {
            if (blank is null) json.Remove(name);
            else json[name] = JsonNode.Parse(blank);
        }
        return json.ToJsonString(Json.Options);
    }

    /// <summary>True when this is what an erasure leaves of an event of this name, to the letter, and it can be read.</summary>
    public static bool IsBlank(string name, string data)
    {
        try
        {
            return EventNames.PartingOf(name) is { HasWords: true } parting && parting.Blanked(data) == data && EventNames.Read(name, data) is not null;
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException or NullReferenceException or NotSupportedException)
        {
            return false;
        }
    }

    private static string? BlankOf(PropertyInfo property) =>
        new NullabilityInfoContext().Create(property).WriteState == NullabilityState.Nullable ? null
        : property.PropertyType == typeof(string) ? "\"\""
        : Json.Options.GetTypeInfo(property.PropertyType).Kind switch
        {
            JsonTypeInfoKind.Enumerable => "[]",
            JsonTypeInfoKind.Dictionary => "{}",
            _ => throw new InvalidOperationException($"{property.DeclaringType!.Name}.{property.Name} is [Erasable], and nothing could stand in its place."),
        };
}
