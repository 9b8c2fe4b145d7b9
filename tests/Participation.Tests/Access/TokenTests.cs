using System.Net;
using Participation.Sessions;
using Participation.Tests.Live;

namespace Participation.Tests.Access;

/// <summary>What lets somebody in is good where it was given, for what it was given, and until it is taken back.</summary>
public sealed class TokenTests
{
    [Fact]
    public async Task A_seat_of_one_session_is_none_in_another_under_whatever_name()
    {
        await using var house = await House.Built();
        var (theirs, _) = await house.Open(Guid.NewGuid(), Given.Id(7));
        var wrong = new List<string>();
        foreach (var role in Enum.GetValues<Role>())
        {
            await using var own = role == Role.Participant ? await house.Joined() : await house.Entered(role);
            var cookie = own.Cookies.GetCookies(house.Address).Single(cookie => cookie.Name.StartsWith("seat-", StringComparison.Ordinal));
            foreach (var (session, asked) in Enum.GetValues<Role>().SelectMany(asked => new[] { (theirs, asked), (house.Session, asked) }).Where(place => place != (house.Session, role)))
            {
                // The cookie tells by its name where it belongs: the name is the thief's to choose.
                var thief = house.Browser();
                thief.Cookies.Add(house.Address, new Cookie($"seat-{asked.ToString().ToLowerInvariant()}-{session}", cookie.Value));
                await using var screen = await thief.Connect(asked, join: false, session: session);
                try
                {
                    await screen.Join();
                    wrong.Add($"{role} of one session joins as {asked}{(session == theirs ? " of another" : "")}");
                }
                catch (HubError refused)
                {
                    Assert.Contains("seat.none", refused.Message, StringComparison.Ordinal);
                }
                var unknown = Guid.NewGuid();
                foreach (var path in new[] { "/report/{0}.csv", "/report/{0}.xlsx", "/report/{0}.data.json", "/report/{0}.json", "/report/{0}.html", "/report/{0}.pdf", "/report/{0}.svg", "/api/sessions/{0}/links", "/api/sessions/{0}/qr.svg", "/api/sessions/{0}/address", "/tickets/{0}", "/api/mine/{0}" })
                {
                    var (got, nowhere) = (await thief.Get(Of(path, session)), await thief.Get(Of(path, unknown)));
                    if (got.Status != HttpStatusCode.NotFound || got.Body?.ToJsonString() != nowhere.Body?.ToJsonString()) wrong.Add($"{role} has {path} as {asked}{(session == theirs ? " of another" : "")}: {got.Status}");
                }
            }
        }
        Assert.Empty(wrong);
    }

    [Fact]
    public async Task A_cookie_that_somebody_planted_is_given_up_and_ends()
    {
        await using var house = await House.Built();
        var ada = await house.Host();
        var (thief, _) = await AccountTests.Invited(house, ada, "Mallory", "facilitator");
        var planted = thief.Cookies.GetCookies(house.Address)["sign-in"]!.Value;
        var victim = house.Browser();
        victim.Cookies.Add(house.Address, new Cookie("sign-in", planted));
        await using var watching = await thief.Connect(Role.Projector, join: false);
        Assert.Equal(HttpStatusCode.OK, (await AccountTests.SignIn(victim, "Ada", House.Password)).Status);
        Assert.NotEqual(planted, victim.Cookies.GetCookies(house.Address)["sign-in"]!.Value);
        Assert.Equal("sign-in.none", AccountTests.Code(await thief.Get("/api/account")));

        // A seat that nobody was given is none: whoever joins gets their own.
        var phone = house.Browser();
        phone.Cookies.Add(house.Address, new Cookie($"seat-participant-{house.Session}", "planted"));
        Assert.Equal(HttpStatusCode.OK, (await phone.Join(new { code = house.Code, command = Guid.NewGuid(), consent = true, language = "en" })).Status);
        Assert.NotEqual("planted", phone.Cookies.GetCookies(house.Address)[$"seat-participant-{house.Session}"]!.Value);
    }

    [Fact]
    public async Task A_report_is_there_while_one_may_have_it()
    {
        await using var house = await House.Built();
        var ada = await house.Host();
        var cookies = ada.Cookies.GetCookies(house.Address).Select(cookie => new Cookie(cookie.Name, cookie.Value)).ToList();
        foreach (var ending in new[] { "pdf", "svg", "html", "csv", "xlsx", "data.json", "json" }) Assert.Equal(HttpStatusCode.OK, (await ada.Get($"/report/{house.Session}.{ending}")).Status);
        await ada.Post("/api/sign-out", new { });
        // The copied cookies are worth no more than the browser's own.
        var copy = house.Browser();
        foreach (var cookie in cookies) copy.Cookies.Add(house.Address, cookie);
        foreach (var browser in new[] { ada, copy })
            foreach (var ending in new[] { "pdf", "svg", "html", "csv", "xlsx", "data.json", "json" }) Assert.Equal((HttpStatusCode.NotFound, "session.unknown"), ((await browser.Get($"/report/{house.Session}.{ending}")).Status, AccountTests.Code(await browser.Get($"/report/{house.Session}.{ending}"))));
    }

    private static string Of(string path, Guid session) => path.Replace("{0}", $"{session}", StringComparison.Ordinal);
}
