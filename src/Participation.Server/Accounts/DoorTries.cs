using System.Collections.Concurrent;
using System.Net;

namespace Participation.Server.Accounts;

/// <summary>Counts wrong codes per address: twenty in a minute, then none is looked at until the minute is over. A right code costs nothing.</summary>
public sealed class DoorTries(TimeProvider clock)
{
    private const int Most = 20;
    private readonly ConcurrentDictionary<IPAddress, (long Minute, int Wrong)> wrong = [];

    public bool TooMany(IPAddress from) => wrong.TryGetValue(from, out var tries) && tries.Minute == Minute && tries.Wrong >= Most;

    public void Wrong(IPAddress from)
    {
        var minute = Minute;
        wrong.AddOrUpdate(from, (minute, 1), (_, tries) => tries.Minute == minute ? (minute, tries.Wrong + 1) : (minute, 1));
        if (wrong.Count > 10_000) wrong.Clear();
    }

    private long Minute => clock.GetUtcNow().Ticks / TimeSpan.TicksPerMinute;
}
