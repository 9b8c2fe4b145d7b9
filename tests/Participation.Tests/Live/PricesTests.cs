using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Participation.Server.Live;
using Participation.Server.Pages;
using Participation.Sessions;

namespace Participation.Tests.Live;

/// <summary>What is dear has a price for each person: who asks for it without end is told when to come again, and a neighbour notices nothing.</summary>
public sealed class PricesTests
{
    [Theory, InlineData("/api/mine/{0}", false, 5), InlineData("/report/{0}.csv", true, 24)]
    public async Task Who_asks_without_end_is_told_when_to_come_again_and_others_are_served(string path, bool leads, int free)
    {
        await using var house = await House.Built(CallLimits.Usual);
        await using var one = leads ? await house.Entered(Role.Facilitator) : await house.Joined();
        await using var other = leads ? await house.Entered(Role.Facilitator) : await house.Joined();
        var asked = string.Format(System.Globalization.CultureInfo.InvariantCulture, path, house.Session);
        var answers = new List<HttpStatusCode>();
        for (var n = 0; n < free + 40; n++) answers.Add((await one.Browser.Get(asked)).Status);
        Assert.All(answers.Take(free), status => Assert.Equal(HttpStatusCode.OK, status));
        Assert.Contains(HttpStatusCode.TooManyRequests, answers);
        Assert.Equal(HttpStatusCode.OK, (await other.Browser.Get(asked)).Status);

        var (status, body) = await one.Browser.Get(asked);
        Assert.Equal((HttpStatusCode.TooManyRequests, "request.too-many"), (status, body!["code"]!.GetValue<string>()));
        foreach (var language in new[] { "en", "it", "de" }) Assert.NotEmpty(body["text"]![language]!.GetValue<string>());
    }

    /// <summary>Fresh seats of other sessions and dead ones are had for nothing: the price is asked of the seat that opens what was asked for.</summary>
    [Theory, InlineData("/api/mine/{0}", false, 5), InlineData("/report/{0}.csv", true, 24)]
    public async Task Seats_that_stand_before_the_one_in_question_change_no_price(string path, bool leads, int free)
    {
        await using var house = await House.Built(CallLimits.Usual);
        await using var one = leads ? await house.Entered(Role.Facilitator) : await house.Joined();
        var (_, code) = await house.Open(Guid.NewGuid(), Given.Facilitator);
        var other = house.Browser();
        await other.Join(new { code, command = Guid.NewGuid(), consent = true, language = "en" });
        var (own, fresh) = (one.Cookies.GetCookieHeader(house.Address), other.Cookies.GetCookieHeader(house.Address));
        var dead = string.Join("; ", Enumerable.Range(0, 5).Select(_ => $"seat-participant-{Guid.NewGuid()}={new string('A', 300)}"));
        using var http = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = house.Address };
        async Task<HttpStatusCode> Ask(string cookies)
        {
            using var asked = new HttpRequestMessage(HttpMethod.Get, string.Format(System.Globalization.CultureInfo.InvariantCulture, path, house.Session));
            asked.Headers.Add("Cookie", cookies);
            using var answer = await http.SendAsync(asked, TestContext.Current.CancellationToken);
            return answer.StatusCode;
        }
        var answers = new List<HttpStatusCode>();
        for (var n = 0; n < free + 40; n++) answers.Add(await Ask(own));
        Assert.Contains(HttpStatusCode.TooManyRequests, answers);
        Assert.Equal(HttpStatusCode.TooManyRequests, await Ask($"{fresh}; {own}"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await Ask($"{dead}; {own}"));
    }

    /// <summary>By its id or by the code that stands for it, whatever else is written behind the address: with a seat of another session one is a stranger there, and pays as strangers do.</summary>
    [Theory, InlineData("/results/{0}"), InlineData("/results/{0}?session={2}"), InlineData("/r/{1}"), InlineData("/r/{1}?session={2}")]
    public async Task A_result_is_paid_by_the_seat_of_its_session_by_whatever_address_it_is_asked_for(string path)
    {
        await using var house = await House.Built(CallLimits.Usual);
        await using var one = await house.Joined();
        var (elsewhere, code) = await house.Open(Guid.NewGuid(), Given.Facilitator);
        var other = house.Browser();
        await other.Join(new { code, command = Guid.NewGuid(), consent = true, language = "en" });
        var asked = string.Format(System.Globalization.CultureInfo.InvariantCulture, path, house.Session, house.Code, elsewhere);
        async Task<int> Refused(string cookies)
        {
            using var http = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = house.Address };
            http.DefaultRequestHeaders.Add("Cookie", cookies);
            var refused = 0;
            for (var n = 0; n < CallLimits.Usual.Reports.Burst + 40; n++)
            {
                using var answer = await http.GetAsync(new Uri(asked, UriKind.Relative), TestContext.Current.CancellationToken);
                if (answer.StatusCode == HttpStatusCode.TooManyRequests) refused++;
            }
            return refused;
        }
        var (own, fresh) = (one.Cookies.GetCookieHeader(house.Address), other.Cookies.GetCookieHeader(house.Address));
        Assert.Equal(0, await Refused(fresh));
        Assert.NotEqual(0, await Refused($"{fresh}; {own}"));
    }

    [Theory, InlineData("de-AT,de;q=0.9,en;q=0.5", "", "Gerade kommen sehr viele Anfragen"), InlineData("fr,it;q=0.5", "", "le richieste sono moltissime"), InlineData("de", "?language=it", "le richieste sono moltissime"), InlineData("fr", "", "Very many requests are arriving")]
    public async Task A_browser_reads_it_in_its_readers_language_with_the_seconds_to_wait(string accepts, string query, string said)
    {
        await using var house = await House.Built(CallLimits.Usual);
        await using var phone = await house.Joined();
        using var http = new HttpClient(new HttpClientHandler { CookieContainer = phone.Cookies }) { BaseAddress = house.Address };
        http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(accepts);
        for (var n = 0; n < 500; n++)
        {
            using var answer = await http.GetAsync(new Uri($"/api/mine/{house.Session}{query}", UriKind.Relative), TestContext.Current.CancellationToken);
            if (answer.IsSuccessStatusCode) continue;
            Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
            Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10));
            Assert.Contains(said, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
            Assert.Equal("no-store", $"{answer.Headers.CacheControl}");
            return;
        }
        Assert.Fail("it was never refused");
    }

    /// <summary>The turn is for the making of an answer: who does not read theirs keeps nobody waiting.</summary>
    [Fact]
    public async Task Who_does_not_read_an_answer_holds_up_nobody()
    {
        var reads = new TaskCompletionSource();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<Turns>();
        await using var app = builder.Build();
        app.MapGet("/file/{who}", (string who) => (IResult)(who == "slow" ? new Unread(reads.Task) : Results.Text(who))).InTurn(turns => turns.Mine);
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        var slow = http.GetStringAsync(new Uri("/file/slow", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal("other", await http.GetStringAsync(new Uri("/file/other", UriKind.Relative), TestContext.Current.CancellationToken).WaitAsync(Patience.Usual, TestContext.Current.CancellationToken));
        Assert.False(slow.IsCompleted);
        reads.SetResult();
        Assert.Equal("read", await slow);
    }

    /// <summary>An answer that is sent when its reader takes it.</summary>
    private sealed class Unread(Task read) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            await read;
            await httpContext.Response.WriteAsync("read");
        }
    }

    /// <summary>All phones of a hall come back at once, each with a seat: from one address, and nobody is refused.</summary>
    [Fact]
    public async Task A_room_behind_one_address_is_not_priced_by_it()
    {
        await using var house = await House.Built(CallLimits.Usual);
        var browsers = new List<Browser>();
        for (var n = 0; n < 150; n++)
        {
            browsers.Add(house.Browser());
            Assert.Equal(HttpStatusCode.OK, (await browsers[n].Join(new { code = house.Code, command = Guid.NewGuid(), consent = true })).Status);
        }
        var answers = await Task.WhenAll(browsers.SelectMany(browser => new[]
        {
            browser.Post($"/live/negotiate?session={house.Session}&role=participant&negotiateVersion=1", new { }), browser.Get($"/api/mine/{house.Session}"), browser.Get($"/api/door?code={house.Code}"),
        }));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
    }
}
