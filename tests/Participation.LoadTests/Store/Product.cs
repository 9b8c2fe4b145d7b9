using System.Diagnostics;
using Participation.LoadTests.Figures;
using Participation.Server.Storage;

namespace Participation.LoadTests.Store;

/// <summary>The product's own journal, with digests and chain, fed as the desk feeds it: each entry by itself, none waiting for the one before.</summary>
internal sealed class Product(string path, Ideas ideas) : IAsyncDisposable
{
    /// <summary>So many commands of a full room are on their way at a time.</summary>
    private const int InFlight = 4096;

    private const string WriterThread = "journal writer";

    private readonly SqliteJournal journal = new(path);
    private long number;

    public Task Assert() => journal.OnWriter(BareTable.Assert);

    /// <summary>Closed loop: a command follows as one is acknowledged. Answers what was acknowledged.</summary>
    public async Task<Written> Write(TimeSpan time)
    {
        var (since, first, waiting) = (Stopwatch.GetTimestamp(), number, new Queue<Task>(InFlight));
        var (cpu, writer) = (Spent.Seconds, Spent.SecondsOf(WriterThread));
        while (Stopwatch.GetElapsedTime(since) < time)
        {
            while (waiting.Count < InFlight) waiting.Enqueue(Append());
            while (waiting.TryPeek(out var oldest) && (oldest.IsCompleted || waiting.Count == InFlight)) await waiting.Dequeue();
        }
        foreach (var last in waiting) await last;
        return Written.Of(number - first, since, Spent.Seconds - cpu, Spent.SecondsOf(WriterThread) - writer);
    }

    /// <summary>Open loop: so many a second are offered, however long the answers take.</summary>
    public async Task<Offered> Offer(int rate, TimeSpan time)
    {
        var (times, given, answered) = (new Percentiles(), new List<Task>(), 0);
        var begin = Stopwatch.GetTimestamp();
        for (var next = 0; next < rate * time.TotalSeconds;)
        {
            for (; Stopwatch.GetElapsedTime(begin).TotalSeconds * rate >= next; next++)
                given.Add(Answered(begin + (long)((double)next / rate * Stopwatch.Frequency)));
            await Task.Delay(1);
        }
        var backlog = given.Count - Volatile.Read(ref answered);
        await Task.WhenAll(given);
        return new(times.At(0.5), times.At(0.99), backlog, given.Count);

        async Task Answered(long due)
        {
            await Append();
            times.Add(due, Stopwatch.GetTimestamp());
            Interlocked.Increment(ref answered);
        }
    }

    public ValueTask DisposeAsync() => journal.DisposeAsync();

    private Task Append() => journal.Append([ideas.At(++number)]);
}

/// <summary>What a closed loop wrote, and processor time in microseconds a row: of all threads, and of the one that writes to the disk, which no second core can help.</summary>
internal sealed record Written(double RowsPerSecond, double CpuMicroseconds, double WriterMicroseconds)
{
    public static Written Of(long rows, long since, double cpuSeconds, double writerSeconds) =>
        new(rows / Stopwatch.GetElapsedTime(since).TotalSeconds, cpuSeconds / rows * 1e6, writerSeconds / rows * 1e6);
}

/// <summary>What an open loop met: times from when each was due to its acknowledgement, in milliseconds, and how many waited when the offering ended.</summary>
internal sealed record Offered(double P50Ms, double P99Ms, int Backlog, int Count);
