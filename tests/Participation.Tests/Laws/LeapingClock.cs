namespace Participation.Tests.Laws;

/// <summary>A clock that goes on by so much each time somebody looks at it.</summary>
internal sealed class LeapingClock(TimeSpan step) : TimeProvider
{
    private long at;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>Lets time pass.</summary>
    public void Leap(TimeSpan time) => Interlocked.Add(ref at, time.Ticks);

    public override long GetTimestamp() => Interlocked.Add(ref at, step.Ticks);
}
