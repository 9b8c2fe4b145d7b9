using Participation.LoadTests.Figures;
using Participation.LoadTests.House;
using Participation.LoadTests.Oracle;

namespace Participation.LoadTests.Chaos;

/// <summary>
/// A server that may open few files, and more silent connections than that, from many addresses and from the one of the room. It holds when the server stays,
/// who is in the room is served, who lost the connection comes back, and who is new comes in.
/// </summary>
internal static class Files
{
    public static async Task<int> Run(string[] args)
    {
        var arguments = new Arguments(args, "--limit", "--silent", "--honest", "--seconds", "--most", "--patience");
        var limit = arguments.Whole("--limit", 1_000);
        var (silent, people, seconds, tale) = (arguments.Whole("--silent", 3 * limit), arguments.Whole("--honest", 40), arguments.Whole("--seconds", 20), new Tale("files"));
        var patience = TimeSpan.FromSeconds(arguments.Whole("--patience", 60));
        OpenFiles.Need(silent + (2 * people));
        var (server, workshops, honest) = await Honest.Begin(patience, limit);
        using var over = new CancellationTokenSource();
        var silence = new Silence(server.Address, addresses: 50);
        Task holding = Task.CompletedTask;
        try
        {
            await honest.Come(people);
            var before = await honest.Give(seconds);
            holding = silence.Hold(silent, over.Token);
            if (!tale.Expect(await silence.Reach(silent, patience, () => server.HasExited), "the server takes no more connections, or has ended")) return End();
            var beneath = await honest.Give(seconds);
            if (!tale.Expect(!server.HasExited, "the server has ended")) return End();
            var back = await honest.Scatter();
            if (!tale.Expect(back < patience, "somebody did not come back")) return End();
            var entered = await honest.Come(people);
            if (!tale.Expect(honest.Shut == 0, "somebody new did not come in")) return End();
            var after = await honest.Give(seconds);
            tale.Expect(!server.HasExited, "the server has ended");
            tale.Expect(before.Count > 0 && beneath.Count > 0 && after.Count > 0, "nobody gave anything");
            foreach (var (name, acks) in new[] { ("before", before), ("beneath", beneath), ("with new people beneath", after) })
                tale.Expect(!Healing.Times(arguments) || acks.At(0.99) <= arguments.Number("--most", 500), $"receipts {name} took {acks.At(0.99):0} ms");
            tale.Add(await honest.Judge());
            tale.Add(server.Faults);
            return tale.End(("limit", limit), ("silent connections", silent), ("opened", silence.Opened), ("files open", server.OpenFiles), ("people", 2 * people),
                ("receipts before p50 ms", before.At(0.5)), ("p99", before.At(0.99)), ("beneath p50", beneath.At(0.5)), ("p99 beneath", beneath.At(0.99)),
                ("all back after ms", back.TotalMilliseconds), ("new ones in p50 ms", entered.At(0.5)), ("in p99", entered.At(0.99)), ("asked again", honest.Again), ("then p99", after.At(0.99)));
        }
        finally
        {
            await over.CancelAsync();
            await holding;
            await honest.DisposeAsync();
            await server.DisposeAsync();
            workshops.Delete(recursive: true);
        }

        // Whoever is shut out once would be so in all that follows, a minute each time.
        int End() => tale.End(("limit", limit), ("silent connections", silent), ("opened", silence.Opened), ("asked again", honest.Again));
    }
}
