using System.Diagnostics;
using Participation.LoadTests.Figures;
using Participation.LoadTests.House;
using Participation.LoadTests.Hub;
using Participation.LoadTests.Load;

namespace Participation.LoadTests.Reports;

/// <summary><c>report --live</c>: how long receipts take in a hall while the server makes the PDF of a large session, and in turn while it does not.</summary>
internal static class LiveReport
{
    private sealed record Window(Percentiles Receipts, int Reports, double CpuPercent);

    public static async Task<int> Run(string[] args)
    {
        CheapSockets.Use();
        var arguments = new Arguments(args, "--rows", "--participants", "--rate", "--seconds", "--repeat", "--warm-up", "--json");
        var (rows, seconds, session) = (arguments.Whole("--rows", 10_000), arguments.Whole("--seconds", 8), Guid.Empty);
        await using var hall = await Hall.Fill(arguments, arguments.Whole("--participants", 500), place =>
        {
            WorkshopFolder.WriteIdeas(place, "Load");
            session = Archive.Lay(Path.GetDirectoryName(place)!, rows);
        });
        var room = hall.Rooms[0];
        await room.Doors.Fetch($"/report/{session}.pdf", room.Host);
        await hall.Give(arguments.Number("--rate", 100), Scenario.WarmUpOf(arguments));
        hall.Submissions.Measure();

        var runs = new List<Run>();
        for (var turn = 0; turn < arguments.Whole("--repeat", 4); turn++)
        {
            // Which of the two goes first changes, so that a machine that slows down weighs on both.
            var first = await Give(exporting: turn % 2 == 1);
            var second = await Give(exporting: turn % 2 == 0);
            var (quiet, busy) = turn % 2 == 1 ? (second, first) : (first, second);
            runs.Add(new(
            [
                new("without, receipt p50", "ms", quiet.Receipts.At(0.5)), new("without, receipt p99", "ms", quiet.Receipts.At(0.99)),
                new("during, receipt p50", "ms", busy.Receipts.At(0.5)), new("during, receipt p99", "ms", busy.Receipts.At(0.99)),
                new("during to without, p50", "", busy.Receipts.At(0.5) / quiet.Receipts.At(0.5)), new("during to without, p99", "", busy.Receipts.At(0.99) / quiet.Receipts.At(0.99)),
                new("reports made in a window", "", busy.Reports), new("server without, share of a core", "%", quiet.CpuPercent), new("server during, share of a core", "%", busy.CpuPercent),
            ], []));
        }
        runs.Add(await hall.Judged());
        return await Outcome.Of("report --live", args, runs).Report(arguments["--json"]);

        // One report after another for as long as ideas are given.
        async Task<Window> Give(bool exporting)
        {
            var (receipts, began, before, reports) = (hall.Acknowledge(), Stopwatch.GetTimestamp(), hall.Server!.Cpu, 0);
            var giving = hall.Give(arguments.Number("--rate", 100), seconds);
            while (exporting && !giving.IsCompleted)
            {
                await room.Doors.Fetch($"/report/{session}.pdf", room.Host);
                reports++;
            }
            await giving;
            return new(receipts, reports, 100 * (hall.Server.Cpu - before) / Stopwatch.GetElapsedTime(began));
        }
    }
}
