using System.Diagnostics;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Participation.LoadTests.Chaos;

/// <summary>Another program (a viewer, a backup, a virus scanner) holds the data file: under five seconds nobody notices, beyond that the answer asks for patience.</summary>
internal static class LockedFile
{
    private static readonly int[] Holds = [1000, 2000, 3500, 10_000];

    public static async Task<int> Run(string[] args)
    {
        var arguments = new Arguments(args, "--cycles", "--phones", "--most");
        var (cycles, most, tale, noticed) = (arguments.Whole("--cycles"), arguments.Whole("--most", 10_000), new Tale("locked"), 0);
        await using var siege = await Siege.Begin(new CrashServer(), arguments, arguments.Whole("--phones", 20));
        siege.Press();
        for (var cycle = 0; cycle < cycles; cycle++)
        {
            var (hold, before) = (Math.Min(most, Holds[cycle % Holds.Length]), Refused());
            var held = await Hold(siege.Server.File, hold);
            await Task.Delay(400);
            if (Refused() == before) continue;
            noticed++;
            tale.Expect(held > 4500, $"cycle {cycle}: held for {held:0} ms, and people were told");
        }
        await siege.Rest();
        tale.Add(await siege.Judge());
        tale.Add(siege.TooLittle(cycles));
        return tale.End(("cycles", cycles), ("acknowledged", siege.Acknowledged), ("holds that people were told of", noticed), ("told to be patient", Refused()));

        int Refused() => siege.Rooms.Sum(room => room.Ledger.Later.GetValueOrDefault("journal.locked"));
    }

    /// <summary>How long it held it in earnest: a busy machine may be late to let go.</summary>
    private static async Task<double> Hold(string file, int milliseconds)
    {
        await using var db = new SqliteConnection($"Data Source={file};Pooling=False;Default Timeout=10");
        db.Open();
        db.Execute("BEGIN EXCLUSIVE");
        var since = Stopwatch.GetTimestamp();
        await Task.Delay(milliseconds);
        db.Execute("ROLLBACK");
        return Stopwatch.GetElapsedTime(since).TotalMilliseconds;
    }
}
