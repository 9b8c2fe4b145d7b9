using System.Diagnostics;
using Participation.LoadTests.Figures;
using Participation.LoadTests.House;

namespace Participation.LoadTests.Chaos;

/// <summary>
/// Somebody hammers on what costs the server much and them little, while honest people work beside them from the same address: first without it, then with it,
/// in one run. It holds when these are all served, nobody of them is told to wait, and memory stays where it was.
/// </summary>
internal static class HammerProgram
{
    private const long MostGrowth = 200_000_000;
    private static readonly string[] Modes = ["mine", "negotiate", "idle", "frames", "joins"];

    public static async Task<int> Run(string[] args)
    {
        var arguments = new Arguments(args, "--mode", "--connections", "--honest", "--seconds", "--most", "--limit", "--warm-up");
        var mode = arguments.OneOf("--mode", Modes);
        var (people, seconds, tale) = (arguments.Whole("--honest", 40), arguments.Whole("--seconds", 20), new Tale($"hammer {mode}"));
        var connections = arguments.Whole("--connections", mode == "idle" ? 6_000 : 64);
        OpenFiles.Need(connections + (2 * people));
        var (server, workshops, honest) = await Honest.Begin(arguments["--limit"] is null ? mode == "idle" ? 4_000 : null : arguments.Whole("--limit"));
        using var over = new CancellationTokenSource();
        var (hammers, silence) = (new Hammers(honest.Room, over.Token), new Silence(server.Address, addresses: 1));
        Task hammering = Task.CompletedTask;
        try
        {
            await honest.Come(people);
            await honest.Give(arguments.Whole("--warm-up", 10));
            var quiet = await Measure(server, () => honest.Give(seconds));
            hammering = mode == "idle" ? silence.Hold(connections, over.Token) : hammers.Run(mode, connections);
            await Task.Delay(1_000);
            var loud = await Measure(server, () => honest.Give(seconds));
            var entered = await honest.Come(people / 4);
            tale.Expect(!server.HasExited, "the server has ended");
            tale.Expect(quiet.Acks.Count > 0 && loud.Acks.Count > 0, "nobody gave anything");
            tale.Expect(loud.Acks.At(0.99) <= arguments.Number("--most", 500), $"receipts took {loud.Acks.At(0.99):0} ms");
            tale.Expect(server.PeakBytes - quiet.Resident < MostGrowth, $"memory grew by {(server.PeakBytes - quiet.Resident) / 1_000_000} MB");
            await over.CancelAsync();
            await hammering;
            tale.Add(await honest.Judge());
            tale.Add(server.Faults);
            var (asked, refused, cut) = hammers.Done;
            return tale.End(("people", people), ("connections", connections), ("asked", mode == "idle" ? silence.Opened : asked), ("refused", refused), ("cut off", cut),
                ("core without %", quiet.Core), ("core with %", loud.Core), ("MB without", quiet.Resident / 1_000_000), ("MB at most", server.PeakBytes / 1_000_000),
                ("p50 without ms", quiet.Acks.At(0.5)), ("p99 without", quiet.Acks.At(0.99)), ("p50 with", loud.Acks.At(0.5)), ("p99 with", loud.Acks.At(0.99)), ("new ones in p99 ms", entered.At(0.99)), ("asked again", honest.Again));
        }
        finally
        {
            await over.CancelAsync();
            await hammering;
            await honest.DisposeAsync();
            await server.DisposeAsync();
            workshops.Delete(recursive: true);
        }
    }

    private static async Task<(Percentiles Acks, double Core, long Resident)> Measure(ServerProcess server, Func<Task<Percentiles>> work)
    {
        var (cpu, since) = (server.Cpu, Stopwatch.GetTimestamp());
        var acks = await work();
        return (acks, 100 * (server.Cpu - cpu) / Stopwatch.GetElapsedTime(since), server.ResidentBytes);
    }
}
