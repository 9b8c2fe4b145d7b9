using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using Participation.Journal;
using Participation.Sessions;
using Participation.Texts;

namespace Participation.Workshops;

/// <summary>Holds JSON against the record it is to become: every member known, none missing, values of the right sort, ids well formed and unique.</summary>
internal static partial class Shape
{
    // Stricter than the journal's way of reading: there a null is not written, here what a record asks for must be given.
    private static readonly JsonSerializerOptions Strict = new(Json.Options)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        PropertyNameCaseInsensitive = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public static T Read<T>(JsonNode? node, SourceFile file, string path)
    {
        Check(node, typeof(T), file, path);
        return At(file, path, () => node.Deserialize<T>(Strict)!);
    }

    /// <summary>The settings of a kind, by that kind's own reading.</summary>
    public static void Check(JsonNode? settings, IActivity kind, SourceFile file, string path)
    {
        if (settings is not JsonObject) throw file.Refuse(path, "workshop.wrong-value");
        Check(settings, kind.Records.Settings, file, path);
        At(file, path, () => settings.Deserialize(kind.Records.Settings, Strict));
        At(file, path, () => kind.Read(settings.Deserialize<JsonElement>()));
    }

    private static T At<T>(SourceFile file, string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (JsonException e)
        {
            throw file.Refuse(path + e.Path?[1..], "workshop.wrong-value");
        }
    }

    private static void Check(JsonNode? node, Type type, SourceFile file, string path)
    {
        var info = Strict.GetTypeInfo(type);
        if (info.Kind == JsonTypeInfoKind.Object && node is JsonObject members) CheckMembers(members, info, file, path);
        if (info.Kind != JsonTypeInfoKind.Enumerable || node is not JsonArray items) return;
        for (var i = 0; i < items.Count; i++)
            Check(items[i] ?? throw file.Refuse($"{path}[{i}]", "workshop.wrong-value"), info.ElementType!, file, $"{path}[{i}]");
        if (info.ElementType == typeof(Option) || info.ElementType == typeof(TypeDraft) || info.ElementType == typeof(Table) || info.ElementType == typeof(ItemDraft)) CheckIds(items, file, path);
    }

    private static void CheckMembers(JsonObject members, JsonTypeInfo info, SourceFile file, string path)
    {
        foreach (var (name, value) in members)
        {
            var known = info.Properties.FirstOrDefault(property => property.Name == name && (property.AssociatedParameter is not null || property.Set is not null));
            if (known is null) throw file.Refuse(SourceFile.Member(path, name), "workshop.unknown-member", name);
            Check(value, known.PropertyType, file, SourceFile.Member(path, name));
        }
        if (info.Properties.FirstOrDefault(property => property.AssociatedParameter is { HasDefaultValue: false } && !members.ContainsKey(property.Name)) is { } missing)
            throw file.Refuse(SourceFile.Member(path, missing.Name), "workshop.missing-member", missing.Name);
    }

    private static void CheckIds(JsonArray items, SourceFile file, string path)
    {
        var ids = new HashSet<string>();
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i]?["id"] is not JsonValue value || !value.TryGetValue<string>(out var id)) continue;
            if (!IsId(id)) throw file.Refuse($"{path}[{i}].id", "workshop.wrong-id", id);
            if (!ids.Add(id)) throw file.Refuse($"{path}[{i}].id", "workshop.duplicate-id", id);
        }
    }

    public static bool IsId(string id) => Id().IsMatch(id);

    [GeneratedRegex(@"^[a-z0-9-]{1,40}\z")]
    private static partial Regex Id();
}
