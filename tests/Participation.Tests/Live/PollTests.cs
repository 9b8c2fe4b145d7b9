using System.Net;
using System.Net.WebSockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Participation.Server.Lines;
using Participation.Server.Live;
using Participation.Sessions;

namespace Participation.Tests.Live;

/// <summary>Long polling: each poll and each sending comes with the cookie of the seat; the token in the address alone opens nothing.</summary>
public sealed class PollTests
{
    private const char End = '\u001e';

    [Fact]
    public async Task With_the_token_and_without_the_cookie_nobody_polls_sends_or_ends()
    {
        await using var house = await House.Built();
        await using var phone = await house.Joined();
        await using var other = await house.Joined();
        var line = await Negotiated(phone.Browser);
        var thieves = new[] { house.Browser(), other.Browser };

        // Before the first poll nobody sends.
        foreach (var thief in thieves) Assert.Equal(HttpStatusCode.NotFound, (await Sent(thief, line, Handshake)).Status);
        Assert.Equal(HttpStatusCode.OK, (await Polled(phone.Browser, line)).Status);
        Assert.Equal(HttpStatusCode.OK, (await Sent(phone.Browser, line, Handshake)).Status);
        Assert.Contains("{}", (await Polled(phone.Browser, line)).Said, StringComparison.Ordinal);
        foreach (var thief in thieves)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await Sent(thief, line, Join)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await Polled(thief, line)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await Told(thief, HttpMethod.Delete, line, null)).Status);
            // Nor by saying that it is one's own seat that is meant.
            Assert.Equal(HttpStatusCode.NotFound, (await Polled(thief, line.Replace("role=participant", "role=projector", StringComparison.Ordinal))).Status);
        }
        Assert.Equal(HttpStatusCode.OK, (await Sent(phone.Browser, line, Join)).Status);
        Assert.Contains($"{phone.Id}", (await Polled(phone.Browser, line)).Said, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Accepted, (await Told(phone.Browser, HttpMethod.Delete, line, null)).Status);
    }

    [Fact]
    public async Task A_sign_in_that_ends_ends_its_polls()
    {
        await using var house = await House.Built();
        var host = await house.Host();
        var line = (await Negotiated(host)).Replace("role=participant", "role=facilitator", StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await Polled(host, line)).Status);
        Assert.Equal(HttpStatusCode.OK, (await Sent(host, line, Handshake)).Status);
        var copied = house.Browser();
        copied.Cookies.Add(host.Cookies.GetCookies(house.Address));
        await host.Post("/api/sign-out", new { });
        Assert.Equal(HttpStatusCode.NotFound, (await Sent(copied, line, Join)).Status);
    }

    [Fact]
    public async Task Of_tokens_that_somebody_made_up_nothing_is_kept()
    {
        await using var house = await House.Built();
        await using var phone = await house.Joined();
        for (var n = 0; n < 20; n++) Assert.Equal(HttpStatusCode.NotFound, (await Polled(phone.Browser, $"/live?session={house.Session}&role=participant&id=made-up-{n}")).Status);
        Assert.Equal(0, house.Services.GetRequiredService<PollKeeping>().Count);
        var line = await Negotiated(phone.Browser);
        await Polled(phone.Browser, line);
        Assert.Equal(1, house.Services.GetRequiredService<PollKeeping>().Count);
        await Told(phone.Browser, HttpMethod.Delete, line, null);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (house.Services.GetRequiredService<PollKeeping>().Count > 0) await Task.Delay(20, patience.Token);
    }

    [Fact]
    public async Task Each_is_one_screen_from_its_first_poll_to_its_end()
    {
        await using var house = await House.Built("http://127.0.0.1:0", "--Screens", "2");
        var browser = house.Browser();
        await browser.Join(new { code = house.Code, command = Guid.NewGuid(), consent = true, language = "en" });
        var places = house.Services.GetRequiredService<Places>();
        var one = await Negotiated(browser);
        // Who asked where to connect is no screen yet, nor is a token that somebody made up.
        await Polled(browser, $"/live?session={house.Session}&role=participant&id=made-up");
        Assert.Equal(0, places.Taken);
        Assert.Equal(HttpStatusCode.OK, (await Polled(browser, one)).Status);
        Assert.Equal(HttpStatusCode.OK, (await Sent(browser, one, Handshake)).Status);
        Assert.Equal(HttpStatusCode.OK, (await Polled(browser, one)).Status);
        Assert.Equal(1, places.Taken);
        Assert.Equal(HttpStatusCode.OK, (await Polled(browser, await Negotiated(browser))).Status);
        Assert.Equal(2, places.Taken);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await Polled(browser, await Negotiated(browser))).Status);
        await Assert.ThrowsAsync<WebSocketException>(() => browser.Connect(Role.Participant));
        await Told(browser, HttpMethod.Delete, one, null);
        await Patience.Until(() => places.Taken == 1, () => $"{places.Taken} are taken, not 1");
        await using var screen = await browser.Connect(Role.Participant);
        Assert.Equal(2, places.Taken);
    }

    [Fact]
    public async Task Who_polls_on_after_the_end_takes_no_place_for_good()
    {
        await using var house = await House.Built(CallLimits.Usual);
        var (browser, places) = (house.Browser(), house.Services.GetRequiredService<Places>());
        var line = await Negotiated(browser);
        await Polled(browser, line);
        await Sent(browser, line, Handshake);
        // Who has no seat and asks on is let go; the answer that says so comes with the next poll.
        for (var n = 0; n < house.Limits.SeatlessCalls && (await Sent(browser, line, Join)).Status == HttpStatusCode.OK; n++) await Polled(browser, line);
        HttpStatusCode status;
        do status = (await Polled(browser, line)).Status; while (status != HttpStatusCode.NotFound);
        await Patience.Until(() => places.Taken == 0, () => $"{places.Taken} are taken, not 0");
        Assert.Equal(0, house.Services.GetRequiredService<PollKeeping>().Count);
    }

    private static string Handshake => $"{{\"protocol\":\"json\",\"version\":1}}{End}";

    private static string Join => $"{{\"type\":1,\"invocationId\":\"1\",\"target\":\"Join\",\"arguments\":[]}}{End}";

    /// <summary>Where the connection is that was asked for.</summary>
    private static async Task<string> Negotiated(Browser browser)
    {
        var (status, offered) = await browser.Post($"/live/negotiate?session={browser.House.Session}&role=participant&negotiateVersion=1", new { });
        Assert.Equal(HttpStatusCode.OK, status);
        return $"/live?session={browser.House.Session}&role=participant&id={Uri.EscapeDataString(offered!["connectionToken"]!.GetValue<string>())}";
    }

    private static Task<(HttpStatusCode Status, string Said)> Polled(Browser browser, string line) => Told(browser, HttpMethod.Get, line, null);

    private static Task<(HttpStatusCode Status, string Said)> Sent(Browser browser, string line, string what) => Told(browser, HttpMethod.Post, line, what);

    private static async Task<(HttpStatusCode Status, string Said)> Told(Browser browser, HttpMethod method, string line, string? what)
    {
        using var http = new HttpClient(new HttpClientHandler { CookieContainer = browser.Cookies });
        using var request = new HttpRequestMessage(method, new Uri(browser.House.Address, line)) { Content = what is null ? null : new StringContent(what, Encoding.UTF8, "text/plain") };
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
