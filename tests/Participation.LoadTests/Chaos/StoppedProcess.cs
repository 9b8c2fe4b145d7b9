using System.Diagnostics;
using Participation.LoadTests.Hub;
using Participation.LoadTests.Oracle;

namespace Participation.LoadTests.Chaos;

/// <summary>The lid is closed: the server's process stands still and goes on. Everyone comes back, nothing is lost, and no step closed by itself.</summary>
internal static class StoppedProcess
{
    private static readonly TimeSpan Back = TimeSpan.FromSeconds(30);

    public static async Task<int> Run(string[] args)
    {
        var arguments = new Arguments(args, "--cycles", "--seconds", "--phones");
        var (cycles, seconds, tale, back) = (arguments.Whole("--cycles"), arguments.Number("--seconds"), new Tale("stop"), new List<double>());
        await using var siege = await Siege.Begin(new CrashServer(), arguments, arguments.Whole("--phones", 20));
        // A timer that ends meanwhile asks the facilitator; it closes nothing.
        foreach (var room in siege.Rooms) await room.Ledger.Give(room.Console, new Sent(Guid.CreateVersion7(), "timer.start", new { seconds = 5 }));
        siege.Press();
        for (var cycle = 0; cycle < cycles; cycle++)
        {
            await Task.Delay(500);
            await siege.Server.Signal("STOP");
            await Task.Delay(TimeSpan.FromSeconds(seconds));
            var before = siege.Acknowledged;
            await siege.Server.Signal("CONT");
            var since = Stopwatch.GetTimestamp();
            while (siege.Acknowledged < before + siege.Phones.Count && Stopwatch.GetElapsedTime(since) < Back) await Task.Delay(20);
            back.Add(Stopwatch.GetElapsedTime(since).TotalSeconds);
            tale.Expect(back[^1] < Back.TotalSeconds, $"cycle {cycle}: no receipts {Back.TotalSeconds} s after it went on");
        }
        await siege.Rest();
        // An act of nobody, a step that closed by itself, would be an entry that nobody meant.
        tale.Add(await siege.Judge());
        tale.Add(siege.TooLittle(cycles));
        foreach (var room in siege.Rooms)
            tale.Expect(Exported.Read(await siege.Fetch(room, "json")).State.Stage is { Closed: false, Open: not null }, "a step closed by itself");
        return tale.End(("cycles", cycles), ("stood still each, s", seconds), ("acknowledged", siege.Acknowledged), ("receipts again after, longest s", back.Max()));
    }
}
