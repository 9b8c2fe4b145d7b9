using System.Diagnostics;
using Participation.LoadTests.Hub;

namespace Participation.LoadTests.Load;

/// <summary>When each phone of a crowd is first shown a change of a certain place in its view.</summary>
internal sealed class Sightings(int phones)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private volatile Expected? expected;

    private sealed record Expected(byte[] QuotedPath, double[] Milliseconds, long Since, TaskCompletionSource All)
    {
        public int Seen;
    }

    /// <summary>The eyes of one phone.</summary>
    public RawHubClient.Seen Eyes()
    {
        var last = (Expected?)null;
        return (frame, at) =>
        {
            if (expected is not { } now || now == last || frame.IndexOf(now.QuotedPath) < 0) return;
            last = now;
            var place = Interlocked.Increment(ref now.Seen);
            if (place > phones) return;
            now.Milliseconds[place - 1] = Stopwatch.GetElapsedTime(now.Since, at).TotalMilliseconds;
            if (place == phones) now.All.TrySetResult();
        };
    }

    /// <summary>Does something, and completes when all have seen it or patience ends.</summary>
    /// <returns>The times of those that saw it, in order, in milliseconds.</returns>
    public async Task<IReadOnlyList<double>> Of(string path, Func<Task> act)
    {
        var now = new Expected([.. System.Text.Encoding.UTF8.GetBytes($"\"{path}\"")], new double[phones], Stopwatch.GetTimestamp(), new(TaskCreationOptions.RunContinuationsAsynchronously));
        expected = now;
        await act();
        await Task.WhenAny(now.All.Task, Task.Delay(Patience));
        expected = null;
        return [.. now.Milliseconds.Take(Math.Min(phones, now.Seen)).Order()];
    }
}
