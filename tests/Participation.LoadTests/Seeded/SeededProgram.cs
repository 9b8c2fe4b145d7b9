using System.Collections.Concurrent;
using System.Diagnostics;

namespace Participation.LoadTests.Seeded;

/// <summary>Seeds each bug of the list alone and demands that its test fails, and that the same test passes without it.</summary>
internal static class SeededProgram
{
    public static readonly Bug[] All = [.. StorageBugs.All, .. DeskBugs.All, .. ScreenBugs.All, .. DoorBugs.All, .. LineBugs.All, .. ReportBugs.All, .. RefereeBugs.All, .. WritingBugs.All, .. SplitBugs.All];

    public static async Task<int> Run(string[] args)
    {
        var asked = new Arguments(args, "--only", "--minutes", "--after-tests");
        var bugs = All.Where(bug => asked["--only"] is not { } part || bug.Name.Contains(part, StringComparison.OrdinalIgnoreCase)).ToArray();
        if (bugs.Length == 0) throw new FormatException("No bug has such a name.");
        var most = asked["--minutes"] is null ? TimeSpan.MaxValue : TimeSpan.FromMinutes(asked.Number("--minutes"));
        var faults = new ConcurrentDictionary<string, string>();
        // Where all tests have just passed, those that are named here have too.
        if (asked["--after-tests"] != "passed") await Good(bugs, faults);
        var compilers = bugs.Where(bug => bug.IsCompiled).Select(bug => bug.Project).Distinct().ToDictionary(project => project, Compiler.Of);

        var began = Stopwatch.GetTimestamp();
        // On a machine so slow that the time is over first, other days begin with other bugs.
        Random.Shared.Shuffle(bugs);
        var (waiting, tried, slow) = (new ConcurrentQueue<Bug>(bugs), 0, 0);
        await Task.WhenAll(Enumerable.Range(0, Math.Clamp(Environment.ProcessorCount, 1, 4)).Select(async place =>
        {
            using var bench = new Bench($"{place}");
            while (Stopwatch.GetElapsedTime(began) < most && waiting.TryDequeue(out var bug))
            {
                var at = Stopwatch.GetTimestamp();
                var (fault, said) = faults.ContainsKey(bug.Test) ? ("its test fails without the bug", "") : await Seed(bug, compilers.GetValueOrDefault(bug.Project), bench);
                var ended = fault != Told.NotEnded.Words;
                if (!ended) Interlocked.Increment(ref slow);
                else if (fault is not null) faults[bug.Name] = fault;
                Interlocked.Increment(ref tried);
                Console.WriteLine($"{(!ended ? "slow" : fault is null ? "caught" : "MISSED"),-7} {Stopwatch.GetElapsedTime(at).TotalSeconds,5:0.0} s  {bug.Name}: {fault ?? said}");
            }
        }));
        var missed = bugs.Count(bug => faults.ContainsKey(bug.Name));
        Console.WriteLine($"{tried - missed - slow} of {bugs.Length} caught, {missed} missed, {slow} did not end, {bugs.Length - tried} not tried, in {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s");
        return missed == 0 && tried > slow ? 0 : 1;
    }

    private static async Task<(string? Fault, string Said)> Seed(Bug bug, Compiler? compiler, Bench bench)
    {
        if (bug.Seeded() is not { } seeded) return ($"the text does not stand once in {bug.File}", "");
        if (bug.IsCompiled && await Task.Run(() => compiler!.Compile(bug, seeded, bench.Work)) is { } wrong) return ($"does not compile: {wrong}", "");
        var told = await bench.Try(bug, seeded);
        return (told == Told.NotEnded ? told.Words : told.Run == 0 ? $"no test ran: {told.Words}" : told.Failed == 0 ? $"not caught by {bug.Test}" : null, told.Words);
    }

    /// <summary>All tests once without a bug; those that fail are named.</summary>
    private static async Task Good(Bug[] bugs, ConcurrentDictionary<string, string> faults)
    {
        using var bench = new Bench("good");
        string[] tests = [.. bugs.Select(bug => bug.Test).Distinct()];
        if (await bench.Run(tests) is { Failed: 0 } all && all.Run >= tests.Length) return;
        foreach (var test in tests)
            if (await bench.Run(test) is { } alone && (alone.Run == 0 || alone.Failed > 0)) faults[test] = alone.Words;
    }
}
