namespace Participation.Tests.Live;

/// <summary>A clock that stands where a test sets it: ten seconds of grace and a minute's tries are as long on a busy machine.</summary>
internal sealed class Clock : TimeProvider
{
    private long now = System.GetUtcNow().UtcTicks;
    private long passed;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref now), TimeSpan.Zero);

    /// <summary>Runs on as always, and further by what was made to pass.</summary>
    public override long GetTimestamp() => System.GetTimestamp() + (long)(TimeSpan.FromTicks(Interlocked.Read(ref passed)).TotalSeconds * TimestampFrequency);

    public void Pass(TimeSpan time)
    {
        Interlocked.Add(ref now, time.Ticks);
        Interlocked.Add(ref passed, time.Ticks);
    }
}
