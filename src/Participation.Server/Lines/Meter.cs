using Participation.Server.Live;

namespace Participation.Server.Lines;

/// <summary>Measures what comes over a connection and lends what is too much: the answer is how long to wait until that is paid back. Nobody is refused by it.</summary>
internal sealed class Meter(Rate rate, TimeProvider clock)
{
    private readonly Lock gate = new();
    private double free = rate.Burst;
    private long filled = clock.GetTimestamp();

    public TimeSpan Owe(double cost)
    {
        lock (gate)
        {
            var now = clock.GetTimestamp();
            free = Math.Min(rate.Burst, free + (clock.GetElapsedTime(filled, now).TotalSeconds * rate.PerSecond)) - cost;
            filled = now;
            return free >= 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(-free / rate.PerSecond);
        }
    }
}
