using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Participation.Journal;

/// <summary>
/// What stands where words were: text is empty, a list or a dictionary too, what may be missing is missing, and a record has that in each of its members.
/// </summary>
internal static class Blanks
{
    /// <summary>As JSON; null: nothing stands there.</summary>
    /// <exception cref="InvalidOperationException">Nothing could stand there: it is a number, say, that cannot be missing.</exception>
    public static string? Of(PropertyInfo property) => Of(property, $"{property.DeclaringType!.Name}.{property.Name}");

    public static string NameOf(PropertyInfo property) => property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? JsonNamingPolicy.CamelCase.ConvertName(property.Name);

    /// <summary>A member that can be erased, of a record within this one: nobody looks for it there.</summary>
    public static string? WithinA(Type type, HashSet<Type>? seen = null)
    {
        seen ??= [type];
        foreach (var part in type.GetProperties().SelectMany(property => Parts(property.PropertyType)).Where(part => part.Namespace?.StartsWith("System", StringComparison.Ordinal) is false && seen.Add(part)))
        {
            if (part.GetProperties().FirstOrDefault(property => property.IsDefined(typeof(ErasableAttribute))) is { } found) return $"{part.Name}.{found.Name}";
            if (WithinA(part, seen) is { } deeper) return deeper;
        }
        return null;
    }

    private static string? Of(PropertyInfo property, string path) =>
        new NullabilityInfoContext().Create(property).WriteState == NullabilityState.Nullable ? null
        : property.PropertyType == typeof(string) ? "\"\""
        : Json.Options.GetTypeInfo(property.PropertyType).Kind switch
        {
            JsonTypeInfoKind.Enumerable => "[]",
            JsonTypeInfoKind.Dictionary => "{}",
            JsonTypeInfoKind.Object when property.PropertyType.IsClass => Record(property.PropertyType, path),
            _ => throw new InvalidOperationException($"{path} is to be erased, and nothing could stand in its place."),
        };

    private static string Record(Type type, string path)
    {
        var members = type.GetProperties().Where(member => member.CanWrite && !member.IsDefined(typeof(JsonIgnoreAttribute)))
            .Select(member => (Name: NameOf(member), Blank: Of(member, $"{path}.{member.Name}"))).Where(member => member.Blank is not null);
        return $"{{{string.Join(',', members.Select(member => $"\"{member.Name}\":{member.Blank}"))}}}";
    }

    private static IEnumerable<Type> Parts(Type type) =>
        type.IsArray ? Parts(type.GetElementType()!) : type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts) : [type];
}
