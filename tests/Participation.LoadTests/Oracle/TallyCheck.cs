using System.Text;
using System.Text.Json.Nodes;
using Participation.Activities.Opinions;
using Participation.LoadTests.Polis;
using Statement = Participation.LoadTests.Polis.Statement;

namespace Participation.LoadTests.Oracle;

/// <summary>A statement with its counts, as a screen or the model shows it.</summary>
internal sealed record Counted(string Id, string Text, Tally Tally);

/// <summary>Holds counts against a conversation's own: every statement, by its text and its votes.</summary>
internal static class TallyCheck
{
    public static IEnumerable<Counted> Of(OpinionsView view) => view.Rows.Select(row =>
        new Counted(row.Id, row.Text!, new Tally(row.Agree ?? -1, row.Disagree ?? -1, row.Pass ?? -1)));

    public static IEnumerable<Counted> Of(JsonNode told) => told["rows"]!.AsArray().Select(row =>
        new Counted(row!["id"]!.GetValue<string>(), row["text"]!.GetValue<string>(),
            new Tally(row["agree"]!.GetValue<int>(), row["disagree"]!.GetValue<int>(), row["pass"]!.GetValue<int>())));

    /// <param name="ids">The id in the session of each statement of the conversation.</param>
    public static IEnumerable<string> Differences(PolisFolder folder, IReadOnlyDictionary<string, string> ids, IEnumerable<Counted> shown)
    {
        var counted = shown.ToDictionary(row => row.Id);
        foreach (var statement in folder.Statements)
        {
            if (!counted.Remove(ids[statement.Id], out var row)) yield return $"statement {statement.Id} is missing";
            else if (row.Text != Text(statement)) yield return $"statement {statement.Id} has another text: {row.Text}";
            else if (row.Tally != folder.Tallies.GetValueOrDefault(statement.Id))
                yield return $"statement {statement.Id} ({row.Id}) stands at {row.Tally} instead of {folder.Tallies.GetValueOrDefault(statement.Id)}";
        }
        foreach (var row in counted.Values) yield return $"{row.Id} is no statement of the conversation";
    }

    private static string Text(Statement statement) => statement.Text.Normalize(NormalizationForm.FormC);
}
