using Participation.LoadTests.Hub;

namespace Participation.LoadTests.Figures;

/// <summary>Runs a scenario as often as asked, each time from nothing, and reports what all runs together say.</summary>
internal static class Scenario
{
    /// <summary>Code is compiled while it first runs: what is quoted was measured after so many seconds of the same work.</summary>
    private const int WarmUp = 25;

    /// <summary>What every scenario understands.</summary>
    private static readonly string[] Common = ["--warm-up", "--repeat", "--sync", "--json", "--server", "--workshops"];

    public static async Task<int> Run(string name, string[] args, string[] known, Func<Arguments, Task<Run>> once)
    {
        CheapSockets.Use();
        var arguments = new Arguments(args, [.. Common, .. known]);
        var runs = new List<Run>();
        for (var left = arguments.Whole("--repeat", 1); left > 0; left--)
        {
            runs.Add(await once(arguments));
            if (left > 1) await Console.Error.WriteLineAsync($"{name}: {left - 1} to go");
        }
        return await Outcome.Of(name, args, runs).Report(arguments["--json"]);
    }

    /// <summary>Seconds of work before the measuring begins.</summary>
    public static int WarmUpOf(Arguments arguments) => arguments.Whole("--warm-up", WarmUp);
}
