using System.Diagnostics;
using System.Collections.Concurrent;

namespace Participation.LoadTests.Seeded;

/// <summary>Seeds each bug of the list alone and demands that its test fails, and that the same test passes without it.</summary>
internal static class SeededProgram
{
    private static readonly Bug[] All = [.. StorageBugs.All, .. DeskBugs.All, .. ScreenBugs.All, .. DoorBugs.All, .. ReportBugs.All];

    public static async Task<int> Run(string[] args)
    {
        var asked = new Arguments(args, "--only");
        var bugs = All.Where(bug => asked["--only"] is not { } part || bug.Name.Contains(part, StringComparison.OrdinalIgnoreCase)).ToList();
        if (bugs.Count == 0) throw new FormatException("No bug has such a name.");
        var began = Stopwatch.GetTimestamp();
        var faults = new ConcurrentDictionary<string, string>();
        var good = Good(bugs, faults);
        var compilers = new Dictionary<string, Compiler>();
        foreach (var project in bugs.Select(bug => bug.Project).Distinct()) compilers[project] = await Compiler.Of(project);
        await good;

        var waiting = new ConcurrentQueue<Bug>(bugs);
        await Task.WhenAll(Enumerable.Range(0, Math.Clamp(Environment.ProcessorCount, 1, 4)).Select(async place =>
        {
            using var bench = new Bench($"{place}");
            while (waiting.TryDequeue(out var bug))
            {
                var (at, fault, said) = (Stopwatch.GetTimestamp(), default(string), "");
                if (faults.ContainsKey(bug.Test)) fault = "its test fails without the bug";
                else if (bug.Seeded() is not { } seeded) fault = $"the text does not stand once in {bug.File}";
                else if (await compilers[bug.Project].Compile(bug, seeded, bench.Work) is { } wrong) fault = $"does not compile: {wrong}";
                else if (await bench.Try(bug) is var told)
                    (fault, said) = (told.Run == 0 ? $"no test ran: {told.Words}" : told.Failed == 0 ? $"not caught by {bug.Test}" : null, told.Words);
                if (fault is not null) faults[bug.Name] = fault;
                Console.WriteLine($"{(fault is null ? "caught" : "MISSED"),-7} {Stopwatch.GetElapsedTime(at).TotalSeconds,5:0.0} s  {bug.Name}: {fault ?? said}");
            }
        }));
        var caught = bugs.Count(bug => !faults.ContainsKey(bug.Name));
        Console.WriteLine($"{caught} of {bugs.Count} caught, in {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s");
        return caught == bugs.Count ? 0 : 1;
    }

    /// <summary>All tests once without a bug; those that fail are named.</summary>
    private static async Task Good(List<Bug> bugs, ConcurrentDictionary<string, string> faults)
    {
        using var bench = new Bench("good");
        string[] tests = [.. bugs.Select(bug => bug.Test).Distinct()];
        if (await bench.Run(tests) is { Failed: 0 } all && all.Run >= tests.Length) return;
        foreach (var test in tests)
            if (await bench.Run(test) is { } alone && (alone.Run == 0 || alone.Failed > 0)) faults[test] = alone.Words;
    }
}
