using System.Diagnostics;

namespace Participation.LoadTests.Replay;

/// <summary>When things that once happened happen again: so many times faster, or one after the other without a pause.</summary>
/// <param name="begin">The moment in milliseconds, on the old clock, that is now.</param>
/// <param name="speed">Null: as fast as it goes.</param>
internal sealed class Pace(long begin, double? speed)
{
    private readonly long started = Stopwatch.GetTimestamp();

    public async Task Until(long at)
    {
        if (speed is not { } times) return;
        var due = TimeSpan.FromMilliseconds((at - begin) / times) - Stopwatch.GetElapsedTime(started);
        if (due > TimeSpan.Zero) await Task.Delay(due);
    }
}
