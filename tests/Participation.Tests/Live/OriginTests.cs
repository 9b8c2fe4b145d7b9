using System.Net;
using System.Net.WebSockets;
using Participation.Sessions;

namespace Participation.Tests.Live;

/// <summary>Another page in the same browser has the cookies too: it is refused by where it came from.</summary>
public sealed class OriginTests
{
    [Theory, InlineData("https://evil.example"), InlineData("null"), InlineData("http://127.0.0.1:1"), InlineData("http://127.0.0.1.evil.example"), InlineData("http://evil127.0.0.1"), InlineData("https://127.0.0.1")]
    public async Task A_foreign_page_opens_no_socket_and_writes_nothing(string origin)
    {
        await using var house = await House.Built();
        await using var phone = await house.Joined();
        await Assert.ThrowsAsync<WebSocketException>(() => phone.Browser.Connect(Role.Participant, origin));

        var negotiate = new HttpRequestMessage(HttpMethod.Post, new Uri(house.Address, $"/live/negotiate?session={house.Session}&role=participant&negotiateVersion=1"));
        negotiate.Headers.Add("Origin", origin);
        Assert.Equal(HttpStatusCode.Forbidden, (await phone.Browser.Ask(negotiate)).Status);
        var poll = new HttpRequestMessage(HttpMethod.Get, new Uri(house.Address, $"/live?id=x&session={house.Session}&role=participant"));
        poll.Headers.Add("Origin", origin);
        Assert.Equal(HttpStatusCode.Forbidden, (await phone.Browser.Ask(poll)).Status);
        var (status, body) = await house.Browser().Post("/api/join", new { code = house.Code, command = Guid.NewGuid(), consent = true }, origin);
        Assert.Equal((HttpStatusCode.Forbidden, "request.foreign"), (status, body!["code"]!.GetValue<string>()));
        Assert.Single((await house.State()).Participants);
    }

    [Theory, InlineData("cross-site", HttpStatusCode.Forbidden), InlineData("same-origin", HttpStatusCode.OK), InlineData("none", HttpStatusCode.OK)]
    public async Task A_foreign_page_lets_nobody_try_codes(string site, HttpStatusCode expected)
    {
        await using var house = await House.Built();
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(house.Address, $"/api/door?code={house.Code}"));
        request.Headers.Add("Sec-Fetch-Site", site);
        Assert.Equal(expected, (await house.Browser().Ask(request)).Status);
    }

    [Fact]
    public async Task The_servers_own_pages_may()
    {
        await using var house = await House.Built();
        await using var phone = await house.Joined();
        await using var own = await phone.Browser.Connect(Role.Participant, $"http://{house.Address.Authority}");
        Assert.Equal(phone.You!["id"]!.GetValue<string>(), own.You!["id"]!.GetValue<string>());
    }
}
