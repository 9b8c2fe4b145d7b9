using System.Text.Json.Nodes;

namespace Participation.LoadTests.Reader;

/// <summary>A step of an agenda, as its workshop's files say it.</summary>
/// <param name="Statements">Texts that are there from the start.</param>
/// <param name="Options">What dots are put on: id and label.</param>
/// <param name="Approved">What people write is shown once a facilitator approved it.</param>
internal sealed record Step(string Id, string Kind, IReadOnlyList<string> Statements, IReadOnlyDictionary<string, string> Options, bool Approved, bool Secret)
{
    /// <summary>The steps of the workshop in a folder.</summary>
    public static IReadOnlyList<Step> Read(string folder, string language)
    {
        var texts = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, $"texts.{language}.json")))!;
        var workshop = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "workshop.json")))!;
        return [.. workshop["agenda"]!.AsArray().Select(item => Of(item!, text => text.StartsWith('@') ? Member(texts, text[1..]) : text))];
    }

    private static Step Of(JsonNode item, Func<string, string> words)
    {
        var settings = item["settings"]!;
        return new(
            item["id"]!.GetValue<string>(), item["kind"]!.GetValue<string>(),
            [.. (settings["statements"]?.AsArray() ?? []).Select(text => words(text!.GetValue<string>()))],
            (settings["options"]?.AsArray() ?? []).ToDictionary(option => option!["id"]!.GetValue<string>(), option => words(option!["label"]!.GetValue<string>())),
            item["moderation"]?.GetValue<string>() == "before", settings["secret"]?.GetValue<bool>() is true);
    }

    private static string Member(JsonNode texts, string key) => key.Split('.').Aggregate(texts, (node, part) => node[part]!).GetValue<string>();
}
