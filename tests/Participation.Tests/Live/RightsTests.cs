using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Participation.Server.Accounts;
using Participation.Server.Pages;
using Participation.Sessions;

namespace Participation.Tests.Live;

/// <summary>Which account sees and leads which session, invites whom, and how a link to lead is used up. Another's session answers like one that there is not.</summary>
public sealed class RightsTests
{
    [Fact]
    public async Task Each_role_sees_and_leads_what_is_its_own_and_another_answers_like_unknown()
    {
        await using var house = await House.Built();
        var ada = await house.Host();
        var (bea, beaId) = await AccountTests.Invited(house, ada, "Bea", "facilitator");
        var (cem, _) = await AccountTests.Invited(house, ada, "Cem", "coordinator");
        var (ours, hers, servers, unknown) = (house.Session, Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        await house.Open(hers, beaId);
        await house.Open(servers, Guid.Empty);

        // The rows: who, which session, sees it in the list, has its report, leads it.
        foreach (var (who, browser, session, sees, leads) in new[]
        {
            ("Ada", ada, ours, true, true), ("Ada", ada, hers, true, true), ("Ada", ada, servers, true, true), ("Ada", ada, unknown, false, false),
            ("Bea", bea, ours, false, false), ("Bea", bea, hers, true, true), ("Bea", bea, servers, true, true), ("Bea", bea, unknown, false, false),
            ("Cem", cem, ours, true, false), ("Cem", cem, hers, true, false), ("Cem", cem, servers, true, true), ("Cem", cem, unknown, false, false),
        })
        {
            var row = (await browser.Get("/api/sessions")).Body!.AsArray().SingleOrDefault(row => row!["id"]!.GetValue<Guid>() == session);
            Assert.Equal((who, session, sees, leads), (who, session, row is not null, row?["leads"]!.GetValue<bool>() ?? false));
            // The record says who gave what: it is for those who lead. What the pages print as data is for all who may read them.
            foreach (var (ending, may) in new[] { ("csv", sees), ("xlsx", sees), ("html", sees), ("svg", sees), ("data.json", sees), ("json", leads) })
            {
                var report = await browser.Get($"/report/{session}.{ending}");
                Assert.Equal((who, session, ending, may ? HttpStatusCode.OK : HttpStatusCode.NotFound), (who, session, ending, report.Status));
                if (!may) Assert.Equal("session.unknown", AccountTests.Code(report));
            }
            if (who == "Cem" && sees) Assert.Equal(HttpStatusCode.OK, (await browser.Get($"/report/{session}.pdf?standard=a3")).Status);
            if (!sees) Assert.Equal("session.unknown", AccountTests.Code(await browser.Get($"/report/{session}.pdf?standard=a3")));
            foreach (var answer in new[] { await browser.Get($"/api/sessions/{session}/links"), await browser.Post($"/api/sessions/{session}/leaders", new { }) })
            {
                Assert.Equal((who, session, leads ? HttpStatusCode.OK : HttpStatusCode.NotFound), (who, session, answer.Status));
                if (!leads) Assert.Equal("session.unknown", AccountTests.Code(answer));
            }
            foreach (var role in new[] { Role.Facilitator, Role.Scribe, Role.Projector })
            {
                await using var screen = await browser.Connect(role, join: false, session: session);
                if (role == Role.Projector ? sees : leads) await screen.Join();
                else Assert.Contains("seat.none", (await Assert.ThrowsAsync<HubError>(screen.Join)).Message, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task Only_an_administrator_sees_people_and_nobody_who_is_not_signed_in_sees_anything()
    {
        await using var house = await House.Built();
        var ada = await house.Host();
        var (bea, _) = await AccountTests.Invited(house, ada, "Bea", "facilitator");
        var (cem, _) = await AccountTests.Invited(house, ada, "Cem", "coordinator");
        var id = (await ada.Get("/api/account")).Body!["id"]!.GetValue<string>();
        await using var phone = await house.Joined();
        foreach (var (browser, status) in new[] { (bea, HttpStatusCode.NotFound), (cem, HttpStatusCode.NotFound), (house.Browser(), HttpStatusCode.Unauthorized), (phone.Browser, HttpStatusCode.Unauthorized) })
        {
            Assert.Equal(status, (await browser.Get("/api/people")).Status);
            Assert.Equal(status, (await browser.Post("/api/people/invite", new { role = "administrator" })).Status);
            foreach (var whom in new[] { id, $"{Guid.NewGuid()}" })
            {
                Assert.Equal(status, (await browser.Post($"/api/people/{whom}/renew", new { })).Status);
                Assert.Equal(status, (await browser.Post($"/api/people/{whom}/disable", new { disabled = true })).Status);
            }
        }
        foreach (var path in new[] { "/api/account", "/api/account/sign-ins", "/api/sessions", "/api/workshops" })
            Assert.Equal((path, "sign-in.none"), (path, AccountTests.Code(await house.Browser().Get(path))));
        foreach (var (path, body) in new (string, object)[]
        {
            ("/api/account/sign-ins/end-others", new { }), ($"/api/account/sign-ins/{Guid.NewGuid()}/end", new { }), ("/api/account/password", new { now = "a", next = "b" }),
            ("/api/account/totp/begin", new { }), ("/api/account/totp", new { password = "a", code = "b" }), ("/api/account/totp/off", new { password = "a" }), ("/api/sessions", new { workshop = "w" }),
        })
            Assert.Equal((path, "sign-in.none"), (path, AccountTests.Code(await house.Browser().Post(path, body))));
        Assert.Equal(HttpStatusCode.OK, (await ada.Get("/api/account")).Status);
    }

    [Fact]
    public async Task An_invitation_is_good_once_for_three_days_and_looking_at_it_burns_nothing()
    {
        await using var house = await House.Built();
        var ada = await house.Host();
        var key = await Invite();
        for (var look = 0; look < 3; look++) Assert.Equal("coordinator", (await house.Browser().Post("/api/invitation", new { key })).Body!["role"]!.GetValue<string>());
        foreach (var alike in new[] { " ADA ", "A\u200Bda", "\u2060Ada\u200E" }) Assert.Equal("account.name-taken", AccountTests.Code(await Accept(key, alike)));
        // Cyrillic: alone letter by letter like Latin ones, or one among them.
        Assert.Equal("account.looks-like", AccountTests.Code(await Accept(key, "\u0410\u0501\u0430")));
        Assert.Equal("account.mixed-letters", AccountTests.Code(await Accept(key, "B\u043Ess")));
        Assert.Equal("account.wrong-name", AccountTests.Code(await Accept(key, "Bea\nCem")));
        Assert.Equal("password.common", AccountTests.Code(await Accept(key, "Bea", "bea1234567890")));
        var all = await Task.WhenAll(Enumerable.Range(0, 5).Select(n => Accept(key, $"Bea {n}")));
        Assert.Equal("coordinator", Assert.Single(all, answer => answer.Status == HttpStatusCode.OK).Body!["role"]!.GetValue<string>());
        Assert.Equal("invitation.unknown", AccountTests.Code(await house.Browser().Post("/api/invitation", new { key })));

        var late = await Invite();
        house.Clock.Pass(Invitations.Lasts);
        Assert.Equal("invitation.unknown", AccountTests.Code(await Accept(late, "Late")));
        Assert.Equal("invitation.unknown", AccountTests.Code(await Accept("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "Wrong")));

        async Task<string> Invite() => (await ada.Post("/api/people/invite", new { role = "coordinator" })).Body!["url"]!.GetValue<string>().Split('#')[1];

        Task<(HttpStatusCode Status, System.Text.Json.Nodes.JsonNode? Body)> Accept(string key, string name, string password = House.Password) =>
            house.Browser().Post("/api/invitation/accept", new { key, name, password });
    }

    [Fact]
    public async Task A_forgotten_password_is_made_anew_by_a_link_that_ends_what_was_before()
    {
        await using var house = await House.Built();
        var ada = await house.Host();
        var (bea, id) = await AccountTests.Invited(house, ada, "Bea", "facilitator");
        var links = new List<string>();
        for (var n = 0; n < 2; n++) links.Add((await ada.Post($"/api/people/{id}/renew", new { })).Body!["url"]!.GetValue<string>().Split('#')[1]);
        var fresh = house.Browser();
        Assert.Equal(HttpStatusCode.OK, (await fresh.Post("/api/invitation/accept", new { key = links[1], password = "ten buses to the sea" })).Status);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Unauthorized), ((await fresh.Get("/api/account")).Status, (await bea.Get("/api/account")).Status));
        Assert.Equal("sign-in.wrong", AccountTests.Code(await AccountTests.SignIn(bea, "Bea", House.Password)));
        // The one that went astray before opens nothing any more.
        Assert.Equal("invitation.unknown", AccountTests.Code(await bea.Post("/api/invitation/accept", new { key = links[0], password = "nobody is let in here" })));
        var late = (await ada.Post($"/api/people/{id}/renew", new { })).Body!["url"]!.GetValue<string>().Split('#')[1];
        await ada.Post($"/api/people/{id}/disable", new { disabled = true });
        Assert.Equal("invitation.unknown", AccountTests.Code(await bea.Post("/api/invitation/accept", new { key = late, password = "nobody is let in here" })));
    }

    [Fact]
    public async Task A_link_to_lead_a_session_is_good_once_and_stays_with_the_account_that_took_it()
    {
        await using var house = await House.Built();
        var ada = await house.Host();
        var (bea, _) = await AccountTests.Invited(house, ada, "Bea", "facilitator");
        var key = (await ada.Post($"/api/sessions/{house.Session}/leaders", new { })).Body!["url"]!.GetValue<string>().Split('#')[1];
        Assert.NotNull((await bea.Post("/api/invitation", new { key })).Body!["session"]);
        // Who leads already takes nothing.
        Assert.Equal(HttpStatusCode.OK, (await ada.Post("/api/enter", new { key })).Status);
        Assert.Equal(HttpStatusCode.OK, (await bea.Post("/api/enter", new { key })).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await house.Browser().Post("/api/enter", new { key })).Status);
        Assert.DoesNotContain(bea.Cookies.GetCookies(house.Address).Cast<Cookie>(), cookie => cookie.Name.StartsWith("seat-", StringComparison.Ordinal));
        await using (var screen = await bea.Connect(Role.Facilitator)) await screen.Done("session.start");
        await house.Restart();
        var elsewhere = house.Browser();
        await AccountTests.SignIn(elsewhere, "Bea", House.Password);
        await using (var again = await elsewhere.Connect(Role.Facilitator)) { }

        // Without an account the browser has it, and nothing else.
        var late = house.Key(Role.Facilitator);
        var other = house.Browser();
        Assert.Equal(HttpStatusCode.OK, (await other.Post("/api/enter", new { key = house.Key(Role.Facilitator) })).Status);
        Assert.Equal(HttpStatusCode.OK, (await other.Get($"/report/{house.Session}.csv")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await other.Get("/api/sessions")).Status);
        house.Clock.Pass(Invitations.Lasts);
        Assert.Equal(HttpStatusCode.NotFound, (await house.Browser().Post("/api/enter", new { key = late })).Status);
        // The key of old, derived from the server's own, leads nobody.
        var old = house.Services.GetRequiredService<ServerKey>().LinkKey(house.Session, Role.Facilitator);
        Assert.Equal(HttpStatusCode.NotFound, (await house.Browser().Post("/api/enter", new { key = old })).Status);
        Assert.Null(house.Services.GetRequiredService<SessionDirectory>().ByKey(old));
    }
}
