namespace Participation.Server.Live;

/// <summary>
/// The buckets of people, who may hold several connections and come back with new ones. A bucket that was not asked for as long as it takes to
/// fill is as good as a new one, so two generations are enough: the older one is dropped whole, and nothing grows.
/// </summary>
internal sealed class CallBuckets(TimeSpan rest, TimeProvider clock)
{
    private readonly Lock gate = new();
    private Dictionary<(Guid Session, Guid Who), CallBucket> young = [], old = [];
    private long turned = clock.GetTimestamp();

    /// <summary>How many are kept.</summary>
    public int Count
    {
        get { lock (gate) return young.Count + old.Count; }
    }

    public CallBucket Of(Guid session, Guid who, Rate rate)
    {
        lock (gate)
        {
            if (clock.GetElapsedTime(turned) is var since && since > rest)
            {
                old = since > 2 * rest ? [] : young;
                (young, turned) = ([], clock.GetTimestamp());
            }
            if (young.TryGetValue((session, who), out var known)) return known;
            return young[(session, who)] = old.GetValueOrDefault((session, who)) ?? new CallBucket(rate, clock);
        }
    }
}
