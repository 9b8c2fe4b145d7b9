using System.Diagnostics;

namespace Participation.LoadTests.Load;

/// <summary>When people give: by the clock, or as fast as they are answered.</summary>
internal static class Loops
{
    /// <summary>So many times a second in all, each when it is due, however long those before take.</summary>
    /// <param name="give">Gets the moment when it is due; completes with the receipt.</param>
    public static async Task Open(double rate, double seconds, Func<long, Task> give)
    {
        var (started, giving) = (Stopwatch.GetTimestamp(), new List<Task>());
        // A thread of its own: timers of the pool are up to four milliseconds late here, which would all count as the server's.
        await Task.Factory.StartNew(Run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        await Task.WhenAll(giving);

        void Run()
        {
            for (var n = 0; n < rate * seconds;)
            {
                for (; n < rate * seconds && At(n) <= Stopwatch.GetTimestamp(); n++) giving.Add(give(At(n)));
                Thread.Sleep(1);
            }
        }

        long At(int n) => started + (long)(n / rate * Stopwatch.Frequency);
    }

    /// <summary>So many people, each of whom gives again when the one before has its receipt.</summary>
    /// <param name="person">Makes a person: what they do each time.</param>
    public static Task Closed(int people, double seconds, Func<Func<long, Task>> person)
    {
        var started = Stopwatch.GetTimestamp();
        return Task.WhenAll(Enumerable.Range(0, people).Select(async _ =>
        {
            var give = person();
            while (Stopwatch.GetElapsedTime(started).TotalSeconds < seconds) await give(Stopwatch.GetTimestamp());
        }));
    }
}
