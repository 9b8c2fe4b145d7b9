using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Participation.Journal;

/// <summary>
/// How events of one type are parted: the members that can be erased, which are somebody's words, and the rest, which stays. Where words were, nothing is left
/// (<see cref="Blanks"/>).
/// </summary>
internal sealed class Parting
{
    public const string Nothing = "{}";

    private static readonly JsonSerializerOptions WordsAlone = Only(words: true), RestAlone = Only(words: false);
    private static readonly JsonDocumentOptions Whole = new() { MaxDepth = Json.Options.MaxDepth, AllowDuplicateProperties = false };

    /// <summary>Of each member that can be erased: its name, and what stands there then (null: nothing does).</summary>
    private readonly IReadOnlyList<(string Name, string? Blank)> members;
    private readonly Lazy<(JsonTypeInfo Words, JsonTypeInfo Data)> shapes;

    /// <exception cref="InvalidOperationException">A member is to be erased and nothing could stand in its place, or what would stand there could not be read.</exception>
    public Parting(Type type)
    {
        members = [.. type.GetProperties().Where(property => property.IsDefined(typeof(ErasableAttribute))).Select(property => (Blanks.NameOf(property), Blanks.Of(property)))];
        (Members, Blank) = (string.Join(' ', members.Select(member => member.Name)), BlankOf([.. members.Select(member => member.Name)]));
        shapes = new(() => (WordsAlone.GetTypeInfo(type), RestAlone.GetTypeInfo(type)));
        if (Blanks.WithinA(type) is { } within) throw new InvalidOperationException($"{within} is [Erasable] within a member of {type.Name}, where it would stay.");
        if (HasWords && !IsReadAsWritten(type)) throw new InvalidOperationException($"What an erasure leaves of {type.Name}, {Blank}, would not be read as such.");
    }

    public bool HasWords => members.Count > 0;

    /// <summary>The names of the members that are words, in their order.</summary>
    public string Members { get; }

    /// <summary>What an erasure leaves of the words.</summary>
    public string Blank { get; }

    public (string Words, string Data) Part(Event e) => HasWords
        ? (JsonSerializer.Serialize(e, shapes.Value.Words), JsonSerializer.Serialize(e, shapes.Value.Data))
        : (Nothing, EventNames.Write(e));

    public bool IsWord(string name) => members.Any(member => string.Equals(member.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>True of a list that this type wrote, now or when it had fewer members: names in their order.</summary>
    public bool Lists(IReadOnlyList<string> names) => members.Select(member => member.Name).Where(names.Contains).SequenceEqual(names);

    /// <summary>What an erasure leaves of words that these members are.</summary>
    public string BlankOf(IReadOnlyList<string> names) =>
        $"{{{string.Join(',', members.Where(member => member.Blank is not null && names.Contains(member.Name)).Select(member => $"\"{member.Name}\":{member.Blank}"))}}}";

    /// <summary>The JSON of a whole event without its words, as lines of the first form keep it.</summary>
    public string Blanked(string data)
    {
        var json = JsonNode.Parse(data, documentOptions: Whole)!.AsObject();
        // Names are read in either case and written in one.
        foreach (var name in json.Select(member => member.Key).Where(key => IsWord(key) && !members.Any(member => member.Name == key)).ToList()) json.Remove(name);
        foreach (var (name, blank) in members)
        {
            if (blank is null) json.Remove(name);
            else json[name] = JsonNode.Parse(blank);
        }
        return json.ToJsonString(Json.Options);
    }

    /// <summary>A stream in which this stood must be read for ever.</summary>
    private bool IsReadAsWritten(Type type)
    {
        try
        {
            return JsonSerializer.Deserialize(Blank, type, Json.Options) is Event e && JsonNode.DeepEquals(JsonNode.Parse(Part(e).Words), JsonNode.Parse(Blank));
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            return false;
        }
    }

    private static JsonSerializerOptions Only(bool words) => new(Json.Options)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver
        {
            Modifiers =
            {
                type =>
                {
                    if (!type.Type.IsSubclassOf(typeof(Event))) return;
                    foreach (var member in type.Properties)
                        if (member.AttributeProvider!.IsDefined(typeof(ErasableAttribute), inherit: true) != words) member.ShouldSerialize = static (_, _) => false;
                },
            },
        },
    };
}
