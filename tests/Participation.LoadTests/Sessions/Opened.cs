using System.Diagnostics;
using System.Text.Json;
using Participation.Journal;
using Participation.Server.Storage;
using Participation.Sessions;
using Participation.Sessions.Reporting;
using Participation.Views;

namespace Participation.LoadTests.Sessions;

/// <summary>What it takes to open one session in this process, in milliseconds and bytes.</summary>
/// <param name="ColdMs">The first time in the process: all code is compiled on the way.</param>
/// <param name="ColdCpuMs">Processor time, on a busy machine the only one to compare; it has the start of the process in it.</param>
/// <param name="ReadMs">The warm opening's first half: rows read and deserialised. <c>FoldMs</c>: its second.</param>
internal sealed record Opened(
    double ColdMs, double WarmMs, double ReadMs, double FoldMs, double ConsoleViewMs, double PhoneViewMs, double ReportMs, double Megabytes,
    double ColdCpuMs, double WarmCpuMs)
{
    private const int Warm = 5;

    /// <summary><c>sessions open DATA SESSION</c>: measures in a process of its own and prints the result as JSON; 1 when the fold does not hold what was told.</summary>
    public static async Task<int> Run(string data, Kept kept)
    {
        await using var journal = new SqliteJournal(Path.Combine(data, "participation.db"));
        var before = Bytes();
        SessionState state = SessionState.None;
        var desk = new Desk<SessionState>(journal, Guid.NewGuid);
        var cold = await Time(async () => state = await desk.Read(kept.Session));
        var coldCpu = Cpu();
        var held = Bytes() - before;
        GC.KeepAlive(desk);
        if (!Holds(state, kept)) return 1;

        var (console, phone) = (Time(() => Screens.Of(state, new Audience(Role.Facilitator))), Time(() => Screens.Of(state, new Audience(Role.Participant))));
        var report = Time(() => SynthesisReport.Of(state, new("it", TimeZoneInfo.Utc, new string('0', 64))));
        IReadOnlyList<Entry> entries = [];
        var (opens, reads, folds) = (new List<double>(), new List<double>(), new List<double>());
        var warmCpu = 0.0;
        for (var n = 0; n < Warm; n++)
        {
            var earlier = Cpu();
            opens.Add(await Time(() => new Desk<SessionState>(journal, Guid.NewGuid).Read(kept.Session)));
            warmCpu += Cpu() - earlier;
            reads.Add(await Time(async () => entries = await journal.Read(kept.Session)));
            folds.Add(Time(() => SessionState.Fold(entries)));
        }
        Console.WriteLine(JsonSerializer.Serialize(new Opened(
            cold, Median.Of(opens).Value, Median.Of(reads).Value, Median.Of(folds).Value, console, phone, report, held / 1e6, coldCpu, warmCpu / Warm), Json.Options));
        return 0;
    }

    /// <summary>No figure counts unless the state is whole.</summary>
    private static bool Holds(SessionState state, Kept kept) => state.Number == kept.Entries && state.Participants.Count == kept.People
        && state.Gives("writing").Count() == kept.Ideas;

    private static long Bytes() => GC.GetTotalMemory(forceFullCollection: true);

    private static double Cpu() => Environment.CpuUsage.TotalTime.TotalMilliseconds;

    private static double Time(Func<object> act)
    {
        var since = Stopwatch.GetTimestamp();
        _ = act();
        return Stopwatch.GetElapsedTime(since).TotalMilliseconds;
    }

    private static async Task<double> Time(Func<Task> act)
    {
        var since = Stopwatch.GetTimestamp();
        await act();
        return Stopwatch.GetElapsedTime(since).TotalMilliseconds;
    }
}
