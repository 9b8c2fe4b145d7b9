using System.Net;
using System.Net.Sockets;

namespace Participation.Server.Accounts;

/// <summary>
/// How many typed codes are looked at in a minute that turn out wrong: twenty from one address, and 300 in all; after those one from each address that had
/// none, so that nobody shuts out the rest of the world. What is not looked at counts nothing: who hammers on takes nothing from others. A whole room may
/// stand behind one address: the code of a session in which somebody from there is connected opens always, and tells a guesser only of the room they are in.
/// </summary>
public sealed class DoorTries(SeatedFrom seated, TimeProvider clock)
{
    private const int MostFromOne = 20, MostInAll = 300, MostThen = 1;
    private readonly Lock gate = new();
    private readonly Dictionary<IPAddress, int> wrong = [];
    private long minute;
    private int all;

    /// <summary>Whether a code from there is looked at.</summary>
    /// <param name="named">The session that it names, if it names one.</param>
    public bool MayTry(IPAddress from, Guid? named)
    {
        if (named is { } session && seated.Any(from, session)) return true;
        lock (gate) return Left(Network(from));
    }

    /// <summary>Counts a wrong code; true when it was one too many and nobody looked.</summary>
    public bool Wrong(IPAddress from)
    {
        lock (gate)
        {
            var network = Network(from);
            if (!Left(network)) return true;
            all++;
            wrong[network] = wrong.GetValueOrDefault(network) + 1;
            return false;
        }
    }

    /// <summary>Whether that network has a try left; a new minute forgets the one before.</summary>
    private bool Left(IPAddress network)
    {
        var now = clock.GetUtcNow().Ticks / TimeSpan.TicksPerMinute;
        if (now != minute)
        {
            (minute, all) = (now, 0);
            wrong.Clear();
        }
        return wrong.GetValueOrDefault(network) < (all < MostInAll ? MostFromOne : MostThen);
    }

    /// <summary>One IPv6 connection has a /64 to choose addresses from: they count as one.</summary>
    public static IPAddress Network(IPAddress from)
    {
        if (from.IsIPv4MappedToIPv6) return from.MapToIPv4();
        if (from.AddressFamily != AddressFamily.InterNetworkV6) return from;
        var bytes = from.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new(bytes);
    }
}
