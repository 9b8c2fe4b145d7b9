namespace Participation.Tests.Live;

/// <summary>A clock that stands where a test sets it: ten seconds of grace and a minute's tries are as long on a busy machine.</summary>
internal sealed class Clock : TimeProvider
{
    private long now = System.GetUtcNow().UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref now), TimeSpan.Zero);

    public void Pass(TimeSpan time) => Interlocked.Add(ref now, time.Ticks);
}
