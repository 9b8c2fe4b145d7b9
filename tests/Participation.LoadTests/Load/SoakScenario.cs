using System.Diagnostics;
using Participation.LoadTests.Figures;
using Participation.LoadTests.House;
using Participation.LoadTests.Hub;

namespace Participation.LoadTests.Load;

/// <summary>A long meeting: people work and lose their connections now and then, and the server's memory must not grow with time.</summary>
internal static class SoakScenario
{
    private const int Options = 8;
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    public static Task<int> Run(string[] args) => Scenario.Run("soak", args, ["--participants", "--minutes", "--rate", "--kind", "--cuts"], Once);

    private static async Task<Run> Once(Arguments arguments)
    {
        var (participants, minutes, rate) = (arguments.Whole("--participants"), arguments.Number("--minutes"), arguments.Number("--rate", 5));
        var (ideas, cuts) = (arguments.OneOf("--kind", "dot-vote", "ideas") == "ideas", arguments.Number("--cuts", 1));
        await using var hall = ideas
            ? await Hall.WithIdeas(arguments, participants)
            : await Hall.Fill(arguments, participants, place => WorkshopFolder.WriteDots(place, "Soak", Options));
        if (hall.Server is not { } server) throw new FormatException("soak starts a server of its own.");
        await Work(Scenario.WarmUpOf(arguments));
        // A forced collection gives memory back that work soon takes again: that is no rise.
        var (collected, first) = (hall.Read(), server.Gauge.Read(collect: true));
        await Work(Scenario.WarmUpOf(arguments));

        var acknowledging = hall.Acknowledge();
        hall.Submissions.Measure();
        var (begin, samples) = (hall.Read(), new List<(double Hours, double Resident)>());
        using var done = new CancellationTokenSource();
        var sampling = Sample(server, begin, samples, done.Token);
        await Work(minutes * 60);
        await done.CancelAsync();
        await sampling;
        var (end, last) = (hall.Read(), server.Gauge.Read(collect: true));
        return await hall.Judged(
            [
                new("memory rises", "MB/h", Slope.Of(samples)), new("heap rises", "MB/h", (last.Live - first.Live) / 1e6 / (collected.SecondsUntil(end) / 3600)),
                new("heap", "MB", last.Live / 1e6), new("samples", "", samples.Count), new("given", "", acknowledging.Count),
            ],
            acknowledging.Figures("receipt"), begin.Until(end, participants, 0, server));

        Task Work(double seconds) => Task.WhenAll(Loops.Open(rate, seconds, Give), Loops.Open(cuts, seconds, Cut));

        Task Give(long due) => ideas
            ? hall.Submissions.Give(hall.Crowd.Next(), due)
            : hall.Rooms[0].Ledger.Give(hall.Crowd.Next().Screen, Sent.Ballot(WorkshopFolder.Item, "", $"3 o{Random.Shared.Next(1, Options + 1)}"), due);

        Task Cut(long due)
        {
            hall.Crowd.Phones[Random.Shared.Next(participants)].Screen.Cut();
            return Task.CompletedTask;
        }
    }

    private static async Task Sample(ServerProcess server, Meters begin, List<(double Hours, double Resident)> samples, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            samples.Add((Stopwatch.GetElapsedTime(begin.At).TotalHours, server.ResidentBytes / 1e6));
            await Task.Delay(Every, ct).ContinueWith(static _ => { }, TaskScheduler.Default);
        }
    }
}
