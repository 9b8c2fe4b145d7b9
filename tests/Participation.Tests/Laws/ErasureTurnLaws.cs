using Participation.Activities.Ideas;
using Participation.Journal;
using Participation.Sessions;
using Participation.Sessions.Acts;
using Participation.Sessions.Erasing;
using Participation.Sessions.Joining;
using Participation.Tests.Desk;
using Participation.Tests.Journal;
using Participation.Views;

namespace Participation.Tests.Laws;

/// <summary>Erasures take turns beside the desk: the others do not wait for them, one reading serves all that wait, and what the desk goes on from is what a restart would read.</summary>
public sealed class ErasureTurnLaws
{
    [Fact]
    public async Task While_the_journal_is_read_for_an_erasure_the_others_get_their_receipts()
    {
        var journal = new CountedJournal();
        var hall = await Opened(journal);
        journal.Gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var erasing = Erase(hall, 1);
        for (var n = 0; n < 20; n++) Assert.Null((await Give(hall, 2, $"meanwhile [{n}]")).Refused);
        Assert.False(erasing.IsCompleted);
        journal.Gate.SetResult();
        Assert.Null((await erasing).Refused);
        Assert.Equal(20, (await hall.State()).Gives("ideas").Count(given => given.Text.StartsWith("meanwhile", StringComparison.Ordinal)));
        await Agree(hall);
    }

    [Fact]
    public async Task Erasures_that_wait_together_are_one_reading()
    {
        var journal = new CountedJournal();
        var hall = await Opened(journal);
        journal.Gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var first = Erase(hall, 1);
        var (others, before) = (Enumerable.Range(2, 5).Select(n => Erase(hall, n)).ToList(), journal.Reads);
        journal.Gate.SetResult();
        journal.Gate = null;
        Assert.All(await Task.WhenAll([first, .. others]), receipt => Assert.Null(receipt.Refused));
        Assert.Equal(before + 1, journal.Reads);
        Assert.All((await hall.State()).Gives("ideas"), given => Assert.True(given.Erased));
        await Agree(hall);
    }

    [Fact]
    public async Task Who_gave_nothing_since_is_answered_without_a_look_at_the_journal()
    {
        var journal = new CountedJournal();
        var hall = await Opened(journal);
        var done = await Erase(hall, 1);
        var before = journal.Reads;
        for (var n = 1; n <= 10; n++) Assert.Equal(done.Number + n, (await Erase(hall, 1)).Number);
        Assert.Equal(before, journal.Reads);
        Assert.Null((await Give(hall, 1, "something new [1]")).Refused);
        Assert.True((await Erase(hall, 1)).Number > done.Number);
        Assert.All((await hall.State()).Gives("ideas").Where(given => given.By == Given.Id(1)), given => Assert.True(given.Erased));
        await Agree(hall);
    }

    [Fact]
    public async Task The_same_erasure_sent_twice_is_one_and_gets_the_same_receipt()
    {
        var hall = await Opened(new CountedJournal());
        var id = Guid.NewGuid();
        var receipts = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => hall.Send(new EraseMine(), Role.Participant, Given.Id(1), id: id)));
        Assert.Single(receipts.Distinct());
        Assert.Equal(receipts[0], await hall.Send(new EraseMine(), Role.Participant, Given.Id(1), id: id));
        Assert.Single(await hall.Journal.Read(Hall.Session), entry => entry.Event is WordsErased);
    }

    [Fact]
    public async Task An_erasure_that_is_asked_for_again_is_answered_when_its_words_are_in_no_file()
    {
        var kept = new MemoryJournal();
        var hall = await Opened(kept);
        var id = Guid.NewGuid();
        var receipt = await hall.Send(new EraseMine(), Role.Participant, Given.Id(1), id: id);
        // The server ended in between: the desk knows the command from the journal alone.
        var journal = new Apart(kept) { Leaving = new(TaskCreationOptions.RunContinuationsAsynchronously) };
        var again = new Hall(journal).Send(new EraseMine(), Role.Participant, Given.Id(1), id: id);
        await Patience.Until(() => journal.Questions > 0 || again.IsCompleted, () => "nobody asks");
        Assert.False(again.IsCompleted);
        journal.Leaving.SetResult();
        Assert.Equal(receipt, await again);
    }

    [Fact]
    public async Task A_commit_that_fails_beside_an_erasure_brings_no_word_back()
    {
        // Each of the commits around the erasure fails once, and so does that of the erasure itself.
        for (var failing = 1; failing <= 6; failing++)
        {
            var (appends, armed) = (0, false);
            var journal = new FailingJournal(_ => armed && ++appends == failing ? "journal.full" : null);
            var hall = await Opened(journal);
            (armed, journal.Gate) = (true, new());
            var waiting = new List<Task<Receipt>> { Give(hall, 2, "beside [1]"), Give(hall, 3, "beside [2]"), Erase(hall, 1), Give(hall, 4, "beside [3]"), Give(hall, 1, "after [1]") };
            journal.Gate.SetResult();
            var receipts = await Task.WhenAll(waiting);
            journal.Gate = null;
            if (receipts[2].Refused is not null) Assert.Null((await Erase(hall, 1)).Refused);
            await Agree(hall);
            var state = await hall.State();
            Assert.DoesNotContain(state.Gives("ideas"), given => given.Text == "idea [1]");
            Assert.Equal(receipts.Count(receipt => receipt.Refused is null), receipts.Where(receipt => receipt.Refused is null).Distinct().Count());
        }
    }

    [Fact]
    public async Task When_the_journal_cannot_be_read_an_erasure_is_refused_for_now_and_works_later()
    {
        var journal = new CountedJournal();
        var hall = await Opened(journal);
        journal.Broken = true;
        Assert.True((await Erase(hall, 1)).Refused is { Retry: true });
        journal.Broken = false;
        Assert.Null((await Erase(hall, 1)).Refused);
        await Agree(hall);
    }

    /// <summary>Six people, each with an idea.</summary>
    private static async Task<Hall> Opened(IJournal journal)
    {
        var hall = await new Hall(journal).Opened();
        for (var n = 1; n <= 6; n++) await hall.Send(new JoinSession("en", null, null, null, Consent: true), Role.Participant, Given.Id(n));
        await hall.Send(new StartSession(), Role.Facilitator, Given.Facilitator);
        await hall.Send(new OpenItem { Item = "ideas" }, Role.Facilitator, Given.Facilitator);
        for (var n = 1; n <= 6; n++) Assert.Null((await Give(hall, n, $"idea [{n}]")).Refused);
        return hall;
    }

    private static Task<Receipt> Give(Hall hall, int who, string text) => hall.Send(new GiveIdea(text) { Item = "ideas" }, Role.Participant, Given.Id(who));

    private static Task<Receipt> Erase(Hall hall, int who) => hall.Send(new EraseMine(), Role.Participant, Given.Id(who));

    /// <summary>The state that is worked on, and the one that a restart would read, show the same to everybody.</summary>
    private static async Task Agree(Hall hall)
    {
        var (state, read) = (await hall.State(), SessionState.Fold(await hall.Journal.Read(Hall.Session)));
        Assert.Equal(read.Number, state.Number);
        foreach (var audience in Watch.Audiences(state))
            Assert.Equal(JsonPatch.Node(Screens.Of(read, audience)).ToJsonString(), JsonPatch.Node(Screens.Of(state, audience)).ToJsonString());
        Assert.Null(Line.Break(await hall.Journal.Lines(Hall.Session)));
    }

    /// <summary>Counts the readings of all entries, and may keep one waiting or fail it.</summary>
    private sealed class CountedJournal : IJournal
    {
        private readonly MemoryJournal inner = new();
        private int reads;

        public int Reads => reads;

        public bool Broken { get; set; }

        public TaskCompletionSource? Gate { get; set; }

        public async Task<IReadOnlyList<Entry>> Read(Guid stream, long after = 0, int most = int.MaxValue, CancellationToken ct = default)
        {
            Interlocked.Increment(ref reads);
            if (Broken) throw new JournalException("journal.failed");
            // What comes while a reading is on its way is not in it.
            var read = await inner.Read(stream, after, most, ct);
            if (Gate is { } gate) await gate.Task;
            return read;
        }

        public Task<IReadOnlyList<Line>> Lines(Guid stream, CancellationToken ct = default) => inner.Lines(stream, ct);

        public Task<IReadOnlyList<Entry>> Firsts(CancellationToken ct = default) => inner.Firsts(ct);

        public Task<IReadOnlyDictionary<Guid, Tip>> Tips(CancellationToken ct = default) => inner.Tips(ct);

        public Task<IReadOnlyList<Pile>> Box(Guid stream, string item, long round) => inner.Box(stream, item, round);

        public Task Append(IReadOnlyList<Entry> entries, BoxAct? box = null, IReadOnlyList<Erasure>? erasures = null, Strand? strand = null) => inner.Append(entries, box, erasures, strand);

        public void Watch(IWatch watch) => inner.Watch(watch);

        public Task Import(IReadOnlyList<Line> lines) => inner.Import(lines);
    }
}
