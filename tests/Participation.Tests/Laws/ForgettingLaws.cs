using Participation.Sessions;
using Participation.Sessions.Joining;
using Participation.Tests.Journal;

namespace Participation.Tests.Laws;

/// <summary>A session that was taken out of memory is the same when somebody comes back: state, numbers and receipts are made from the journal.</summary>
public sealed class ForgettingLaws
{
    [Fact]
    public async Task A_command_sent_again_after_its_session_was_forgotten_gets_its_first_receipt()
    {
        var hall = await new Hall().Opened();
        var first = await Join(hall, 1);
        var before = await hall.State();
        Forget(hall.Desk);

        Assert.Equal(first, await Join(hall, 1));
        Assert.Equal("command.reused", (await Join(hall, 1, language: "de")).Refused?.Code);
        Assert.Equal(before.Number, (await hall.State()).Number);
        Assert.NotSame(before, await hall.State());
        Assert.Equal(before.Number + 1, (await Join(hall, 2)).Number);
    }

    [Fact]
    public async Task A_session_with_a_screen_or_lately_asked_for_stays_in_memory()
    {
        var hall = await new Hall().Opened();
        var state = await hall.State();
        hall.Desk.Forget(_ => false);
        Assert.Same(state, await hall.State());
        hall.Desk.Forget(_ => true);
        hall.Desk.Forget(_ => true);
        Assert.Same(state, await hall.State());
    }

    [Fact]
    public async Task What_is_on_its_way_to_the_disk_is_not_forgotten()
    {
        var journal = new MemoryJournal();
        var hall = await new Hall(journal).Opened();
        journal.Held = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var waiting = Join(hall, 1);
        Forget(hall.Desk);
        var again = Join(hall, 1);
        journal.Held.SetResult();
        Assert.Equal(await waiting, await again);
        Assert.Equal(2, (await journal.Read(Hall.Session)).Count);
    }

    [Fact]
    public async Task Whoever_comes_while_it_is_forgotten_is_recorded_once()
    {
        var hall = await new Hall(watch: new Unwatched()).Opened();
        using var done = new CancellationTokenSource();
        var forgetting = Task.Run(() =>
        {
            while (!done.IsCancellationRequested) hall.Desk.Forget(_ => false);
        });
        var receipts = new List<Receipt>();
        foreach (var burst in Enumerable.Range(1, 200).Chunk(4))
            receipts.AddRange(await Task.WhenAll(burst.Select(n => Task.Run(() => Join(hall, n)))));
        await done.CancelAsync();
        await forgetting;

        Assert.All(receipts, receipt => Assert.Null(receipt.Refused));
        Assert.Equal(Enumerable.Range(2, 200).Select(number => (long)number), receipts.Select(receipt => receipt.Number).Order());
        Assert.Equal(201, (await hall.State()).Number);
    }

    [Fact]
    public async Task A_glance_keeps_nothing_in_memory()
    {
        var hall = await new Hall().Opened();
        hall.Restart();
        Assert.Equal(1, (await hall.Desk.Glance(Hall.Session)).Number);
        Assert.NotSame(await hall.Desk.Glance(Hall.Session), await hall.Desk.Glance(Hall.Session));
    }

    /// <summary>Twice: the first call only notes that nobody asks any more.</summary>
    private static void Forget(Desk<SessionState> desk)
    {
        desk.Forget(_ => false);
        desk.Forget(_ => false);
    }

    private static Task<Receipt> Join(Hall hall, int n, string language = "en") =>
        hall.Send(new JoinSession(language, null, null, null, Consent: true), Role.Participant, Given.Id(n), id: Given.Id(1000 + n));
}
