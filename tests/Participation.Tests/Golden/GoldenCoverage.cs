using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Participation.Journal;
using Participation.Sessions;
using Participation.Tests.Laws;

namespace Participation.Tests.Golden;

/// <summary>
/// What the events of the house can hold, and what of it the golden journals hold: every event, every word of an enum, yes and no, and each member that may be
/// missing both there and missing; in an agenda also of the settings of each kind.
/// </summary>
internal sealed class GoldenCoverage
{
    private readonly HashSet<string> possible = [];
    private readonly HashSet<string> held = [];

    private GoldenCoverage()
    {
        foreach (var type in EventNames.All)
        {
            possible.Add(EventNames.Of(type));
            Can(EventNames.Of(type), type);
        }
        foreach (var kind in ActivityKinds.All) Can($"settings of {kind.Kind}", kind.Records.Settings);
        foreach (var line in GoldenFiles.Names.SelectMany(GoldenFiles.Lines)) Holds(line);
    }

    public static IReadOnlyList<string> Missing { get; } = Found();

    private static IReadOnlyList<string> Found()
    {
        var coverage = new GoldenCoverage();
        return [.. coverage.possible.Except(coverage.held).Order(StringComparer.Ordinal)];
    }

    private void Holds(Line line)
    {
        var (type, data) = (EventNames.TypeOf(line.Name), JsonDocument.Parse(line.Json).RootElement);
        held.Add(line.Name);
        // What an erasure left is not what was written.
        if (line.Salt is null) return;
        Does(line.Name, type, data);
        if (type != typeof(SessionOpened)) return;
        foreach (var item in data.GetProperty("agenda").EnumerateArray())
        {
            var kind = ActivityKinds.Of(item.GetProperty("kind").GetString()!);
            Does($"settings of {kind.Kind}", kind.Records.Settings, item.GetProperty("settings"));
        }
    }

    private void Can(string path, Type type)
    {
        if (Words(type) is { } words) possible.UnionWith(words.Select(word => $"{path} = {word}"));
        else if (Element(type) is { } element) Can(path, element);
        else if (IsObject(type))
        {
            foreach (var (name, member, optional) in Members(type))
            {
                if (optional) possible.UnionWith([$"{path}.{name} there", $"{path}.{name} missing"]);
                Can($"{path}.{name}", member);
            }
        }
    }

    private void Does(string path, Type type, JsonElement data)
    {
        if (Words(type) is not null) held.Add($"{path} = {(data.ValueKind == JsonValueKind.String ? data.GetString() : data.GetRawText())}");
        else if (Element(type) is { } element)
        {
            var elements = data.ValueKind == JsonValueKind.Array ? data.EnumerateArray() : data.EnumerateObject().Select(member => member.Value);
            foreach (var each in elements) Does(path, element, each);
        }
        else if (IsObject(type))
        {
            foreach (var (name, member, optional) in Members(type))
            {
                var there = data.TryGetProperty(name, out var value);
                if (optional) held.Add($"{path}.{name} {(there ? "there" : "missing")}");
                if (there) Does($"{path}.{name}", member, value);
            }
        }
    }

    /// <summary>A reference to an item is a word in JSON.</summary>
    private static bool IsObject(Type type) => Shapes.IsRecord(type) && !type.IsAssignableTo(typeof(ItemRef));

    private static IEnumerable<(string Name, Type Type, bool Optional)> Members(Type type) =>
        from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        where property.CanWrite && property.GetCustomAttribute<JsonIgnoreAttribute>() is null
        select (property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? JsonNamingPolicy.CamelCase.ConvertName(property.Name),
            Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType,
            new NullabilityInfoContext().Create(property).WriteState == NullabilityState.Nullable);

    private static string[]? Words(Type type) => type == typeof(bool) ? ["true", "false"]
        : type.IsEnum ? [.. Enum.GetNames(type).Select(JsonNamingPolicy.KebabCaseLower.ConvertName)]
        : null;

    /// <summary>Of a list its elements, of a dictionary its values.</summary>
    private static Type? Element(Type type) => type.IsGenericType ? type.GetGenericArguments()[^1] : null;
}
