using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Participation.Server.Pages;
using Participation.Sessions;
using Participation.Sessions.Became;
using Participation.Texts;

namespace Participation.Tests.Live;

/// <summary>The result page of a closed session: open when the facilitator says so, to whoever has its address, and never with more on it than the printed report.</summary>
public sealed class ResultPageTests
{
    private static async Task<(HttpStatusCode Status, string Text, HttpResponseMessage Answer)> Get(House house, string path, string? language = null, CookieContainer? cookies = null)
    {
        using var client = new HttpClient(new HttpClientHandler { CookieContainer = cookies ?? new(), AllowAutoRedirect = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(house.Address, path));
        if (language is not null) request.Headers.AcceptLanguage.ParseAdd(language);
        var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), answer);
    }

    /// <summary>A closed session in which one idea is shown and one hidden.</summary>
    private static async Task<(House House, Screen Facilitator, Screen Phone)> Closed()
    {
        var house = await House.Built();
        var facilitator = await house.Entered(Role.Facilitator);
        var phone = await house.Joined("north");
        await facilitator.Done("session.start");
        await facilitator.Done("session.open-item", item: "ideas");
        await phone.Done("ideas.give", new { text = "A pond behind the school" }, "ideas");
        await phone.Done("ideas.give", new { text = "An insult that nobody prints" }, "ideas");
        var hidden = (await house.State()).Gives("ideas").Last().Id;
        await facilitator.Done("contribution.mark", new { contribution = hidden, mark = "hide" });
        await facilitator.Done("session.close");
        return (house, facilitator, phone);
    }

    [Fact]
    public async Task Its_pages_are_those_of_the_report_for_whoever_has_the_address_and_for_no_search_engine()
    {
        var (house, facilitator, phone) = await Closed();
        await using var _ = house;
        await using var __ = facilitator;
        await using var ___ = phone;
        await facilitator.Done("session.publish", new { on = true });
        foreach (var language in LocalText.Languages)
        {
            var (status, page, answer) = await Get(house, $"/results/{house.Session}?language={language}");
            var report = await Get(house, $"/report/{house.Session}.html?language={language}", cookies: facilitator.Browser.Cookies);
            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (status, report.Status));
            var choice = Regex.Match(page, "<nav class=\"languages\".*?</nav>").Value;
            Assert.Equal(report.Text, page.Replace(choice, "", StringComparison.Ordinal));
            // The same page in the other languages is one tap away, without a script and without a host.
            Assert.Equal(LocalText.Languages.Select(other => $"?language={other}"), Regex.Matches(choice, "href=\"([^\"]*)\"").Select(link => link.Groups[1].Value));
            Assert.Contains($"lang=\"{language}\" hreflang=\"{language}\" aria-current=\"true\"", choice, StringComparison.Ordinal);
            Assert.Contains("A pond behind the school", page, StringComparison.Ordinal);
            Assert.DoesNotContain("An insult that nobody prints", page, StringComparison.Ordinal);
            Assert.DoesNotContain(house.Code, page, StringComparison.Ordinal);
            Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
            Assert.Contains("noindex", answer.Headers.GetValues("X-Robots-Tag").Single(), StringComparison.Ordinal);
            Assert.Equal("no-store", $"{answer.Headers.CacheControl}");
            Assert.False(answer.Headers.Contains("Set-Cookie"));
            // By the code that can be typed, in whatever letters, and in the language of the browser.
            Assert.Equal(page, (await Get(house, $"/r/{house.Code.ToLowerInvariant()}", language)).Text);
        }
        Assert.Equal("image/svg+xml", (await Get(house, $"/results/{house.Session}/qr.svg")).Answer.Content.Headers.ContentType?.MediaType);
        // Nothing but to be read: no other way into the session is open.
        Assert.Equal(HttpStatusCode.NotFound, (await Get(house, $"/report/{house.Session}.html")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Get(house, $"/report/{house.Session}.data.json")).Status);
    }

    [Fact]
    public async Task Who_erases_their_words_erases_them_from_the_page_too()
    {
        var (house, facilitator, phone) = await Closed();
        await using var _ = house;
        await using var __ = facilitator;
        await using var ___ = phone;
        await facilitator.Done("session.publish", new { on = true });
        Assert.Contains("A pond behind the school", (await Get(house, $"/results/{house.Session}")).Text, StringComparison.Ordinal);
        await phone.Done("session.erase-mine");
        var (status, page, _) = await Get(house, $"/results/{house.Session}");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.DoesNotContain("A pond behind the school", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_nothing_recorded_that_shows_makes_nobody_make_it_anew()
    {
        var (house, facilitator, phone) = await Closed();
        await using var _ = house;
        await using var __ = facilitator;
        await using var ___ = phone;
        await facilitator.Done("session.publish", new { on = true });
        await phone.Done("session.erase-mine");
        var before = (await Get(house, $"/results/{house.Session}")).Text;
        var number = (await house.State()).Number;
        for (var n = 1; n <= 3; n++) Assert.Equal(number + n, await phone.Done("session.erase-mine"));
        // Its fingerprint is that of the entry up to which it was made: one that was made anew has another.
        Assert.Equal(before, (await Get(house, $"/results/{house.Session}")).Text);
        await facilitator.Done("session.keep-until", new { until = house.Clock.GetUtcNow().AddDays(90) });
        Assert.NotEqual(before, (await Get(house, $"/results/{house.Session}")).Text);
    }

    [Fact]
    public async Task What_became_of_ones_own_is_made_once_for_a_language_until_something_shows()
    {
        var (house, facilitator, phone) = await Closed();
        await using var _ = house;
        await using var __ = facilitator;
        await using var ___ = phone;
        await phone.Done("session.erase-mine");
        async Task<string> Became() => (await Get(house, $"/api/became/{house.Session}?language=de", cookies: phone.Browser.Cookies)).Text;
        // No session is given: what is not there yet cannot be made.
        Fates Kept() => house.Services.GetRequiredService<KeptAnswers>().Of(house.Session).Became("de", null!);
        Assert.Equal("[]", await Became());
        var kept = Kept();
        await phone.Done("session.erase-mine");
        await Became();
        Assert.Same(kept, Kept());
        await facilitator.Done("session.keep-until", new { until = house.Clock.GetUtcNow().AddDays(90) });
        await Became();
        Assert.NotSame(kept, Kept());
    }

    [Fact]
    public async Task While_every_turn_of_the_reports_is_taken_it_is_made_all_the_same()
    {
        var (house, facilitator, phone) = await Closed();
        await using var _ = house;
        await using var __ = facilitator;
        await using var ___ = phone;
        await facilitator.Done("session.publish", new { on = true });
        var turns = house.Services.GetRequiredService<Turns>();
        using var both = turns.Reports.AttemptAcquire(2);
        Assert.True(both.IsAcquired);
        var page = Get(house, $"/results/{house.Session}");
        await page.Patiently();
        Assert.Equal(HttpStatusCode.OK, (await page).Status);
    }

    [Fact]
    public async Task It_opens_after_the_close_alone_and_whatever_is_not_open_answers_alike_in_three_languages()
    {
        await using var house = await House.Built();
        await using var facilitator = await house.Entered(Role.Facilitator);
        await facilitator.Done("session.start");
        Assert.Equal("session.not-closed", (await facilitator.Send("session.publish", new { on = true }))["refused"]!["code"]!.GetValue<string>());
        await facilitator.Done("session.close");
        var closed = await Shut();
        await facilitator.Done("session.publish", new { on = true });
        Assert.Equal(HttpStatusCode.OK, (await Get(house, $"/results/{house.Session}")).Status);
        await facilitator.Done("session.publish", new { on = false });
        Assert.Equal(closed, await Shut());

        // A close that is taken back takes the page with it, and a new close does not bring it again.
        await facilitator.Done("session.publish", new { on = true });
        await facilitator.Done("session.undo", new { act = (await house.State()).Acts.Peek().Act });
        Assert.Equal(closed, await Shut());
        await facilitator.Done("session.close");
        Assert.Equal(closed, await Shut());

        async Task<string> Shut()
        {
            var answers = new List<string>();
            foreach (var path in new[] { $"/results/{house.Session}", $"/r/{house.Code}", $"/results/{Guid.NewGuid()}", "/r/QQQQQQ", $"/results/{house.Session}/qr.svg" })
            {
                var (status, text, answer) = await Get(house, path);
                Assert.Equal((path, HttpStatusCode.NotFound), (path, status));
                Assert.Contains("noindex", answer.Headers.GetValues("X-Robots-Tag").Single(), StringComparison.Ordinal);
                // Its one style sheet is the one that its policy names, and nothing else is loaded or run.
                var style = Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text.Split("<style>")[1].Split("</style>")[0])));
                Assert.StartsWith("default-src 'none';", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
                Assert.Contains($"style-src 'sha256-{style}'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
                answers.Add(text);
            }
            var said = Assert.Single(answers.Distinct());
            foreach (var language in LocalText.Languages) Assert.Contains($"lang=\"{language}\"><h1>{Words.In[language]["door.results-closed-title"]}</h1>", said, StringComparison.Ordinal);
            return said;
        }
    }

    [Fact]
    public async Task Screens_learn_that_it_is_open_and_a_person_what_became_of_their_own()
    {
        var (house, facilitator, phone) = await Closed();
        await using var _ = house;
        await using var __ = facilitator;
        await using var ___ = phone;
        Assert.Null((await phone.Join())["view"]!["results"]);
        await facilitator.Done("session.publish", new { on = true });
        Assert.True((await phone.Join())["view"]!["results"]!.GetValue<bool>());
        var (_, text, _) = await Get(house, $"/api/became/{house.Session}?language=de", cookies: phone.Browser.Cookies);
        Assert.Contains("A pond behind the school", text, StringComparison.Ordinal);
        Assert.DoesNotContain("An insult that nobody prints", text, StringComparison.Ordinal);
        await using var other = await house.Entered(Role.Projector);
        Assert.Equal(HttpStatusCode.NotFound, (await Get(house, $"/api/became/{house.Session}", cookies: other.Browser.Cookies)).Status);
    }
}
