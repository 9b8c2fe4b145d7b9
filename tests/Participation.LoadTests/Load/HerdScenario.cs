using System.Diagnostics;
using Participation.LoadTests.Figures;

namespace Participation.LoadTests.Load;

/// <summary>All connections are lost at one moment, and all come back from one address: the router of a hall was switched off and on.</summary>
internal static class HerdScenario
{
    private const double Rate = 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    public static Task<int> Run(string[] args) => Scenario.Run("herd", args, ["--participants", "--times", "--pause", "--within"], Once);

    private static async Task<Run> Once(Arguments arguments)
    {
        var (participants, times) = (arguments.Whole("--participants"), arguments.Whole("--times", 3));
        await using var hall = await Hall.WithIdeas(arguments, participants, new Entrance { Addresses = 1, FirstPause = arguments.Whole("--pause", 500) });
        await hall.Give(Rate, Scenario.WarmUpOf(arguments));
        await Scatter(hall.Crowd, new());

        var (returning, missing) = (new Percentiles(), 0);
        var (refused, begin) = (Refused(hall), hall.Read());
        for (var n = 0; n < times; n++) missing += await Scatter(hall.Crowd, returning);
        refused = Refused(hall) - refused;
        var end = hall.Read();
        var run = await hall.Judged(
            [new("lost at once", "", participants), .. returning.Figures("back in the room"), new("refused", "", refused), new("not back", "", missing)],
            begin.Until(end, participants, 0, hall.Server));
        var (within, back) = (arguments.Number("--within", Within(participants)) * 1000, returning.At(0.99));
        return run with
        {
            Remarks =
            [
                .. run.Remarks,
                .. missing > 0 ? (string[])[$"{missing} phones did not come back"] : [],
                .. refused > 0 ? (string[])[$"{refused} phones were refused on their way back"] : [],
                .. back > within ? (string[])[$"99 % were back after {back:0} ms, and {within:0} ms are the goal"] : [],
            ],
        };
    }

    /// <summary>The goal in seconds (F6): 3 for a room of 500, 10 for a hall of 2,000, between and beyond in proportion.</summary>
    private static double Within(int participants) => Math.Max(3, 3 + ((participants - 500) * 7 / 1500.0));

    private static int Refused(Hall hall) => hall.Crowd.Phones.Sum(phone => phone.Screen.Refused);

    /// <summary>Cuts every connection and waits until all are back; answers how many are not.</summary>
    private static async Task<int> Scatter(Crowd crowd, Percentiles returning)
    {
        var cut = Stopwatch.GetTimestamp();
        foreach (var phone in crowd.Phones) phone.Screen.Cut();
        while (crowd.Phones.Any(phone => phone.Screen.JoinedAt < cut) && Stopwatch.GetElapsedTime(cut) < Patience) await Task.Delay(20);
        foreach (var phone in crowd.Phones.Where(phone => phone.Screen.JoinedAt > cut)) returning.Add(cut, phone.Screen.JoinedAt);
        return crowd.Phones.Count(phone => phone.Screen.JoinedAt < cut);
    }
}
