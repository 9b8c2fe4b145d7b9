using System.Net;
using System.Net.Sockets;

namespace Participation.Server.Accounts;

/// <summary>
/// Counts wrong codes of the running minute, per address and in all. A whole room may stand behind one address: over its limit of twenty, right
/// codes still open while the server has seen few wrong ones, so that one person with bad luck, or bad will, locks nobody out.
/// </summary>
public sealed class DoorTries(TimeProvider clock)
{
    private const int MostFromOne = 20, MostInAll = 300;
    private readonly Lock gate = new();
    private readonly Dictionary<IPAddress, int> wrong = [];
    private long minute;
    private int all;

    /// <summary>Whether a code from there is looked at.</summary>
    public bool MayTry(IPAddress from)
    {
        lock (gate)
        {
            Turn();
            return all < MostInAll || wrong.GetValueOrDefault(Network(from)) < MostFromOne;
        }
    }

    /// <summary>Counts a wrong code; true when there were too many from there.</summary>
    public bool Wrong(IPAddress from)
    {
        lock (gate)
        {
            Turn();
            all++;
            var network = Network(from);
            return (wrong[network] = wrong.GetValueOrDefault(network) + 1) > MostFromOne;
        }
    }

    /// <summary>A new minute forgets the one before.</summary>
    private void Turn()
    {
        var now = clock.GetUtcNow().Ticks / TimeSpan.TicksPerMinute;
        if (now == minute) return;
        (minute, all) = (now, 0);
        wrong.Clear();
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
