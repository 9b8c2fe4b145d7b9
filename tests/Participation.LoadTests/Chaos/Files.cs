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
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static async Task<int> Run(string[] args)
    {
        var arguments = new Arguments(args, "--limit", "--silent", "--honest", "--seconds", "--most");
        var limit = arguments.Whole("--limit", 1_000);
        var (silent, people, seconds, tale) = (arguments.Whole("--silent", 3 * limit), arguments.Whole("--honest", 40), arguments.Whole("--seconds", 20), new Tale("files"));
        OpenFiles.Need(silent + (2 * people));
        var (server, workshops, honest) = await Honest.Begin(limit);
        using var over = new CancellationTokenSource();
        var silence = new Silence(server.Address, addresses: 50);
        Task holding = Task.CompletedTask;
        try
        {
            await honest.Come(people);
            var before = await honest.Give(seconds);
            holding = silence.Hold(silent, over.Token);
            while (silence.Opened < silent && !server.HasExited) await Task.Delay(50);
            var beneath = await honest.Give(seconds);
            var back = await honest.Scatter(Patience);
            var entered = await honest.Come(people);
            var after = await honest.Give(seconds);
            tale.Expect(!server.HasExited, "the server has ended");
            tale.Expect(back < Patience, "somebody did not come back");
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
    }
}
