namespace Participation.Server.Live;

/// <summary>So many calls a second for ever, and so many at once after a rest.</summary>
public readonly record struct Rate(double PerSecond, int Burst)
{
    public TimeSpan Rest => TimeSpan.FromSeconds(Burst / PerSecond);
}

/// <summary>How fast one connection may call, and one person over all of theirs. Whose address it is counts nothing: a whole room may stand behind one.</summary>
/// <param name="Desk">For those who type for many: facilitators and scribes.</param>
/// <param name="Join">The dearest call, for each connection; others of the same person count under the first two.</param>
public sealed record CallLimits(Rate Phone, Rate Desk, Rate Join)
{
    public static readonly CallLimits Usual = new(new(5, 20), new(20, 60), new(1, 5));

    /// <summary>The usual ones in proportion to what a phone may send: <c>CallsPerSecond</c> of the settings.</summary>
    public static CallLimits Of(double? phonesPerSecond) => phonesPerSecond is not { } each ? Usual
        : new(Scaled(Usual.Phone, each / Usual.Phone.PerSecond), Scaled(Usual.Desk, each / Usual.Phone.PerSecond), Scaled(Usual.Join, each / Usual.Phone.PerSecond));

    private static Rate Scaled(Rate rate, double times) => new(rate.PerSecond * times, Math.Max(1, (int)(rate.Burst * times)));
}
