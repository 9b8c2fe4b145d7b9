using FsCheck;
using FsCheck.Fluent;
using Participation.Journal;
using Participation.Sessions;
using Participation.Sessions.Joining;
using Participation.Views;

namespace Participation.Tests.Laws;

/// <summary>What the desk promises when the disk does not: what was acknowledged is there, what was refused is not, and it goes on.</summary>
public sealed class DeskLaws
{
    [Fact]
    public async Task What_waits_behind_a_failed_commit_is_refused_and_the_next_command_works()
    {
        var journal = new FailingJournal(append => append == 3 ? "journal.full" : null);
        var hall = await new Hall(journal).Opened();
        Assert.Null((await Join(hall, 1)).Refused);
        journal.Gate = new();
        var waiting = Enumerable.Range(2, 5).Select(n => Join(hall, n)).ToList();
        Assert.Equal(2, (await hall.State()).Number);
        journal.Gate.SetResult();
        var receipts = await Task.WhenAll(waiting);
        journal.Gate = null;
        Assert.All(receipts, receipt => Assert.True(receipt.Refused is { Retry: true }, $"{receipt}"));
        Assert.Equal("journal.full", receipts[0].Refused!.Code);
        Assert.Equal(2, (await hall.State()).Number);

        var again = await Task.WhenAll(Enumerable.Range(2, 5).Select(n => Join(hall, n)));
        Assert.Equal([3L, 4L, 5L, 6L, 7L], again.Select(receipt => receipt.Number).Order());
        await Agree(hall, again.Append(new Receipt(2)));
    }

    [Fact]
    public void Whatever_fails_nothing_acknowledged_is_lost_and_nothing_is_there_twice() => Prop.ForAll(
        Gen.Choose(0, int.MaxValue - 1).ArrayOf(30).ToArbitrary(), Gen.Choose(2, 40).ArrayOf(6).ToArbitrary(), (tries, broken) =>
        {
            Hold(tries, [.. broken]).GetAwaiter().GetResult();
            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    /// <summary>Commands in bursts on a disk that fails now and then; a phone sends again what it may, until it is received or refused for good.</summary>
    private static async Task Hold(int[] tries, HashSet<int> broken)
    {
        var journal = new FailingJournal(append => broken.Contains(append) ? "journal.full" : null);
        var (hall, receipts) = (await new Hall(journal).Opened(), new List<Receipt>());
        foreach (var burst in tries.Chunk(5))
        {
            var state = await hall.State();
            var waiting = burst.Select(seed => (hall.Chance.Next(seed, state), Guid.NewGuid())).ToList();
            for (var attempt = 0; waiting.Count > 0; attempt++)
            {
                Assert.True(attempt < 50, "a command is refused for ever");
                journal.Gate = new();
                var sending = waiting.Select(one => hall.Send(one.Item1.Command, one.Item1.Role, one.Item1.Who, one.Item1.Hand, one.Item2)).ToList();
                journal.Gate.SetResult();
                var answers = await Task.WhenAll(sending);
                journal.Gate = null;
                receipts.AddRange(answers.Where(answer => answer.Refused is null));
                waiting = [.. waiting.Where((_, i) => answers[i].Refused is { Retry: true, Code: not ("session.paused" or "seat.waiting") })];
            }
        }
        broken.Clear();
        await Agree(hall, receipts);
    }

    /// <summary>Journal, committed state, decided state and receipts tell the same.</summary>
    private static async Task Agree(Hall hall, IEnumerable<Receipt> receipts)
    {
        var (state, entries) = (await hall.State(), await hall.Journal.Read(Hall.Session));
        Assert.Equal(entries.Count, state.Number);
        Assert.Equal(entries.Count, entries.Select(entry => (entry.Hand ?? entry.By, entry.Command, entry.Event)).Distinct().Count());
        Assert.All(receipts, receipt => Assert.InRange(receipt.Number, 1, entries.Count));
        var folded = SessionState.Fold(entries);
        foreach (var audience in Watch.Audiences(state))
            Assert.Equal(JsonPatch.Node(Screens.Of(folded, audience)).ToJsonString(), JsonPatch.Node(Screens.Of(state, audience)).ToJsonString());
        var next = await hall.Send(new SeatGuest(Guid.NewGuid()), Role.Facilitator, Given.Facilitator);
        Assert.True(next.Number == entries.Count + 1 || next.Refused?.Code == "session.closed", $"{next}");
    }

    private static Task<Receipt> Join(Hall hall, int n) =>
        hall.Send(new JoinSession("en", null, null, null, Consent: true), Role.Participant, Given.Id(n), id: Given.Id(1000 + n));
}
