using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Participation.Journal;
using Participation.LoadTests.House;
using Participation.Server.Storage;

namespace Participation.LoadTests.Store;

/// <summary><c>store [--sync MS,…] [--repeat K] [--seconds S] [--json FILE]</c>: the product's journal beside what the machine can give at most, and beside one commit a row.</summary>
internal static class StoreProgram
{
    private const int GroupLimit = 512;
    private const int Rate = 1000;

    /// <summary>Each cost of fsync has a process of its own, started by this one.</summary>
    private const string Inside = "PARTICIPATION_STORE_SYNC";

    public static async Task<int> Run(string[] args)
    {
        var arguments = new Arguments(args, "--sync", "--repeat", "--seconds", "--json");
        if (Environment.GetEnvironmentVariable(Inside) is { } sync)
        {
            var outcome = await Measure(double.Parse(sync, CultureInfo.InvariantCulture), arguments.Whole("--repeat", 5), TimeSpan.FromSeconds(arguments.Whole("--seconds", 2)));
            foreach (var line in outcome.Table()) Console.WriteLine(line);
            if (arguments["--json"] is { } path) await File.AppendAllTextAsync(path, JsonSerializer.Serialize(outcome, Json.Options) + "\n");
            return 0;
        }
        using var disk = new SlowDisk();
        var worst = 0;
        foreach (var milliseconds in (arguments["--sync"] ?? "0,1,2,5").Split(','))
        {
            if (!double.TryParse(milliseconds, CultureInfo.InvariantCulture, out var added)) throw new FormatException("--sync takes milliseconds: 0,1,2,5");
            var start = Self.Start(["store", .. args]);
            start.Environment[Inside] = milliseconds;
            await disk.Slow(start, added);
            using var child = Process.Start(start)!;
            await child.WaitForExitAsync();
            worst = Math.Max(worst, child.ExitCode);
            Console.WriteLine();
        }
        return worst;
    }

    private static async Task<StoreOutcome> Measure(double sync, int repeat, TimeSpan time)
    {
        var ideas = new Ideas();
        // The first round is the warm-up and is not counted.
        await Round(ideas, TimeSpan.FromSeconds(1));
        var rounds = new List<StoreRound>();
        for (var i = 0; i < repeat; i++) rounds.Add(await Round(ideas, time));
        var folder = Directory.CreateTempSubdirectory("participation-store-");
        var fsync = SlowDisk.Measure(folder.FullName);
        folder.Delete(recursive: true);
        return new(sync, fsync, rounds);
    }

    /// <summary>Each on a fresh file, one after the other.</summary>
    private static async Task<StoreRound> Round(Ideas ideas, TimeSpan time)
    {
        var folder = Directory.CreateTempSubdirectory("participation-store-");
        try
        {
            string Fresh(string name)
            {
                var path = Path.Combine(folder.FullName, name);
                new SqliteJournal(path).Dispose();
                return path;
            }

            var (bare, rows) = (Fresh("limit.db"), Fresh("rows.db"));
            Written product, limit, perRow;
            Offered offered;
            await using (var store = new Product(Path.Combine(folder.FullName, "product.db"), ideas))
            {
                await store.Assert();
                product = await store.Write(time);
                offered = await store.Offer(Rate, time);
            }
            using (var table = new BareTable(bare, ideas)) limit = table.Write(GroupLimit, time);
            using (var table = new BareTable(rows, ideas)) perRow = table.Write(1, time);
            return new(product, limit, perRow, offered);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
