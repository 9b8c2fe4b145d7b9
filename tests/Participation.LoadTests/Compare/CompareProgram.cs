using System.Text.Json;
using Participation.Journal;
using Participation.LoadTests.Figures;

namespace Participation.LoadTests.Compare;

/// <summary>
/// <c>compare --participants N --rate R --seconds S [--repeat K] [--warm-up S] [--json FILE]</c>: the product, a Socket.IO server that does the same,
/// and a bare stream of the same bytes, one after the other in each repeat.
/// </summary>
internal static class CompareProgram
{
    private static readonly string[] Names = ["product", "Socket.IO", "bare stream"];

    public static async Task<int> Run(string[] args)
    {
        var arguments = new Arguments(args, "--participants", "--rate", "--seconds", "--repeat", "--warm-up", "--json");
        var work = new Work(arguments.Whole("--participants"), arguments.Number("--rate"), arguments.Whole("--seconds"), Scenario.WarmUpOf(arguments));
        var rounds = new List<Result[]>();
        for (var left = arguments.Whole("--repeat", 1); left > 0; left--)
        {
            var product = await At(ProductPeer.Start, work);
            rounds.Add([product, await At(() => SocketIoPeer.Start(product.Pace), work), await At(() => StreamPeer.Start(product.Pace), work)]);
            await Console.Error.WriteLineAsync($"compare: {left - 1} to go");
        }
        var remarks = rounds.SelectMany(round => round.Zip(Names, (result, name) => result.Remarks.Select(remark => $"{name}: {remark}"))).SelectMany(some => some).ToList();
        foreach (var line in Table(rounds)) Console.WriteLine(line);
        foreach (var remark in remarks) await Console.Error.WriteLineAsync(remark);
        if (remarks.Count > 0) Console.WriteLine("DOES NOT COUNT: something did not arrive.");
        if (arguments["--json"] is { } path)
        {
            var figures = rounds.Select(round => round.Zip(Names).ToDictionary(pair => pair.Second, pair => pair.First.Figures.Where(figure => double.IsFinite(figure.Value)).ToDictionary(figure => figure.Name, figure => figure.Value)));
            await File.WriteAllTextAsync(path, JsonSerializer.Serialize(new { settings = args, counts = remarks.Count == 0, rounds = figures }, Json.Options));
        }
        return remarks.Count == 0 ? 0 : 1;
    }

    private static async Task<Result> At(Func<Task<IPeer>> start, Work work)
    {
        await using var peer = await start();
        return await Trial.Run(peer, work);
    }

    /// <summary>A figure a line: each peer's median with its range, then the ratios, each of one repeat, with theirs.</summary>
    private static IEnumerable<string> Table(List<Result[]> rounds)
    {
        yield return $"{"",-32}{string.Concat(Names.Select(name => $"{name,24}"))}{"product/Socket.IO",24}{"product/stream",24}";
        for (var row = 0; row < rounds[0][0].Figures.Count; row++)
        {
            var (name, unit, _) = rounds[0][0].Figures[row];
            var sides = Enumerable.Range(0, Names.Length).Select(side => Median.Of(rounds.Select(round => round[side].Figures[row].Value)));
            var ratios = new[] { 1, 2 }.Select(side => Median.Of(rounds.Select(round => round[0].Figures[row].Value / round[side].Figures[row].Value).Where(double.IsFinite)));
            yield return $"{name + " " + unit,-32}{string.Concat(sides.Concat(ratios).Select(value => $"{value,24}"))}";
        }
    }
}
