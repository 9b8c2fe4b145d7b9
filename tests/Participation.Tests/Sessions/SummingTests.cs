using Microsoft.Extensions.Logging.Abstractions;
using Participation.Journal;
using Participation.Server.Accounts;
using Participation.Server.Pages;
using Participation.Sessions;
using Participation.Tests.Journal;
using Participation.Tests.Laws;

namespace Participation.Tests.Sessions;

/// <summary>After a start the sessions are summed up before anybody asks, and one that cannot be read stops neither the others nor the server.</summary>
public sealed class SummingTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("participation-summing-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task The_first_list_reads_no_session_any_more()
    {
        var ct = TestContext.Current.CancellationToken;
        var journal = new MemoryJournal();
        var hall = await new Hall(journal).Opened();
        var first = (await journal.Read(Hall.Session, ct: ct))[0];
        var (readable, torn) = (Enumerable.Range(1, 20).Select(Given.Id).ToList(), Given.Id(21));
        foreach (var id in (Guid[])[.. readable, torn]) await journal.Append([first with { Stream = id }]);

        var watched = new Watched(journal, torn);
        var directory = new SessionDirectory(new ServerKey(folder));
        directory.Load(await journal.Firsts(ct));
        using var summaries = new SessionSummaries(watched, new Desk<SessionState>(watched, Guid.NewGuid), folder);
        using var summing = new Summing(directory, summaries, new Hasty(), NullLogger<Summing>.Instance);
        await summing.StartAsync(ct);
        await summing.ExecuteTask!.WaitAsync(ct);
        Assert.Equal(directory.All.Count, watched.Reads);

        var expected = SessionSummary.Of(await hall.State());
        Assert.All(await summaries.Of([.. readable, Hall.Session]), summary => Assert.Equal(expected, summary));
        Assert.Equal(directory.All.Count, watched.Reads);
        await Assert.ThrowsAsync<FormatException>(() => summaries.Of([torn]));
    }

    /// <summary>Never waits.</summary>
    private sealed class Hasty : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }

    /// <summary>Counts how often a stream is read; one of them cannot be.</summary>
    private sealed class Watched(IJournal inner, Guid torn) : IJournal
    {
        private int reads;

        public int Reads => reads;

        public Task<IReadOnlyList<Entry>> Read(Guid stream, long after = 0, int most = int.MaxValue, CancellationToken ct = default)
        {
            Interlocked.Increment(ref reads);
            return stream == torn ? Task.FromException<IReadOnlyList<Entry>>(new FormatException()) : inner.Read(stream, after, most, ct);
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
