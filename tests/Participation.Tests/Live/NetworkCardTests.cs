using System.Net;
using Participation.Server.Pages;

namespace Participation.Tests.Live;

/// <summary>The address in the QR code is the one by which the room's phones reach this machine.</summary>
public sealed class NetworkCardTests
{
    private static NetworkCard Card(string address, bool leadsOut = false, bool isTunnel = false) => new(leadsOut, isTunnel, [IPAddress.Parse("fe80::1"), IPAddress.Parse(address)]);

    [Fact]
    public void The_card_with_the_default_route_goes_first_and_what_reaches_nobody_is_left_out()
    {
        var ordered = NetworkCard.Ordered([Card("172.17.0.1"), Card("169.254.7.9"), Card("10.8.0.2", leadsOut: true, isTunnel: true), Card("192.168.1.20", leadsOut: true), Card("192.168.56.1")]);
        Assert.Equal(["192.168.1.20", "172.17.0.1", "192.168.56.1", "10.8.0.2"], ordered.Select(own => $"{own.Address}"));
    }

    [Fact]
    public void Without_a_default_route_as_in_a_room_without_Internet_the_order_is_the_machines() =>
        Assert.Equal(["192.168.8.2", "172.17.0.1"], NetworkCard.Ordered([Card("192.168.8.2"), Card("172.17.0.1")]).Select(own => $"{own.Address}"));
}
