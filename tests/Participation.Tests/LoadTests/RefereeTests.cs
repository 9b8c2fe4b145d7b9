using Participation.LoadTests;
using Participation.LoadTests.Chaos;

namespace Participation.Tests.LoadTests;

/// <summary>
/// The whole referee in a quiet hour, on the real server: what people give in five sessions is held against every screen, table, page and paper. The bugs of <c>RefereeBugs</c> are put into
/// the server one by one, and each must make this fail: a model that judged itself would let most of them pass.
/// </summary>
public sealed class RefereeTests
{
    private const int Phones = 16, Least = 45;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(100);

    [Fact]
    public async Task What_people_were_told_stands_once_in_every_place_where_it_may_be_read_and_nowhere_else()
    {
        var arguments = new Arguments(["--slowness", "8"]);
        await using var siege = await Siege.Begin(new CrashServer(), arguments, Phones);
        siege.Press();
        using var patience = new CancellationTokenSource(Patience);
        while (siege.Rooms.Any(room => room.Ledger.Intents.Count(intent => intent.IsAcknowledged) < Least) && !patience.IsCancellationRequested) await Task.Delay(50, CancellationToken.None);
        await siege.Rest();
        List<string> remarks = [.. await siege.Judge(), .. siege.TooLittle(cycles: 2)];
        Assert.True(remarks.Count == 0, $"{remarks.Count}: {string.Join(" | ", remarks.Take(4))}");
    }
}
