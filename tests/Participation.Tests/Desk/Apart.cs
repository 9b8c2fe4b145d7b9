using Participation.Journal;

namespace Participation.Tests.Desk;

/// <summary>A journal's file as another server has it: it is told of what it writes itself and of nothing else, and what it writes may come late.</summary>
internal sealed class Apart(IJournal inner) : IJournal
{
    private readonly List<IWatch> watches = [];
    private Task last = Task.CompletedTask;

    /// <summary>While set, nothing is written before it completes.</summary>
    public TaskCompletionSource? Gate { get; set; }

    /// <summary>What others do in the moment before each writing.</summary>
    public Func<Task> Before { get; set; } = () => Task.CompletedTask;

    /// <summary>How often it was asked whether what was erased is gone, and until when it is not.</summary>
    public int Questions { get; private set; }

    public TaskCompletionSource? Leaving { get; set; }

    public Task Gone()
    {
        Questions++;
        return Leaving?.Task ?? inner.Gone();
    }

    /// <summary>It is told of everything all the same.</summary>
    public void Listen() => watches.ForEach(inner.Watch);

    public void Watch(IWatch watch) => watches.Add(watch);

    public Task Append(IReadOnlyList<Entry> entries, BoxAct? box = null, IReadOnlyList<Erasure>? erasures = null, Strand? strand = null)
    {
        lock (this)
        {
            var (before, gate) = (last, Gate?.Task ?? Task.CompletedTask);
            return last = Store();

            async Task Store()
            {
                await gate;
                await before.ContinueWith(_ => { }, TaskScheduler.Default);
                await Before();
                await inner.Append(entries, box, erasures, strand);
                watches.ForEach(watch => watch.Committed(entries[0].Stream, entries));
            }
        }
    }

    public Task<IReadOnlyList<Entry>> Read(Guid stream, long after = 0, int most = int.MaxValue, CancellationToken ct = default) => inner.Read(stream, after, most, ct);

    public Task<IReadOnlyList<Line>> Lines(Guid stream, CancellationToken ct = default) => inner.Lines(stream, ct);

    public Task<IReadOnlyList<Entry>> Firsts(CancellationToken ct = default) => inner.Firsts(ct);

    public Task<IReadOnlyDictionary<Guid, Tip>> Tips(CancellationToken ct = default) => inner.Tips(ct);

    public Task<IReadOnlyList<Pile>> Box(Guid stream, string item, long round) => inner.Box(stream, item, round);

    public Task Import(IReadOnlyList<Line> lines) => inner.Import(lines);
}
