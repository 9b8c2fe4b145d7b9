namespace Participation.Server.Live;

/// <summary>
/// When a phone is told more. A phone in a hall shares the air with three hundred others: whole views may cost it so many bytes a second,
/// and between them, not oftener than a few times a second, it gets the counts. A quiet room spends nothing and saves up, so there everything comes at once.
/// </summary>
internal sealed class Pace
{
    private const double BytesPerSecond = 1_000;
    private static readonly TimeSpan Saved = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(190);
    private TimeSpan whole, any;

    /// <param name="now">Since any moment that stays the same.</param>
    public bool MayTellWhole(TimeSpan now) => now >= whole;

    public bool MayTell(TimeSpan now) => now >= any;

    public void Told(TimeSpan now, int bytes, bool whole)
    {
        any = now + Between;
        if (!whole) return;
        var earliest = now - Saved;
        this.whole = (this.whole > earliest ? this.whole : earliest) + TimeSpan.FromSeconds(bytes / BytesPerSecond);
    }
}
