using Participation.LoadTests.Figures;

namespace Participation.LoadTests.Load;

/// <summary>Some phones stop reading: what the others notice of it, what each costs, and whether they are let go and find back.</summary>
internal static class StalledScenario
{
    /// <summary>A stalled phone's own system takes in no more than this, so that it is soon the server that must keep the rest.</summary>
    private const int Window = 4096;

    private static readonly TimeSpan Return = TimeSpan.FromSeconds(30);

    public static Task<int> Run(string[] args) => Scenario.Run("stalled", args, ["--participants", "--stalled", "--rate", "--seconds", "--pings", "--p99", "--last"], Once);

    private static async Task<Run> Once(Arguments arguments)
    {
        var (participants, count, rate, seconds) = (arguments.Whole("--participants"), arguments.Whole("--stalled"), arguments.Number("--rate"), arguments.Whole("--seconds"));
        if (count >= participants) throw new FormatException("--stalled must be fewer than --participants.");
        await using var hall = await Hall.WithIdeas(arguments, participants, new Entrance { Window = (count, Window) });
        var stalled = hall.Crowd.Phones.Take(count).ToList();
        hall.Crowd.Silent = count;
        await hall.Give(rate, Scenario.WarmUpOf(arguments));

        var sound = hall.Acknowledge();
        hall.Submissions.Measure();
        var first = Heap();
        await hall.Give(rate, seconds);
        var second = Heap();
        foreach (var phone in stalled) phone.Screen.Stall(mute: arguments.OneOf("--pings", "on", "off") == "off");
        var beside = hall.Acknowledge();
        hall.Submissions.Measure();
        var begin = hall.Read();
        await hall.Give(rate, seconds);
        var (end, third) = (hall.Read(), Heap());

        foreach (var phone in stalled) phone.Screen.Wake();
        var back = await Back(stalled);
        var run = await hall.Judged();
        // What the ideas themselves take was seen in the first half, which is as long.
        double? each = third - second - (second - first);
        // F14: what the others may notice.
        var (p99, last) = (arguments.Number("--p99", 100), arguments.Number("--last", 500));
        return run with
        {
            Figures =
            [
                .. sound.Figures("receipt, none stalled"), .. beside.Figures("receipt beside the stalled"), .. hall.OnPhones(hall.Crowd.Phones.Skip(count)).Figures("on phones beside the stalled"),
                .. begin.Until(end, participants, 0, hall.Server),
                .. each is { } bytes ? (Figure[])[new("heap for each stalled phone", "kB", bytes / 1e3 / count)] : [],
                new("stalled", "", count), new("let go", "", stalled.Count(phone => phone.Screen.Lost > 0)), new("back", "", back), .. run.Figures,
            ],
            Remarks =
            [
                .. run.Remarks,
                .. back < count ? (string[])[$"{count - back} stalled phones did not come back"] : [],
                .. beside.At(0.99) > p99 ? (string[])[$"99 % of the others' receipts took {beside.At(0.99):0} ms, and {p99:0} ms are the goal"] : [],
                .. beside.At(1) > last ? (string[])[$"the others' last receipt took {beside.At(1):0} ms, and {last:0} ms are the goal"] : [],
            ],
        };

        double? Heap() => hall.Server?.Gauge.Read(collect: true).Live;
    }

    /// <summary>How many of them show what the others show, before patience ends.</summary>
    private static async Task<int> Back(List<Phone> stalled)
    {
        using var patience = new CancellationTokenSource(Return);
        while (true)
        {
            var back = stalled.Count(phone => phone.Screen.JoinedAt > 0 && phone.Totals.Last == phone.Room.Ledger.Intents.Count(intent => intent.Sent.Name == "contribution.write"));
            if (back == stalled.Count || patience.IsCancellationRequested) return back;
            await Task.Delay(200, CancellationToken.None);
        }
    }
}
