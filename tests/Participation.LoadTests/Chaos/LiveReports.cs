using Participation.LoadTests.Figures;
using Participation.LoadTests.Oracle;

namespace Participation.LoadTests.Chaos;

/// <summary>Reports while people give: each is a moment of the record, whole and with its chain, and receipts go on.</summary>
internal static class LiveReports
{
    public static async Task<int> Run(string[] args)
    {
        var arguments = new Arguments(args, "--cycles", "--phones");
        var (cycles, tale) = (arguments.Whole("--cycles"), new Tale("report"));
        await using var siege = await Siege.Begin(new CrashServer(), arguments, arguments.Whole("--phones", 20));
        siege.Press();
        await Task.Delay(3000);
        var quiet = Measure(siege);
        await Task.Delay(3000);
        var busy = Measure(siege);
        for (var cycle = 0; cycle < cycles; cycle++)
        {
            var room = siege.Rooms[cycle % 2];
            List<Intent> before = [.. room.Ledger.Intents.Where(intent => intent.IsAcknowledged)];
            var (pdf, json) = (siege.Fetch(room, "pdf"), siege.Fetch(room, "json"));
            if (cycle % 2 == 0) tale.Add((await WordCheck.Exports(room, () => WordCheck.Moment(room, before))).Select(remark => $"job {cycle}: {remark}"));
            tale.Expect((await pdf).AsSpan().StartsWith("%PDF"u8), $"job {cycle} made no PDF");
            var moment = Exported.Read(await json);
            var commands = moment.Entries.Select(entry => entry.Command).ToHashSet();
            tale.Expect(before.TrueForAll(intent => commands.Contains(intent.Sent.Command)), $"job {cycle} lacks what had its receipt before");
            tale.Expect(moment.Entries[^1].Number == moment.Entries.Count && moment.State.Number == moment.Entries.Count, $"job {cycle} is no moment of the record");
        }
        await siege.Rest();
        tale.Add(await siege.Judge());
        tale.Add(siege.TooLittle(cycles));
        return tale.End(("jobs", cycles), ("acknowledged", siege.Acknowledged), ("receipt p99 without, ms", quiet.At(0.99)), ("receipt p99 with, ms", busy.At(0.99)));
    }

    private static Percentiles Measure(Siege siege)
    {
        var measured = new Percentiles();
        foreach (var room in siege.Rooms) room.Ledger.Acknowledging = measured;
        return measured;
    }
}
