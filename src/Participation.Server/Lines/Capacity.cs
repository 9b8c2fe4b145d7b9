namespace Participation.Server.Lines;

/// <summary>
/// How much this server takes on: what its settings ask for, as far as the system lets it open files. One that runs out of them cannot write, read or even
/// collect its memory, and ends; so what it needs for itself is never given to a connection.
/// </summary>
/// <param name="Screens">Live screens at a time.</param>
/// <param name="Connections">Connections at a time, those of the screens and what browsers open besides.</param>
/// <param name="Files">The system's limit; null: none is known.</param>
/// <param name="Wanted">The screens that the settings ask for.</param>
public sealed record Capacity(int Screens, int Connections, long? Files, int Wanted)
{
    /// <summary>Its own: assemblies, data file and log, backups, keys, the report's worker. Measured are 285 after the start.</summary>
    private const int Own = 400;

    /// <summary>A hall of 2,000 phones behind one address, each of which opens six connections to load the page.</summary>
    private const int Hall = 12_000;

    /// <summary>The most connections of one address that nobody with a seat uses; of a small server half of all. Those who have a seat are never counted.</summary>
    public int SeatlessOfOne => Math.Min(Hall, Connections / 2);

    /// <summary>Connections that no seat holds for good which anybody may take: by these an account and whoever leads always come in.</summary>
    public int Kept => Math.Max(1, Connections / 20);

    /// <summary>Live connections without a seat at a time: those whose seat is not good any more, until they took a new one.</summary>
    public int SeatlessScreens => Math.Clamp(Screens / 4, 1, 4_000);

    /// <summary>So many may be open for a moment, while those that were ended are closed.</summary>
    public int Brim => Connections + Math.Max(8, Connections / 20);

    public bool IsLess => Screens < Wanted;

    public static Capacity Of(int wanted, long? files)
    {
        // A browser opens several for a moment while it loads the page: a whole room that arrives at once must not find the door shut.
        var connections = 2L * wanted;
        // A tenth is for files that come and go, and for connections that were ended and are not closed yet.
        if (files is { } limit) connections = Math.Min(connections, Math.Max(limit / 10, limit - Own - (limit / 10)));
        return new((int)Math.Max(1, Math.Min(wanted, connections * 4 / 5)), (int)Math.Max(1, connections), files, wanted);
    }
}
