using Participation.LoadTests.Chaos.Power;
using Participation.LoadTests.Hub;
using Participation.LoadTests.Oracle;

namespace Participation.LoadTests.Chaos;

/// <summary>The server ends in the middle of its work, again and again: every receipt that it gave is true, and it is back at once.</summary>
internal static class Crashes
{
    public static Task<int> Kill(string[] args) => Run("kill", args, null);

    public static async Task<int> Power(string[] args) => await Run("power", args, await PowerLoss.Build());

    private static async Task<int> Run(string name, string[] args, PowerLoss? power)
    {
        var arguments = new Arguments(args, "--cycles", "--phones", "--most", "--within", "--least");
        var (cycles, tale, restarts) = (arguments.Whole("--cycles"), new Tale(name), new List<double>());
        await using var siege = await Siege.Begin(new CrashServer(power), arguments, arguments.Whole("--phones", 40), secret: true);
        var belongings = new Belongings(siege);
        siege.Press();
        for (var cycle = 0; cycle < cycles; cycle++)
        {
            // Three blows in four find people at work, however slow the machine; one may come while they are still coming back.
            if (cycle % 4 != 3) await siege.AtWork();
            await belongings.Add();
            await Task.Delay(Random.Shared.Next(0, arguments.Whole("--most", 1500)));
            await siege.Server.Kill();
            List<Intent> acknowledged = [.. siege.Rooms.SelectMany(room => room.Ledger.Intents).Where(intent => intent.IsAcknowledged)];
            tale.Add(DeadFile.Check(siege.Server.File, acknowledged).Concat(Belongings.Copies(siege.Server.Data)).Select(remark => $"cycle {cycle}: {remark}"));
            var (took, _) = await siege.Server.Start();
            restarts.Add(took.TotalSeconds);
            tale.Expect(took.TotalSeconds <= arguments.Number("--within", 3), $"cycle {cycle}: back after {took.TotalSeconds:0.0} s");
            if (await belongings.Lost() is not { Count: > 0 } lost) continue;
            // Nobody without a seat will ever come to rest.
            tale.Add(lost.Select(remark => $"cycle {cycle}: {remark}"));
            return tale.End(("cycles", cycle + 1), ("acknowledged", siege.Acknowledged));
        }
        await siege.Rest();
        foreach (var phone in siege.Phones.Where(phone => phone.Screen.Bye is not null)) tale.Add([$"a phone lost its seat: {phone.Screen.Bye}"]);
        tale.Add(await siege.Judge());
        List<Intent> ballots = [.. siege.Rooms[^1].Ledger.Intents.Where(intent => intent.IsAcknowledged && intent.Sent.Name == Sent.Casts)];
        tale.Add(DeadFile.Boxes(siege.Server.File, ballots));
        tale.Expect(ballots.Count > 0, "nobody voted in secret");
        tale.Add(siege.TooLittle(cycles, arguments.Number("--least", 0.7)));
        var meant = siege.Rooms.Sum(room => room.Ledger.Intents.Count());
        return tale.End(("cycles", cycles), ("commands meant", meant), ("acknowledged", siege.Acknowledged), ("of these secret ballots", ballots.Count),
            ("connections lost", siege.Phones.Sum(phone => phone.Screen.Lost)), ("longest wait for an answer, s", siege.Rooms.Max(room => room.Ledger.Acknowledging.At(1)) / 1000),
            ("back after, median s", Median.Of(restarts).Value), ("back after, longest s", restarts.Max()));
    }
}
