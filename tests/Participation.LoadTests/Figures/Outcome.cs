using System.Globalization;
using System.Text.Json;
using Participation.Journal;

namespace Participation.LoadTests.Figures;

/// <summary>What a scenario ends with: medians and ranges over its repeats, as a plain table and as JSON.</summary>
/// <param name="Settings">The words it was called with.</param>
/// <param name="Counts">False: the judge found something, and no figure may be quoted.</param>
internal sealed record Outcome(
    string Scenario, IReadOnlyList<string> Settings, DateTimeOffset At, bool Counts, IReadOnlyList<Spread> Figures, IReadOnlyList<string> Remarks)
{
    private const int MostRemarks = 20;

    public static Outcome Of(string scenario, IReadOnlyList<string> settings, IReadOnlyList<Run> runs)
    {
        var remarks = runs.SelectMany(run => run.Remarks).ToList();
        return new(scenario, settings, DateTimeOffset.UtcNow, remarks.Count == 0,
            [.. runs.SelectMany(run => run.Figures).GroupBy(figure => figure.Name).Select(repeats => Spread.Of([.. repeats]))], remarks);
    }

    /// <summary>A heading, and one figure a line; the range stands beside the median when there were repeats.</summary>
    public IEnumerable<string> Table()
    {
        var repeats = Figures.Max(figure => (int?)figure.Values.Count) ?? 0;
        var width = Figures.Max(figure => (int?)figure.Name.Length) ?? 0;
        yield return $"{Scenario} {string.Join(' ', Settings)}{(Counts ? "" : "   DOES NOT COUNT")}";
        foreach (var figure in Figures)
            yield return $"{figure.Name.PadRight(width)} {Text(figure.Median),12} {figure.Unit,-8}{(repeats > 1 ? $"  {Text(figure.Least)} – {Text(figure.Most)}" : "")}".TrimEnd();
        if (!Counts) yield return $"DOES NOT COUNT: {Remarks.Count} findings.";
    }

    /// <summary>Prints the table, writes the JSON when a file is named, and answers the exit code: 0 only when the figures count.</summary>
    public async Task<int> Report(string? json)
    {
        foreach (var line in Table()) Console.WriteLine(line);
        foreach (var remark in Remarks.Take(MostRemarks)) await Console.Error.WriteLineAsync(remark);
        if (json is not null) await File.WriteAllTextAsync(json, JsonSerializer.Serialize(this, Json.Options));
        return Counts ? 0 : 1;
    }

    private static string Text(double value) => value.ToString(
        value == Math.Floor(value) || Math.Abs(value) >= 100 ? "#,0" : Math.Abs(value) >= 10 ? "0.0" : "0.00", CultureInfo.InvariantCulture);
}
