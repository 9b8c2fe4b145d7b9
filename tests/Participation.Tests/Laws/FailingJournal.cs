using Participation.Journal;
using Participation.Tests.Journal;

namespace Participation.Tests.Laws;

/// <summary>A journal on a bad disk: it fails the appends that a test chooses, and may keep all of them waiting.</summary>
internal sealed class FailingJournal(Func<int, string?> fails) : IJournal
{
    private readonly MemoryJournal inner = new();
    private Task last = Task.CompletedTask;
    private int appends;

    /// <summary>While set, nothing is stored before it completes.</summary>
    public TaskCompletionSource? Gate { get; set; }

    public Task<IReadOnlyList<Entry>> Read(Guid stream, long after = 0, int most = int.MaxValue, CancellationToken ct = default) => inner.Read(stream, after, most, ct);

    public Task<IReadOnlyList<Line>> Lines(Guid stream, CancellationToken ct = default) => inner.Lines(stream, ct);

    public Task<IReadOnlyList<Entry>> Firsts(CancellationToken ct = default) => inner.Firsts(ct);

    public Task<IReadOnlyDictionary<Guid, Tip>> Tips(CancellationToken ct = default) => inner.Tips(ct);

    public Task Import(IReadOnlyList<Line> lines) => inner.Import(lines);

    public void Watch(IWatch watch) => inner.Watch(watch);

    public Task<IReadOnlyList<Pile>> Box(Guid stream, string item, long round) => inner.Box(stream, item, round);

    /// <summary>In the order of the calls; behind a failed one the journal itself refuses what was decided on it.</summary>
    public Task Append(IReadOnlyList<Entry> entries, BoxAct? box = null, IReadOnlyList<Erasure>? erasures = null, Strand? strand = null)
    {
        lock (inner)
        {
            var (number, before, gate) = (++appends, last, Gate?.Task ?? Task.CompletedTask);
            return last = Store();

            async Task Store()
            {
                await gate;
                await before.ContinueWith(_ => { }, TaskScheduler.Default);
                if (fails(number) is { } code)
                {
                    strand?.Break(entries[0].Number, code);
                    throw new JournalException(code);
                }
                await inner.Append(entries, box, erasures, strand);
            }
        }
    }
}
