namespace Participation.Server.Live;

/// <summary>So many calls a second for ever, and so many at once after a rest.</summary>
public readonly record struct Rate(double PerSecond, int Burst)
{
    public TimeSpan Rest => TimeSpan.FromSeconds(Burst / PerSecond);
}

/// <summary>How fast one connection may call, and one person over all of theirs; how much may come over a connection, and how often dear requests. The address counts for nobody who has a seat or a right link: a whole room may stand behind one.</summary>
/// <param name="Desk">For those who type for many: facilitators and scribes.</param>
/// <param name="Join">The dearest call, for each connection; others of the same person count under the first two.</param>
public sealed record CallLimits(Rate Phone, Rate Desk, Rate Join)
{
    /// <summary>What may come over one live connection: a frame counts one, and each 64 bytes. Five of the longest texts a second are 645, twenty at once 2,580.</summary>
    public Rate Wire { get; private init; } = new(700, 2_600);

    /// <summary>The same without a seat: a handshake, a few signs of life, and being told that there is none.</summary>
    public Rate SeatlessWire { get; private init; } = new(20, 100);

    /// <summary>Calls over one live connection that has no seat: a phone believes the first answer.</summary>
    public int SeatlessCalls { get; private init; } = 10;

    /// <summary>Requests over one connection: a page with all its files is thirty.</summary>
    public Rate Requests { get; private init; } = new(20, 300);

    /// <summary>Requests from one address by people without a seat and without a right link: a hall of 2,000 opens the page and joins by the typed code.</summary>
    public Rate Network { get; private init; } = new(1_000, 20_000);

    /// <summary>Live connections that one person opens, in two requests each: a console, a projector and a few more, all back at once and twice.</summary>
    public Rate Connect { get; private init; } = new(5, 100);

    /// <summary>Requests of one person's long polling: one for each call, one for each frame.</summary>
    public Rate Polls { get; private init; } = new(100, 1_000);

    /// <summary>Files of all that is held of oneself.</summary>
    public Rate Mine { get; private init; } = new(0.1, 5);

    /// <summary>Reports and sheets of tickets: three languages in four forms, and once more.</summary>
    public Rate Reports { get; private init; } = new(0.5, 24);

    public static readonly CallLimits Usual = new(new(5, 20), new(20, 60), new(1, 5));

    /// <summary>The usual ones in proportion to what a phone may send: <c>CallsPerSecond</c> of the settings.</summary>
    public static CallLimits Of(double? phonesPerSecond)
    {
        if (phonesPerSecond is not { } each) return Usual;
        var times = each / Usual.Phone.PerSecond;
        return new(Scaled(Usual.Phone, times), Scaled(Usual.Desk, times), Scaled(Usual.Join, times))
        {
            SeatlessCalls = (int)Math.Max(1, Usual.SeatlessCalls * times), Wire = Scaled(Usual.Wire, times), SeatlessWire = Scaled(Usual.SeatlessWire, times), Requests = Scaled(Usual.Requests, times), Network = Scaled(Usual.Network, times),
            Connect = Scaled(Usual.Connect, times), Polls = Scaled(Usual.Polls, times), Mine = Scaled(Usual.Mine, times), Reports = Scaled(Usual.Reports, times),
        };
    }

    private static Rate Scaled(Rate rate, double times) => new(rate.PerSecond * times, Math.Max(1, (int)(rate.Burst * times)));
}
