using System.Diagnostics;
using Participation.LoadTests.Figures;
using Participation.LoadTests.House;

namespace Participation.LoadTests.Load;

/// <summary>What the meters of the phones, of this program and of the server say at a moment.</summary>
internal sealed record Meters(long At, long Bytes, long Frames, TimeSpan Own, TimeSpan? Cpu, Memory? Memory)
{
    private const double Mega = 1e6;

    public static Meters Read(Crowd crowd, ServerProcess? server)
    {
        using var own = Process.GetCurrentProcess();
        return new(Stopwatch.GetTimestamp(), crowd.Phones.Sum(phone => phone.Screen.Received), crowd.Phones.Sum(phone => (long)phone.Screen.Frames),
            own.TotalProcessorTime, server?.Cpu, server?.Gauge.Read());
    }

    public double SecondsUntil(Meters end) => Stopwatch.GetElapsedTime(At, end.At).TotalSeconds;

    /// <summary>What happened from here to there.</summary>
    /// <param name="deliveries">Ideas newly shown on phones meanwhile.</param>
    public IEnumerable<Figure> Until(Meters end, int phones, long deliveries, ServerProcess? server)
    {
        var (seconds, frames, own) = (SecondsUntil(end), end.Frames - Frames, (end.Own - Own).TotalSeconds);
        if (deliveries > 0) yield return new("deliveries on phones", "1/s", deliveries / seconds);
        yield return new("frames to a phone", "1/s", frames / seconds / phones);
        yield return new("traffic to a phone", "kB/s", (end.Bytes - Bytes) / seconds / phones / 1e3);
        if (end.Cpu - Cpu is { TotalSeconds: var cpu })
        {
            yield return new("server, share of a core", "%", 100 * cpu / seconds);
            if (deliveries > 0) yield return new("server CPU, million deliveries", "s", cpu / deliveries * Mega);
            if (frames > 0) yield return new("server CPU, million frames", "s", cpu / frames * Mega);
        }
        if (end.Memory is { } now && Memory is { } then)
        {
            yield return new("server collections, gen 0", "", now.Gen0 - then.Gen0);
            yield return new("server collections, gen 1", "", now.Gen1 - then.Gen1);
            yield return new("server collections, gen 2", "", now.Gen2 - then.Gen2);
            yield return new("server paused by collections", "ms", (now.Pause - then.Pause).TotalMilliseconds);
            yield return new("server allocates", "MB/s", (now.Allocated - then.Allocated) / seconds / Mega);
        }
        if (server is not null)
        {
            yield return new("server memory", "MB", server.ResidentBytes / Mega);
            yield return new("server memory, peak", "MB", server.PeakBytes / Mega);
        }
        yield return new("generator, share of a core", "%", 100 * own / seconds);
        if (frames > 0) yield return new("generator CPU per frame", "µs", own / frames * Mega);
    }
}
