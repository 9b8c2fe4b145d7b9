using System.Text.Json.Nodes;

namespace Participation.LoadTests.House;

/// <summary>The kinds of step as their examples say it: the file that the journeys in the browser read too, written by the tests.</summary>
internal static class Kinds
{
    /// <summary>What is said with a command in the first place where one is sent, by its name.</summary>
    public static IReadOnlyDictionary<string, JsonNode> Said { get; } = JsonNode.Parse(File.ReadAllText(Repository.At("tests", "Participation.BrowserTests", "house", "kinds.approved.json")))!.AsArray()
        .SelectMany(kind => kind!["full"]!.AsArray()).GroupBy(sent => sent!["name"]!.GetValue<string>()).ToDictionary(same => same.Key, same => same.First()!["data"]!);
}
