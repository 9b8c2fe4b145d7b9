namespace Participation.Server.Live;

/// <summary>Calls that are still free, filled up by time. Nothing is queued and nothing is counted but this.</summary>
internal sealed class CallBucket(Rate rate, TimeProvider clock)
{
    private readonly Lock gate = new();
    private double free = rate.Burst;
    private long filled = clock.GetTimestamp();

    /// <summary>Takes a call; false when none is free.</summary>
    public bool Take()
    {
        lock (gate)
        {
            var now = clock.GetTimestamp();
            free = Math.Min(rate.Burst, free + (clock.GetElapsedTime(filled, now).TotalSeconds * rate.PerSecond));
            filled = now;
            if (free < 1) return false;
            free--;
            return true;
        }
    }
}
