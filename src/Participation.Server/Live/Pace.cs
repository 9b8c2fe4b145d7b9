namespace Participation.Server.Live;

/// <summary>
/// When a phone is told more. The phones of a hall share its air: whole views may cost each of them so many bytes a second, and between them, not
/// oftener than a few times a second, it gets the counts. Few phones have more each; a quiet room saves up, so there everything comes at once.
/// </summary>
internal sealed class Pace
{
    private const double BytesPerSecond = 900, OfAllPhones = 270_000;
    private static readonly TimeSpan Saved = TimeSpan.FromSeconds(3), Longest = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(190), BetweenTakingBack = TimeSpan.FromSeconds(1);
    private TimeSpan whole, any, takenBack;

    /// <param name="now">Since any moment that stays the same.</param>
    public bool MayTellWhole(TimeSpan now) => now >= whole;

    /// <summary>What somebody takes back goes from every phone within a second, and cannot be used to make all phones speak without end.</summary>
    public bool MayTakeBack(TimeSpan now) => now >= takenBack;

    public bool MayTell(TimeSpan now) => now >= any;

    /// <summary>Counts, or what an act shows: that is told at once and is no debt, else a step opened over many cards would be followed by silence.</summary>
    public void Told(TimeSpan now) => any = now + Between;

    /// <param name="phones">How many share the air.</param>
    public void ToldWhole(TimeSpan now, int bytes, int phones)
    {
        any = now + Between;
        takenBack = now + BetweenTakingBack;
        var (earliest, latest) = (now - Saved, now + Longest);
        whole = (whole > earliest ? whole : earliest) + TimeSpan.FromSeconds(bytes / Math.Max(BytesPerSecond, OfAllPhones / phones));
        // However large a view was: nobody is silenced for longer.
        if (whole > latest) whole = latest;
    }
}
