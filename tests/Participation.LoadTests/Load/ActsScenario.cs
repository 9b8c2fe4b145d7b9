using System.Diagnostics;
using Participation.LoadTests.Figures;
using Participation.LoadTests.House;

namespace Participation.LoadTests.Load;

/// <summary>A facilitator locks, hides and goes on: how soon 99 of 100 phones know it, and the last.</summary>
internal static class ActsScenario
{
    private static readonly (string Name, string? Item, string Path)[] Acts =
    [
        ("step.lock", WorkshopFolder.Item, "/item/locked"), ("step.unlock", WorkshopFolder.Item, "/item/locked"),
        ("step.hide", WorkshopFolder.Item, "/item/hidden"), ("step.reveal", WorkshopFolder.Item, "/item/hidden"),
        ("session.advance", null, "/position"), ("session.back", null, "/position"),
    ];

    public static Task<int> Run(string[] args) => Scenario.Run("acts", args, ["--participants", "--times", "--within"], Once);

    private static async Task<Run> Once(Arguments arguments)
    {
        var (participants, times) = (arguments.Whole("--participants"), arguments.Whole("--times", 5));
        var (sightings, shares, remarks) = (new Sightings(participants), new List<(double Most, double Last)>(), new List<string>());
        await using var hall = await Hall.WithIdeas(arguments, participants, new Entrance { Shown = sightings.Eyes });
        for (var since = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(since).TotalSeconds < Scenario.WarmUpOf(arguments);) await Round();
        shares.Clear();

        var begin = hall.Read();
        for (var n = 0; n < times; n++) await Round();
        var end = hall.Read();
        var run = await hall.Judged(
            [
                new("acts", "", shares.Count),
                new("99 % of phones, middle act", "ms", Median.Of(shares.Select(share => share.Most)).Value), new("99 % of phones, slowest act", "ms", shares.Max(share => share.Most)),
                new("last phone, middle act", "ms", Median.Of(shares.Select(share => share.Last)).Value), new("last phone, slowest act", "ms", shares.Max(share => share.Last)),
            ],
            begin.Until(end, participants, 0, hall.Server));
        var (middle, within) = (Median.Of(shares.Select(share => share.Most)).Value, arguments.Number("--within", 300));
        if (middle > within) remarks.Add($"99 % of the phones knew the middle act after {middle:0} ms, and {within:0} ms are the goal");
        return run with { Remarks = [.. run.Remarks, .. remarks] };

        async Task Round()
        {
            foreach (var (name, item, path) in Acts)
            {
                var seen = await sightings.Of(path, () => hall.Rooms[0].Act(name, item));
                if (seen.Count < participants) remarks.Add($"{name} reached {seen.Count} of {participants} phones");
                if (seen.Count > 0) shares.Add((seen[(int)Math.Ceiling(0.99 * seen.Count) - 1], seen[^1]));
                // At any moment of the server's interval, as people do.
                await Task.Delay(Random.Shared.Next(200, 500));
            }
        }
    }
}
