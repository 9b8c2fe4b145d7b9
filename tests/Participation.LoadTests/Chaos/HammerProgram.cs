using System.Diagnostics;
using Participation.LoadTests.Figures;
using Participation.LoadTests.House;
using Participation.LoadTests.Oracle;

namespace Participation.LoadTests.Chaos;

/// <summary>
/// Somebody hammers on what costs the server much and them little, while honest people work beside them from the same address: first without it, then with it,
/// in one run. It holds when these are all served, nobody of them is told to wait, memory stays where it was, and whoever hammers is given no more than is promised: a count, which
/// a busy machine cannot cross. Where the machine does nothing else, receipts are timed too.
/// </summary>
internal static class HammerProgram
{
    private const long MostGrowth = 200_000_000;
    private static readonly string[] Modes = ["mine", "negotiate", "idle", "frames", "joins"];

    public static async Task<int> Run(string[] args)
    {
        var arguments = new Arguments(args, "--mode", "--connections", "--honest", "--seconds", "--most", "--limit", "--warm-up", "--patience");
        var mode = arguments.OneOf("--mode", Modes);
        var (people, seconds, tale) = (arguments.Whole("--honest", 40), arguments.Whole("--seconds", 20), new Tale($"hammer {mode}"));
        var connections = arguments.Whole("--connections", mode == "idle" ? 6_000 : 64);
        OpenFiles.Need(connections + (2 * people));
        int? limit = arguments["--limit"] is not null ? arguments.Whole("--limit") : mode switch { "idle" => 4_000, "negotiate" => 1_000, _ => null };
        var patience = TimeSpan.FromSeconds(arguments.Whole("--patience", 60));
        var (server, workshops, honest) = await Honest.Begin(patience, limit);
        using var over = new CancellationTokenSource();
        var (hammers, silence) = (new Hammers(honest.Room, over.Token), new Silence(server.Address, addresses: 1));
        Task hammering = Task.CompletedTask;
        try
        {
            await honest.Come(people);
            await honest.Give(arguments.Whole("--warm-up", 10));
            var quiet = await Measure(server, () => honest.Give(seconds));
            var began = Stopwatch.GetTimestamp();
            hammering = mode == "idle" ? silence.Hold(connections, over.Token) : hammers.Run(mode, connections);
            await Task.Delay(1_000);
            var loud = await Measure(server, () => honest.Give(seconds));
            while (mode != "idle" && hammers.Asked <= hammers.Answered && Stopwatch.GetElapsedTime(began) < patience) await honest.Give(1);
            var entered = await honest.Come(people / 4);
            if (!tale.Expect(honest.Shut == 0, "somebody new did not come in")) return tale.End(("connections", connections), ("asked again", honest.Again));
            tale.Expect(!server.HasExited, "the server has ended");
            tale.Expect(quiet.Acks.Count > 0 && loud.Acks.Count > 0, "nobody gave anything");
            tale.Expect(!Healing.Times(arguments) || loud.Acks.At(0.99) <= arguments.Number("--most", 500), $"receipts took {loud.Acks.At(0.99):0} ms");
            tale.Expect(mode == "idle" ? silence.Opened > limit : hammers.Asked > hammers.Answered, "proved nothing: the attack asked for no more than it was given");
            var answered = hammers.Answered;
            var given = Given(mode, hammers.Opened, connections, limit, Stopwatch.GetElapsedTime(began).TotalSeconds);
            tale.Expect(answered <= given, $"whoever hammers was answered {answered} times, and promised are at most {given:0}");
            tale.Expect(server.PeakBytes - quiet.Resident < MostGrowth, $"memory grew by {(server.PeakBytes - quiet.Resident) / 1_000_000} MB");
            await over.CancelAsync();
            await hammering;
            tale.Add(await honest.Judge());
            tale.Add(server.Faults);
            return tale.End(("people", people), ("connections", connections), ("asked", mode == "idle" ? silence.Opened : hammers.Asked), ("answered", answered), ("promised at most", given), ("refused", hammers.Refused), ("cut off", hammers.Cut),
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

    /// <summary>
    /// The most that an attack may be answered in so many seconds; of each bucket one more, which may be filling just then. The figures stand here once more and are not asked of the
    /// server: who loosens a limit there loosens a promise.
    /// </summary>
    /// <param name="opened">So many live connections it opened in all, each with a full bucket.</param>
    private static double Given(string mode, long opened, int connections, int? files, double seconds) => mode switch
    {
        "mine" => Hammers.Seats * (5 + (seconds / 10) + 1),
        "negotiate" => (Screens(files!.Value) / 8.0) + (Screens(files.Value) / 160.0 * seconds) + 1,
        "frames" => ((opened * 2_600) + (connections * 700 * seconds)) / Hammers.CostOfPing + opened,
        // Ten answers, and the hub's own words at the beginning, between and at the end.
        "joins" => 13 * opened,
        _ => 0,
    };

    /// <summary>Live screens of a server that may open so many files: it keeps 400 and a tenth, and a screen needs more than one.</summary>
    private static int Screens(int files) => Math.Max(files / 10, files - 400 - (files / 10)) * 4 / 5;

    private static async Task<(Percentiles Acks, double Core, long Resident)> Measure(ServerProcess server, Func<Task<Percentiles>> work)
    {
        var (cpu, since) = (server.Cpu, Stopwatch.GetTimestamp());
        var acks = await work();
        return (acks, 100 * (server.Cpu - cpu) / Stopwatch.GetElapsedTime(since), server.ResidentBytes);
    }
}
