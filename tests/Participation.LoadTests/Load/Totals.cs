using Participation.LoadTests.Figures;
using Participation.LoadTests.Hub;

namespace Participation.LoadTests.Load;

/// <summary>
/// What one phone showed as the number of ideas, and since when. A phone is shown not every idea but how many there are: the n-th idea of
/// the journal has reached it when it shows n.
/// </summary>
internal sealed class Totals
{
    private readonly List<(long At, int Total)> steps = [];

    /// <summary>What it shows now.</summary>
    public int Last { get; private set; }

    public void Show(ReadOnlySpan<byte> frame, long at)
    {
        if (Glance.Patched(frame, "\"/activity/total\""u8) is { } total) Note(total, at);
    }

    public void Note(int total, long at)
    {
        lock (steps)
        {
            Last = total;
            if (steps.Count == 0 || total > steps[^1].Total) steps.Add((at, total));
        }
    }

    /// <summary>Counts for each idea how long it took to be among those shown.</summary>
    /// <param name="due">When each was due, in the order of the journal; 0 for those that are not measured.</param>
    public void Deliver(IReadOnlyList<long> due, Percentiles delivering)
    {
        lock (steps)
        {
            var shown = 0;
            foreach (var (at, total) in steps)
                for (; shown < Math.Min(total, due.Count); shown++)
                    if (due[shown] > 0) delivering.Add(due[shown], at);
        }
    }
}
