using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Participation.Server.Pages;
using Participation.Sessions;

namespace Participation.Tests.Live;

/// <summary>A machine in two networks: somebody on the console knows in which of them the room is.</summary>
public sealed class ChosenAddressTests
{
    private readonly List<NetworkCard> cards = [Card("192.168.1.20", "Wi-Fi", leadsOut: true), Card("10.0.0.7", "Ethernet"), Card("169.254.7.9", "Odd")];

    private static NetworkCard Card(string address, string name, bool leadsOut = false) => new(leadsOut, false, [IPAddress.Parse(address)], name);

    [Fact]
    public async Task What_was_chosen_stands_in_links_codes_and_on_the_wall_until_the_machine_has_it_no_more()
    {
        await using var house = await House.Built("http://*:0", services => services.AddSingleton<Func<IEnumerable<NetworkCard>>>(() => cards));
        var host = await house.Host();
        await using var console = await house.Entered(Role.Facilitator);
        await using var wall = await house.Entered(Role.Projector);
        Assert.Equal(["192.168.1.20 Wi-Fi likely", "10.0.0.7 Ethernet"], Rows((await host.Get("/api/addresses")).Body));
        Assert.Equal("192.168.1.20", await Shown());
        var before = await Code();

        var (status, chosen) = await host.Post("/api/addresses", new { address = "10.0.0.7" });
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(["192.168.1.20 Wi-Fi likely", "10.0.0.7 Ethernet chosen"], Rows(chosen));
        Assert.Equal("10.0.0.7", await Shown());
        Assert.NotEqual(before, await Code());
        // A wall that was opened by the other address tells the chosen one too.
        using var asked = new HttpRequestMessage(HttpMethod.Get, new Uri(house.Address, $"/api/sessions/{house.Session}/address")) { Headers = { Host = $"192.168.1.20:{house.Address.Port}" } };
        Assert.Equal($"10.0.0.7:{house.Address.Port}", (await wall.Browser.Ask(asked)).Body!["address"]!.GetValue<string>());

        Assert.Equal((HttpStatusCode.BadRequest, "setup.no-such-address"), await Refused("169.254.7.9"));
        Assert.Equal((HttpStatusCode.BadRequest, "setup.no-such-address"), await Refused("203.0.113.5"));
        Assert.Equal("10.0.0.7", await Shown());

        // Tomorrow the network gives the same card another address; the day after the card is not plugged in.
        Assert.Equal(("10.0.0.7", "Ethernet"), new ChosenAddress(house.Folder).Kept is { } kept ? (kept.Address, kept.Card) : default);
        cards[1] = Card("10.0.0.99", "Ethernet");
        Assert.Equal("10.0.0.99", await Shown());
        cards.RemoveAt(1);
        Assert.Equal("192.168.1.20", await Shown());
        cards.Add(Card("10.0.0.99", "Ethernet"));
        Assert.Equal("10.0.0.99", await Shown());
        Assert.Equal(HttpStatusCode.OK, (await host.Post("/api/addresses", new { })).Status);
        Assert.Equal("192.168.1.20", await Shown());

        async Task<string> Shown()
        {
            var links = (await console.Browser.Get($"/api/sessions/{house.Session}/links")).Body!;
            var (link, told) = (new Uri(links["participant"]!.GetValue<string>()), (await wall.Browser.Get($"/api/sessions/{house.Session}/address")).Body!["address"]!.GetValue<string>());
            Assert.Equal(told, link.Authority);
            Assert.Equal(told, new Uri(links["lan"]![0]!.GetValue<string>()).Authority);
            return link.Host;
        }

        async Task<string> Code() => await Text(wall.Browser, $"/api/sessions/{house.Session}/qr.svg");

        async Task<(HttpStatusCode, string?)> Refused(string address) =>
            await host.Post("/api/addresses", new { address }) is var (refused, why) ? (refused, why?["code"]?.GetValue<string>()) : default;
    }

    [Fact]
    public async Task A_server_with_a_public_address_has_none_to_choose()
    {
        await using var house = await House.Built("http://*:0", services => services.AddSingleton<Func<IEnumerable<NetworkCard>>>(() => cards), "--PublicAddress", "https://participation.example");
        var addresses = house.Services.GetRequiredService<Addresses>();
        Assert.Empty(addresses.OfThisMachine);
        Assert.False(addresses.Choose("10.0.0.7"));
        Assert.Equal(["https://participation.example"], addresses.Lan);
    }

    [Theory, InlineData("{"), InlineData(""), InlineData("{\"address\":null}"), InlineData("[1]")]
    public void A_spoiled_file_leaves_it_to_the_machine(string text)
    {
        var data = Directory.CreateTempSubdirectory("address-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(data, ChosenAddress.FileName), text);
            Assert.Null(new ChosenAddress(data).Kept);
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private static async Task<string> Text(Browser browser, string path)
    {
        using var client = new HttpClient(new HttpClientHandler { CookieContainer = browser.Cookies });
        return await client.GetStringAsync(new Uri(browser.House.Address, path), TestContext.Current.CancellationToken);
    }

    private static IEnumerable<string> Rows(JsonNode? rows) => rows!.AsArray().Select(row =>
        $"{row!["address"]} {row["card"]}{(row["likely"]?.GetValue<bool>() == true ? " likely" : "")}{(row["chosen"]?.GetValue<bool>() == true ? " chosen" : "")}");
}
