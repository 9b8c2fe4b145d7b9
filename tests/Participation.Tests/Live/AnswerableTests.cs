using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Participation.Server;
using Participation.Server.Pages;
using Participation.Tests.Laws;

namespace Participation.Tests.Live;

/// <summary>Who comes in from anywhere is told who answers for what they say: a public server opens no session before its settings name them. A laptop opens one and says that nobody is named.</summary>
public sealed class AnswerableTests
{
    private static readonly string[] Public = ["--PublicAddress", "http://workshop.example", "--Workshops", Repository.PathOf("workshops")];

    [Theory]
    [InlineData("Institution:Controller and Institution:Contact")]
    [InlineData("Institution:Contact", "--Institution:Controller", "Comune di Rho")]
    [InlineData("Institution:Controller", "--Institution:Contact", "privacy@rho.example", "--Institution:Controller", " ")]
    public async Task A_public_server_opens_no_session_until_it_says_who_answers_for_the_data(string missing, params string[] settings)
    {
        await using var house = await House.Built("http://127.0.0.1:0", [.. Public, .. settings]);
        var before = Sessions(house);
        Assert.DoesNotContain(before, session => house.Services.GetRequiredService<SessionDirectory>().First(session).Opened is { Workshop: Opening.DemoWorkshop, Sample: false });
        var (status, refused) = await (await house.Host()).Post("/api/sessions", new { workshop = "opinion-round" });
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "session.no-controller"), (status, refused!["code"]!.GetValue<string>()));
        foreach (var language in new[] { "en", "it", "de" }) Assert.Contains("Institution:Controller", refused["text"]![language]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(before, Sessions(house));
        Assert.Contains($"no session until {missing} ", await Terminal(house), StringComparison.Ordinal);
        Assert.True((await house.Browser().Get("/api/institution")).Body!["public"]!.GetValue<bool>());
    }

    [Fact]
    public async Task A_public_server_that_says_so_opens_sessions_and_so_does_a_laptop_that_does_not()
    {
        await using (var house = await House.Built("http://127.0.0.1:0", [.. Public, "--Institution:Controller", "Comune di Rho", "--Institution:Contact", "privacy@rho.example"]))
        {
            Assert.Equal(HttpStatusCode.OK, (await (await house.Host()).Post("/api/sessions", new { workshop = "opinion-round" })).Status);
            Assert.DoesNotContain("Institution:", await Terminal(house), StringComparison.Ordinal);
        }
        await using var laptop = await House.Built("http://127.0.0.1:0", "--Workshops", Repository.PathOf("workshops"));
        Assert.Equal(HttpStatusCode.OK, (await (await laptop.Host()).Post("/api/sessions", new { workshop = "opinion-round" })).Status);
        Assert.DoesNotContain("Institution:", await Terminal(laptop), StringComparison.Ordinal);
        Assert.False((await laptop.Browser().Get("/api/institution")).Body!["public"]!.GetValue<bool>());
        Assert.Null((await laptop.Browser().Get($"/api/door?code={laptop.Code}")).Body!["controller"]);
    }

    private static List<Guid> Sessions(House house) => [.. house.Services.GetRequiredService<SessionDirectory>().All];

    private static async Task<string> Terminal(House house)
    {
        using var terminal = new StringWriter();
        await Welcome.Print(house.Services, terminal);
        return terminal.ToString();
    }
}
