using Participation.Journal;
using Participation.Server.Pages;
using Participation.Sessions;
using Participation.Tests.Journal;
using Participation.Tests.Laws;

namespace Participation.Tests.Sessions;

/// <summary>The list of sessions says what the fold says, whether it was remembered or not.</summary>
public sealed class SummaryTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("participation-summaries-").FullName;
    private readonly MemoryJournal journal = new();

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task After_every_command_and_after_a_restart_the_summary_is_that_of_the_fold()
    {
        var hall = await new Hall(journal).Opened();
        using var summaries = Summaries(journal);
        for (var seed = 0; seed < 150; seed++)
        {
            var state = await hall.State();
            var next = hall.Chance.Next(seed, state);
            await hall.Send(next.Command, next.Role, next.Who, next.Hand);
            if (seed % 10 != 0) continue;
            var fresh = SessionSummary.Of(SessionState.Fold(await journal.Read(Hall.Session)));
            Assert.Equal(fresh, Assert.Single(await summaries.Of([Hall.Session])));
            using var restarted = Summaries(journal);
            Assert.Equal(fresh, Assert.Single(await restarted.Of([Hall.Session])));
        }
    }

    [Fact]
    public async Task A_session_that_has_not_changed_is_not_read_again_not_even_after_a_restart()
    {
        var counting = new Counting(journal);
        var hall = await new Hall(journal).Opened();
        using (var summaries = Summaries(counting)) await summaries.Of([Hall.Session]);
        Assert.Equal(1, counting.Reads);
        using (var restarted = Summaries(counting)) await restarted.Of([Hall.Session]);
        Assert.Equal(1, counting.Reads);

        await hall.Send(new Participation.Sessions.Joining.SeatGuest(Given.Id(7)), Role.Facilitator, Given.Facilitator);
        using var changed = Summaries(counting);
        Assert.Equal(1, Assert.Single(await changed.Of([Hall.Session])).Joined);
        Assert.Equal(2, counting.Reads);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not JSON")]
    [InlineData("null")]
    [InlineData("{\"build\":\"another\",\"sessions\":{}}")]
    public async Task A_file_that_is_damaged_or_of_another_build_is_made_anew(string text)
    {
        await new Hall(journal).Opened();
        await File.WriteAllTextAsync(Path.Combine(folder, "summaries.json"), text, TestContext.Current.CancellationToken);
        using var summaries = Summaries(journal);
        Assert.Equal(0, Assert.Single(await summaries.Of([Hall.Session])).Joined);
    }

    private SessionSummaries Summaries(IJournal read) => new(read, new Desk<SessionState>(read, Guid.NewGuid), folder);

    /// <summary>Counts how often a stream is read.</summary>
    private sealed class Counting(IJournal inner) : IJournal
    {
        public int Reads { get; private set; }

        public Task<IReadOnlyList<Entry>> Read(Guid stream, long after = 0, int most = int.MaxValue, CancellationToken ct = default)
        {
            Reads++;
            return inner.Read(stream, after, most, ct);
        }

        public Task<IReadOnlyList<Line>> Lines(Guid stream, CancellationToken ct = default) => inner.Lines(stream, ct);

        public Task<IReadOnlyList<Entry>> Firsts(CancellationToken ct = default) => inner.Firsts(ct);

        public Task<IReadOnlyDictionary<Guid, Tip>> Tips(CancellationToken ct = default) => inner.Tips(ct);

        public Task Append(IReadOnlyList<Entry> entries, BoxAct? box = null, IReadOnlyList<Erasure>? erasures = null, Strand? strand = null) => inner.Append(entries, box, erasures, strand);

        public void Watch(IWatch watch) => inner.Watch(watch);

        public Task<IReadOnlyList<Pile>> Box(Guid stream, string item, long round) => inner.Box(stream, item, round);

        public Task Import(IReadOnlyList<Line> lines) => inner.Import(lines);
    }
}
