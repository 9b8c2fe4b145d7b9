using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Participation.Sessions;
using Participation.Texts;

namespace Participation.Workshops;

/// <summary>The texts of a workshop in each language: the same keys in all of them, none empty, none unused.</summary>
internal sealed partial class TextFiles
{
    private const int MostCharacters = 4000;

    private readonly Dictionary<string, SourceFile> files;
    private readonly HashSet<string> used = [];

    public TextFiles(Func<string, SourceFile> open)
    {
        files = LocalText.Languages.ToDictionary(language => language, language => open($"texts.{language}.json"));
        foreach (var file in files.Values)
            foreach (var (key, value) in file.Root) Check(file, key, value);
        var keys = files.Values.SelectMany(file => file.Root.Select(text => text.Key)).Distinct().ToList();
        foreach (var file in files.Values)
            if (keys.Find(key => !file.Root.ContainsKey(key)) is { } missing)
                throw file.Refuse(SourceFile.Member("$", missing), "workshop.missing-text", missing);
    }

    /// <summary>Puts the text in every language in the place of each string that begins with "@", anywhere below.</summary>
    public JsonNode? Fill(JsonNode? node, SourceFile file, string path = "$") => node switch
    {
        JsonObject members => new JsonObject(members.Select(member =>
            KeyValuePair.Create(member.Key, Fill(member.Value, file, SourceFile.Member(path, member.Key))))),
        JsonArray items => new JsonArray([.. items.Select((item, i) => Fill(item, file, $"{path}[{i}]"))]),
        JsonValue value when value.GetValueKind() == JsonValueKind.String && value.GetValue<string>() is ['@', .. var key] =>
            Use(key) ?? throw file.Refuse(path, "workshop.unknown-text", key),
        JsonValue value when value.GetValueKind() == JsonValueKind.String && Wrong(value.GetValue<string>()) is { } wrong => throw file.Refuse(path, wrong, path),
        _ => node?.DeepClone(),
    };

    /// <exception cref="WorkshopException">A text stands in the files that the workshop never shows.</exception>
    public void RefuseUnused()
    {
        var first = files[LocalText.Languages[0]];
        if (first.Root.FirstOrDefault(text => !used.Contains(text.Key)).Key is { } unused)
            throw first.Refuse(SourceFile.Member("$", unused), "workshop.unused-text", unused);
    }

    private JsonObject? Use(string key)
    {
        if (!files[LocalText.Languages[0]].Root.ContainsKey(key)) return null;
        used.Add(key);
        return new JsonObject(files.Select(file => KeyValuePair.Create(file.Key, file.Value.Root[key]?.DeepClone())));
    }

    private static void Check(SourceFile file, string key, JsonNode? value)
    {
        var place = SourceFile.Member("$", key);
        if (!Key().IsMatch(key)) throw file.Refuse(place, "workshop.wrong-key", key);
        if (value?.GetValueKind() != JsonValueKind.String) throw file.Refuse(place, "workshop.wrong-value");
        if (Wrong(value.GetValue<string>()) is { } wrong) throw file.Refuse(place, wrong, key);
    }

    /// <summary>A control in a file can be taken out by who wrote it: nothing is changed behind their back.</summary>
    private static string? Wrong(string text) => PlainText.HasControls(text) ? "workshop.wrong-text" : PlainText.Check(text, MostCharacters).Refused switch
    {
        null => null,
        { Code: "text.empty" } => "workshop.empty-text",
        _ => "workshop.wrong-text",
    };

    [GeneratedRegex(@"^[a-z0-9-]{1,40}(\.[a-z0-9-]{1,40}){0,5}\z")]
    private static partial Regex Key();
}
