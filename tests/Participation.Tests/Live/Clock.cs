namespace Participation.Tests.Live;

/// <summary>A clock that a test sets; it runs on with the real one from there.</summary>
internal sealed class Clock : TimeProvider
{
    private long ahead;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref ahead));

    public void Pass(TimeSpan time) => Interlocked.Add(ref ahead, time.Ticks);
}
