using System.Diagnostics;
using Participation.LoadTests.Oracle;

namespace Participation.LoadTests.Chaos;

/// <summary>The disk is full for a while: answers say so and ask for patience, none of them is a false receipt, and space brings everything back without a restart.</summary>
internal static class FullDisk
{
    private const int Kept = 64 * 1024;

    public static async Task<int> Run(string[] args)
    {
        var arguments = new Arguments(args, "--cycles", "--phones", "--within");
        var (cycles, tale, recovered) = (arguments.Whole("--cycles"), new Tale("full"), new List<double>());
        await using var siege = await Siege.Begin(new CrashServer(), arguments, arguments.Whole("--phones", 20));
        siege.Press();
        for (var cycle = 0; cycle < cycles; cycle++)
        {
            await Task.Delay(500);
            await siege.Server.LimitFiles(Kept);
            await Until(() => Refused() > cycle * siege.Phones.Count, TimeSpan.FromSeconds(20));
            List<Intent> acknowledged = [.. siege.Rooms.SelectMany(room => room.Ledger.Intents).Where(intent => intent.IsAcknowledged)];
            tale.Add(DeadFile.Check(siege.Server.File, acknowledged));
            var before = siege.Acknowledged;
            tale.Expect((await siege.Fetch(siege.Rooms[0], "json")).Length > 0, "nothing could be read while the disk was full");
            await siege.Server.LimitFiles(null);
            var since = Stopwatch.GetTimestamp();
            await Until(() => siege.Acknowledged >= before + siege.Phones.Count, TimeSpan.FromSeconds(20));
            recovered.Add(Stopwatch.GetElapsedTime(since).TotalSeconds);
            tale.Expect(recovered[^1] <= arguments.Number("--within", 5), $"cycle {cycle}: receipts again only after {recovered[^1]:0.0} s");
        }
        await siege.Rest();
        tale.Add(await siege.Judge());
        tale.Add(siege.TooLittle(cycles));
        tale.Expect(Refused() > 0, "nobody was told that the disk is full");
        return tale.End(("cycles", cycles), ("acknowledged", siege.Acknowledged), ("told to be patient", Refused()), ("receipts again after, longest s", recovered.Max()));

        int Refused() => siege.Rooms.Sum(room => room.Ledger.Later.GetValueOrDefault("journal.full"));
    }

    private static async Task Until(Func<bool> holds, TimeSpan patience)
    {
        for (var since = Stopwatch.GetTimestamp(); !holds() && Stopwatch.GetElapsedTime(since) < patience;) await Task.Delay(20);
    }
}
