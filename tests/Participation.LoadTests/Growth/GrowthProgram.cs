using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Participation.Journal;
using Participation.LoadTests.Figures;

namespace Participation.LoadTests.Growth;

/// <summary>
/// <c>growth participants|rate|contributions|tables|sessions [--sizes A,B,…] [--participants N] [--rate R] [--seconds S] [--warm-up S] [--repeat K] [--json FILE]</c>:
/// the same load at growing sizes, each with a server and a program of its own, and how each cost grows.
/// </summary>
internal static class GrowthProgram
{
    private static readonly string[] Costs =
        ["server, share of a core", "receipt, p50", "receipt, p99", "on the console, p50", "on phones, p50", "on phones, p99", "traffic to a phone", "server memory"];

    public static async Task<int> Run(string[] args)
    {
        var arguments = new Arguments(args, "--sizes", "--participants", "--rate", "--seconds", "--warm-up", "--repeat", "--sync", "--json");
        var series = Series.All.FirstOrDefault(known => arguments.Plain.SequenceEqual([known.Name]))
            ?? throw new FormatException($"growth needs one of: {string.Join(", ", Series.All.Select(known => known.Name))}.");
        var sizes = arguments["--sizes"] is null ? series.Sizes : arguments.Wholes("--sizes");
        var outcomes = new List<(int Size, Outcome Outcome)>();
        foreach (var size in sizes)
        {
            var words = Words(series, size, arguments);
            await Console.Error.WriteLineAsync($"load {string.Join(' ', words)}");
            outcomes.Add((size, await Load(words)));
        }
        foreach (var line in Table(series, outcomes)) Console.WriteLine(line);
        if (arguments["--json"] is { } path)
            await File.WriteAllTextAsync(path, JsonSerializer.Serialize(outcomes.Select(each => new { series.Name, each.Size, each.Outcome }), Json.Options));
        return outcomes.TrueForAll(each => each.Outcome.Counts) ? 0 : 1;
    }

    private static List<string> Words(Series series, int size, Arguments arguments)
    {
        var words = new Dictionary<string, string>(series.Fixed) { ["--seconds"] = "20" };
        foreach (var name in (string[])["--participants", "--rate", "--seconds", "--warm-up", "--repeat", "--sync"])
            if (arguments[name] is { } said) words[name] = said;
        words[series.Option] = size.ToString(CultureInfo.InvariantCulture);
        return [.. words.SelectMany(word => (string[])[word.Key, word.Value])];
    }

    /// <exception cref="InvalidOperationException">This size cannot be measured here.</exception>
    private static async Task<Outcome> Load(List<string> words)
    {
        var file = Path.GetTempFileName();
        try
        {
            var start = Self.Start(["load", .. words, "--json", file]);
            start.RedirectStandardOutput = true;
            using var load = Process.Start(start)!;
            await load.StandardOutput.ReadToEndAsync();
            await load.WaitForExitAsync();
            var json = await File.ReadAllTextAsync(file);
            return json.Length > 0 ? JsonSerializer.Deserialize<Outcome>(json, Json.Options)! : throw new InvalidOperationException($"load {string.Join(' ', words)} measured nothing.");
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static IEnumerable<string> Table(Series series, List<(int Size, Outcome Outcome)> outcomes)
    {
        yield return $"{series.Name,-34}{string.Concat(outcomes.Select(each => $"{each.Size.ToString("#,0", CultureInfo.InvariantCulture) + (each.Outcome.Counts ? "" : " !"),12}"))}{"exponent",12}{"at the end",12}";
        foreach (var cost in Costs)
        {
            var figures = outcomes.Select(each => (each.Size, Figure: each.Outcome.Figures.FirstOrDefault(figure => figure.Name == cost))).ToList();
            var curve = Curve.Of(figures.Where(each => each.Figure is not null).Select(each => ((double)each.Size, each.Figure!.Median)));
            var values = figures.Select(each => $"{Median.Of(each.Figure is { } figure ? [figure.Median] : []),12}");
            var unit = figures.Find(each => each.Figure is not null).Figure?.Unit;
            yield return string.Create(CultureInfo.InvariantCulture, $"{cost + ", " + unit,-34}{string.Concat(values)}{curve?.Exponent,12:0.00}{curve?.AtTheEnd,12:0.00}  {curve?.Word}");
        }
        if (outcomes.Exists(each => !each.Outcome.Counts)) yield return "! DOES NOT COUNT: something was lost, doubled or shown otherwise.";
    }
}
