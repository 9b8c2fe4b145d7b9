using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Participation.Server.Accounts;
using Participation.Sessions;

namespace Participation.Tests.Live;

/// <summary>One browser that sits in many sessions, as a phone that is handed round or a screen in a library: its cookies do not pile up, and no live seat goes.</summary>
public sealed class SeatCookieTests
{
    [Fact]
    public async Task A_browser_with_more_than_a_hundred_live_seats_is_still_answered_and_still_sits_in_each()
    {
        await using var house = await House.Built();
        var (browser, sessions) = (house.Browser(), new List<Guid>());
        for (var n = 0; n < 110; n++)
        {
            var (session, code) = await house.Open(Guid.NewGuid(), Given.Facilitator);
            sessions.Add(session);
            Assert.Equal(HttpStatusCode.OK, (await browser.Join(new { code, command = Guid.NewGuid(), consent = true, language = "en" })).Status);
        }
        Assert.Equal(HttpStatusCode.OK, (await browser.Get("/healthz")).Status);
        foreach (var session in sessions) Assert.Equal(HttpStatusCode.OK, (await browser.Get($"/api/mine/{session}")).Status);
    }

    [Fact]
    public async Task Of_sessions_that_are_over_the_latest_seats_are_kept_and_no_live_one_ever_goes()
    {
        await using var house = await House.Built();
        var (browser, closed, live) = (house.Browser(), new List<Guid>(), new List<Guid>());
        var link = house.Services.GetRequiredService<ServerKey>();
        for (var n = 0; n < 30; n++)
        {
            house.Clock.Pass(TimeSpan.FromMinutes(1));
            var (session, code) = await house.Open(Guid.NewGuid(), Given.Facilitator);
            await browser.Join(new { code, command = Guid.NewGuid(), consent = true, language = "en" });
            // The very first are live: age alone is no reason.
            if (n < 5)
            {
                live.Add(session);
                continue;
            }
            closed.Add(session);
            var leads = house.Browser();
            await leads.Post("/api/enter", new { key = house.Services.GetRequiredService<Invitations>().Make(session: session) });
            await using var facilitator = await Screen.Connect(leads, Role.Facilitator, session: session);
            await facilitator.Done("session.close");
        }
        // A projector's link is a seat too.
        Assert.Equal(HttpStatusCode.OK, (await browser.Post("/api/enter", new { key = link.LinkKey(live[0], Role.Projector) })).Status);
        var cookies = browser.Cookies.GetCookies(house.Address);
        Assert.Equal(SeatRoom.Most, cookies.Count);
        foreach (var session in live) Assert.Equal(HttpStatusCode.OK, (await browser.Get($"/api/mine/{session}")).Status);
        foreach (var (n, session) in closed.Index())
            Assert.Equal((n, n < closed.Count - (SeatRoom.Most - 6) ? HttpStatusCode.NotFound : HttpStatusCode.OK), (n, (await browser.Get($"/api/mine/{session}")).Status));
    }

    [Fact]
    public async Task A_seat_that_is_worth_nothing_goes_first()
    {
        await using var house = await House.Built();
        var browser = house.Browser();
        for (var n = 0; n < SeatRoom.Most; n++) browser.Cookies.Add(house.Address, new Cookie($"seat-participant-{Guid.NewGuid()}", "from-another-server"));
        await browser.Join(new { code = house.Code, command = Guid.NewGuid(), consent = true, language = "en" });
        Assert.Equal(HttpStatusCode.OK, (await browser.Get($"/api/mine/{house.Session}")).Status);
        Assert.Equal(SeatRoom.Most, browser.Cookies.GetCookies(house.Address).Count);
    }

    [Fact]
    public async Task A_header_full_of_false_seats_is_not_looked_at_one_by_one()
    {
        await using var house = await House.Built();
        using var client = new HttpClient(new HttpClientHandler { UseCookies = false });
        using var sent = new HttpRequestMessage(HttpMethod.Post, new Uri(house.Address, "/api/sign-out")) { Content = new StringContent("{}", Encoding.UTF8, "application/json") };
        sent.Headers.Add("Origin", house.Address.GetLeftPart(UriPartial.Authority));
        sent.Headers.Add("Cookie", string.Join("; ", Enumerable.Range(0, 1_500).Select(_ => $"seat-facilitator-{Guid.NewGuid()}=A")));
        using var answer = await client.SendAsync(sent);
        Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode}");
        // Each that is looked at is told to go.
        Assert.InRange(answer.Headers.GetValues("Set-Cookie").Count(), 1, Seats.MostOfABrowser + 1);
    }
}
