namespace Participation.LoadTests.Chaos.Network;

/// <summary>How a connection goes wrong. Up is from the client to the server.</summary>
internal enum Fault
{
    None,

    /// <summary>Both sides get a reset.</summary>
    Reset,

    /// <summary>The next piece is cut in its middle, and both sides get a reset.</summary>
    ResetInside,

    /// <summary>What the client sends goes nowhere; both think that the connection stands.</summary>
    DeafUp,

    /// <summary>What the server sends goes nowhere.</summary>
    DeafDown,

    /// <summary>Half-open: nothing comes through in either direction, and nobody is told of the end.</summary>
    Silence,

    /// <summary>Nothing comes through for a while, and then all of it; after as long as before, both sides get a reset.</summary>
    Hold,

    /// <summary>The server's side is closed in order, the client's some seconds later.</summary>
    SlowClose,
}

/// <summary>What a network does to one connection, from its first byte to its end.</summary>
internal sealed record Fate
{
    public static readonly Fate Calm = new();

    /// <summary>Milliseconds that a piece is under way, drawn anew for each; the order stays.</summary>
    public (int Least, int Most) Latency { get; init; }

    /// <summary>No piece is longer than so many bytes; 0: as they come.</summary>
    public int Slice { get; init; }

    /// <summary>0: as fast as it goes.</summary>
    public int BytesPerSecond { get; init; }

    public Fault Fault { get; init; }

    /// <summary>When the fault comes, from the connection's beginning.</summary>
    public TimeSpan After { get; init; }

    /// <summary>How long <see cref="Fault.Hold"/> and <see cref="Fault.SlowClose"/> take.</summary>
    public TimeSpan Lasting { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Somebody else answers instead of the server; null: nobody.</summary>
    public Portal? Portal { get; init; }
}
