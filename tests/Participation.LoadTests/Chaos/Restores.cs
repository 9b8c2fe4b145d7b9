using Participation.LoadTests.Hub;
using Participation.LoadTests.Oracle;
using Participation.Server.Storage;

namespace Participation.LoadTests.Chaos;

/// <summary>
/// A backup that was taken under load comes in the place of the file. It holds all that had its receipt before it began; phones that are ahead
/// of it, newcomers too, do what their page does: they see another epoch, sit down again where they must, and send again all that was acknowledged.
/// </summary>
internal static class Restores
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Each restore has everybody send again all that was ever acknowledged: after so many, people begin anew on another server, or the last of a hundred takes longest.</summary>
    private const int OnOneServer = 10;

    public static async Task<int> Run(string[] args)
    {
        var arguments = new Arguments(args, "--cycles", "--phones");
        var (cycles, tale, acknowledged, ahead, unseated) = (arguments.Whole("--cycles"), new Tale("restore"), 0L, 0L, 0);
        foreach (var some in Enumerable.Range(0, cycles).Chunk(OnOneServer))
        {
            await using var siege = await Siege.Begin(new CrashServer(), arguments, arguments.Whole("--phones", 20), moderated: false);
            foreach (var cycle in some)
            {
                var epoch = await Restore(siege, cycle, tale);
                foreach (var phone in siege.Phones.ToList())
                {
                    var seated = await Back(siege, phone, epoch);
                    if (seated != phone) unseated++;
                    ahead += await Again(seated);
                }
                tale.Add((await siege.Judge()).Select(remark => $"cycle {cycle}: {remark}"));
            }
            tale.Add(siege.TooLittle(some.Length));
            acknowledged += siege.Acknowledged;
        }
        tale.Expect(unseated > 0, "no seat had to be taken again");
        return tale.End(("backups restored", cycles), ("acknowledged", acknowledged), ("sent again", ahead), ("seats taken again", unseated));
    }

    /// <summary>A backup under load, somebody who comes in after it, and the server on the backup. The epoch that phones knew.</summary>
    private static async Task<Guid> Restore(Siege siege, int cycle, Tale tale)
    {
        siege.Press();
        await Task.Delay(Random.Shared.Next(200, 600));
        var copy = Path.Combine(siege.Server.Data, $"copy-{cycle}.db");
        List<Intent> acknowledged = [.. siege.Rooms.SelectMany(room => room.Ledger.Intents).Where(intent => intent.IsAcknowledged)];
        tale.Expect(JournalFile.Backup(siege.Server.File, copy).Holds, $"cycle {cycle}: the backup does not hold");
        tale.Add(DeadFile.Check(copy, acknowledged).Select(remark => $"cycle {cycle}, in the backup: {remark}"));
        var newcomer = await siege.Admit(siege.Rooms[cycle % 2]);
        await newcomer.Room.Ledger.Give(newcomer.Screen, cycle % 2 == 0
            ? new Sent(Guid.CreateVersion7(), "contribution.write", new { texts = new { text = Reader.Token.Text() } }, "all") : Sent.Ballot("all", "", "1 o1"));
        await Task.Delay(Random.Shared.Next(200, 600));
        await siege.Rest();
        var epoch = siege.Phones[0].Screen.Epoch;
        await siege.Server.Kill();
        tale.Expect(await CrashServer.Command("restore", copy, "--to", siege.Server.Data) == 0, $"cycle {cycle}: it was not restored");
        await siege.Server.Start();
        foreach (var room in siege.Rooms) room.Ledger.BeginEpoch();
        foreach (var old in Directory.GetFiles(siege.Server.Data, "*.before-restore-*").Append(copy)) File.Delete(old);
        return epoch;
    }

    /// <summary>The phone once it met the new epoch; where its seat was unknown, the same person at the same seat.</summary>
    private static async Task<Besieged> Back(Siege siege, Besieged phone, Guid epoch)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (phone.Screen.Epoch == epoch && phone.Screen.Bye is null) await Task.Delay(10, patience.Token);
        if (phone.Screen.Bye is null) return phone;
        siege.Phones.Remove(phone);
        await phone.Screen.DisposeAsync();
        return await siege.Admit(phone.Room, phone.Join);
    }

    private static async Task<int> Again(Besieged phone)
    {
        List<Intent> own = [.. phone.Room.Ledger.Intents.Where(intent => intent.By == phone.Screen.Follower.You && intent.IsAcknowledged)];
        foreach (var intent in own) intent.Answer = await phone.Screen.Send(intent.Sent);
        return own.Count;
    }
}
