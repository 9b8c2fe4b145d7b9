using System.Runtime.InteropServices;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Participation.Server.Storage;

/// <summary>Whether the ballot boxes agree with the journal: in each lie as many ballots as people have voted since it was last emptied by a count.</summary>
internal static class BoxCheck
{
    private sealed record Told(byte[] Stream, string Name, string? Data);

    private sealed record Lying(byte[] Session, string Item, long Round, string Paper, string Ballots);

    /// <summary>The boxes that do not agree, each in a sentence.</summary>
    public static IReadOnlyList<string> Of(SqliteConnection db)
    {
        if (db.ExecuteScalar<int>("SELECT count(*) FROM sqlite_schema WHERE name = 'box'") == 0) return [];
        var (voted, counted) = (new Dictionary<(string Stream, string Item, long Round, string Paper), int>(), new HashSet<(string, string, long)>());
        foreach (var told in db.Query<Told>("SELECT stream, name, data FROM entry WHERE name IN ('step.voted', 'step.counted')", buffered: false))
        {
            if (Parse(told.Data) is not { ValueKind: JsonValueKind.Object } e || Text(e, "item") is not { } item
                || !e.TryGetProperty("round", out var counts) || counts.ValueKind != JsonValueKind.Number || !counts.TryGetInt64(out var round)) continue;
            var stream = Convert.ToHexStringLower(told.Stream);
            if (told.Name == "step.counted") counted.Add((stream, item, round));
            else if (Text(e, "paper") is { } paper) CollectionsMarshal.GetValueRefOrAddDefault(voted, (stream, item, round, paper), out _)++;
        }
        var lying = db.Query<Lying>("SELECT session, item, round, paper, ballots FROM box")
            .ToDictionary(box => (Stream: Convert.ToHexStringLower(box.Session), box.Item, box.Round, box.Paper), box => Ballots(box.Ballots));
        foreach (var paper in voted.Keys.Where(paper => counted.Contains((paper.Stream, paper.Item, paper.Round))).ToList()) voted.Remove(paper);
        return [.. voted.Keys.Union(lying.Keys).Where(paper => voted.GetValueOrDefault(paper) != lying.GetValueOrDefault(paper)).Select(paper =>
            $"the ballot box of {paper.Item}, round {paper.Round}, {paper.Paper} of journal {paper.Stream} holds {lying.GetValueOrDefault(paper)} ballots for {voted.GetValueOrDefault(paper)} votes")];
    }

    // What cannot be read breaks the chain too, and is named there.
    private static JsonElement? Parse(string? text)
    {
        try
        {
            return text is null ? null : JsonElement.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement json, string member) => json.TryGetProperty(member, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;

    private static int Ballots(string text) =>
        Parse(text) is { ValueKind: JsonValueKind.Object } json && Number(json, "ballots") is { } n && json.TryGetProperty("marks", out var marks)
        // A mark is made once on a ballot: no more of it than there are ballots.
        && marks.ValueKind == JsonValueKind.Object && marks.EnumerateObject().All(mark => mark.Value is { ValueKind: JsonValueKind.Number } made && made.TryGetInt32(out var times) && times >= 1 && times <= n) ? n : -1;

    private static int? Number(JsonElement json, string member) =>
        json.TryGetProperty(member, out var number) && number.ValueKind == JsonValueKind.Number && number.TryGetInt32(out var n) ? n : null;
}
