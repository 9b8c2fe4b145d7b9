using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace Participation.Server.Pages;

/// <summary>A network card of this machine, as far as it says whether phones reach us by it.</summary>
/// <param name="LeadsOut">The default route goes through it: that is the network in which the room is, and no bridge to a virtual machine.</param>
/// <param name="Name">As the machine calls it.</param>
/// <param name="IsTunnel">What it reaches is somewhere else.</param>
internal sealed record NetworkCard(bool LeadsOut, bool IsTunnel, IReadOnlyList<IPAddress> Addresses, string Name = "")
{
    /// <summary>Those that are up; a card that goes while one looks is none.</summary>
    public static IEnumerable<NetworkCard> All()
    {
        foreach (var card in NetworkInterface.GetAllNetworkInterfaces())
        {
            if (card.OperationalStatus != OperationalStatus.Up || card.NetworkInterfaceType == NetworkInterfaceType.Loopback) continue;
            var facts = card.GetIPProperties();
            yield return new(LeadsThrough(facts), card.NetworkInterfaceType is NetworkInterfaceType.Tunnel or NetworkInterfaceType.Ppp,
                [.. facts.UnicastAddresses.Select(own => own.Address)], card.Name);
        }
    }

    /// <summary>The addresses for phones, the likeliest first. One that a card gave itself because nobody answered (169.254) reaches nobody.</summary>
    public static IReadOnlyList<(IPAddress Address, string Card)> Ordered(IEnumerable<NetworkCard> cards) =>
        [.. cards.OrderBy(card => card.IsTunnel).ThenByDescending(card => card.LeadsOut).SelectMany(card => card.Addresses, (card, address) => (Address: address, card.Name))
            .Where(each => each.Address.AddressFamily == AddressFamily.InterNetwork && each.Address.GetAddressBytes() is not [169, 254, ..])];

    private static bool LeadsThrough(IPInterfaceProperties facts)
    {
        try
        {
            return facts.GatewayAddresses.Any(gateway => gateway.Address.AddressFamily == AddressFamily.InterNetwork && !gateway.Address.Equals(IPAddress.Any));
        }
        catch (Exception e) when (e is PlatformNotSupportedException or NetworkInformationException)
        {
            return false;
        }
    }
}
