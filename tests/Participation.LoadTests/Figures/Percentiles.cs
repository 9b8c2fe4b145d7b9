using System.Diagnostics;

namespace Participation.LoadTests.Figures;

/// <summary>Times measured from many threads and how they are spread: counts in steps of two per cent, so that a million cost no more than one.</summary>
internal sealed class Percentiles
{
    private const double First = 0.01;
    private static readonly double Step = Math.Log(1.02);
    private readonly long[] counts = new long[900];

    public long Count => counts.Sum();

    /// <summary>Adds the time from a moment until now.</summary>
    public void Add(long since) => Add(since, Stopwatch.GetTimestamp());

    /// <summary>Adds the time from one moment to another (of <see cref="Stopwatch"/>).</summary>
    public void Add(long since, long until) => Add(Stopwatch.GetElapsedTime(since, until).TotalMilliseconds);

    public void Add(double milliseconds)
    {
        var at = milliseconds <= First ? 0 : (int)Math.Ceiling(Math.Log(milliseconds / First) / Step);
        Interlocked.Increment(ref counts[Math.Min(at, counts.Length - 1)]);
    }

    /// <summary>The time in milliseconds within which this share of all lie; 0 when nothing was measured.</summary>
    public double At(double share)
    {
        var (wanted, passed) = ((long)Math.Ceiling(share * Count), 0L);
        for (var i = 0; i < counts.Length && wanted > 0; i++)
            if ((passed += counts[i]) >= wanted) return Math.Round(First * Math.Exp(i * Step), 2);
        return 0;
    }

    /// <summary>The shares that are quoted; none when nothing was measured.</summary>
    public IEnumerable<Figure> Figures(string name) => Count == 0
        ? []
        :
        [
            new($"{name}, p50", "ms", At(0.5)), new($"{name}, p95", "ms", At(0.95)), new($"{name}, p99", "ms", At(0.99)), new($"{name}, last", "ms", At(1)),
        ];
}
