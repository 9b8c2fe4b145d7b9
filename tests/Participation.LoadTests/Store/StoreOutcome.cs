using System.Globalization;

namespace Participation.LoadTests.Store;

/// <summary>Rows a second of one repeat, one after the other on the same machine, and what 1,000 offered a second met.</summary>
/// <param name="Limit">Bare group commit: one thread, 512 rows a transaction.</param>
/// <param name="PerRow">One transaction a row.</param>
internal sealed record StoreRound(Written Product, Written Limit, Written PerRow, Offered Offered);

/// <summary>What the rounds say together at one cost of fsync.</summary>
/// <param name="SyncMs">What was added to each fsync.</param>
/// <param name="FsyncMs">What an fsync then took, measured.</param>
internal sealed record StoreOutcome(double SyncMs, double FsyncMs, IReadOnlyList<StoreRound> Rounds)
{
    public Median OfLimit => Of(round => round.Product.RowsPerSecond / round.Limit.RowsPerSecond);

    public Median OfPerRow => Of(round => round.Product.RowsPerSecond / round.PerRow.RowsPerSecond);

    public IEnumerable<string> Table()
    {
        yield return Line("fsync ms (added, measured)", string.Create(CultureInfo.InvariantCulture, $"{SyncMs} {FsyncMs:0.00}"));
        yield return Line("product rows/s", Of(round => round.Product.RowsPerSecond));
        yield return Line("limit rows/s (groups of 512)", Of(round => round.Limit.RowsPerSecond));
        yield return Line("per row rows/s", Of(round => round.PerRow.RowsPerSecond));
        yield return Line("product / limit", OfLimit);
        yield return Line("product / per row", OfPerRow);
        yield return Line("product CPU µs/row: writer thread", Of(round => round.Product.WriterMicroseconds));
        yield return Line("product CPU µs/row: all threads", Of(round => round.Product.CpuMicroseconds));
        yield return Line("limit CPU µs/row", Of(round => round.Limit.CpuMicroseconds));
        yield return Line("offered 1,000/s: ack p50 ms", Of(round => round.Offered.P50Ms));
        yield return Line("offered 1,000/s: ack p99 ms", Of(round => round.Offered.P99Ms));
        yield return Line("offered 1,000/s: p50 in fsyncs", Of(round => round.Offered.P50Ms / FsyncMs));
        yield return Line("offered 1,000/s: p99 in fsyncs", Of(round => round.Offered.P99Ms / FsyncMs));
        yield return Line("offered 1,000/s: waiting at end", Of(round => round.Offered.Backlog));
    }

    private Median Of(Func<StoreRound, double> measure) => Median.Of(Rounds.Select(measure));

    private static string Line(string name, object value) => $"{name,-34}{value,30}";
}
