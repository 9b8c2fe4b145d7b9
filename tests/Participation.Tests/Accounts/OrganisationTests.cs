using System.Net;
using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Participation.Server.Accounts;
using Participation.Tests.Live;

namespace Participation.Tests.Accounts;

/// <summary>Signing in by the organisation's directory: only whom somebody linked beforehand, and with all that a sign-in is here.</summary>
public sealed class OrganisationTests
{
    [Fact]
    public async Task Who_was_linked_by_subject_or_verified_address_is_signed_in_and_nobody_else()
    {
        await using var directory = await OrganisationDirectory.Open();
        await using var house = await Configured(directory);
        var ada = (await house.Host(), house.Services.GetRequiredService<AccountBook>().Named("Ada")!.Id).Id;
        var identities = house.Services.GetRequiredService<Identities>();

        Assert.Equal(("/sign-in#unknown", HttpStatusCode.Unauthorized), await SignIn(house, directory, new() { ["sub"] = "17" }));
        Assert.True(identities.Link(ada, "Ada@Example.org"));
        Assert.Equal(("/sign-in#unknown", HttpStatusCode.Unauthorized), await SignIn(house, directory, new() { ["sub"] = "17", ["email"] = "ada@example.org" }));
        Assert.Equal(("/sign-in#unknown", HttpStatusCode.Unauthorized), await SignIn(house, directory, new() { ["sub"] = "17", ["email"] = "ada@example.org", ["email_verified"] = false }));
        Assert.Equal(("/people", HttpStatusCode.OK), await SignIn(house, directory, new() { ["sub"] = "17", ["email"] = "ada@example.org", ["email_verified"] = true }));

        Assert.True(identities.Link(ada, "17"));
        Assert.Equal(("/people", HttpStatusCode.OK), await SignIn(house, directory, new() { ["sub"] = "17" }));
        Assert.Equal(("/sign-in#unknown", HttpStatusCode.Unauthorized), await SignIn(house, directory, new() { ["sub"] = "18", ["email"] = "ada@example.org", ["email_verified"] = true }));
        house.Services.GetRequiredService<AccountBook>().Change(ada, known => known with { Disabled = true });
        Assert.Equal(("/sign-in#unknown", HttpStatusCode.Unauthorized), await SignIn(house, directory, new() { ["sub"] = "17" }));
        Assert.Single(house.Services.GetRequiredService<AccountBook>().All);
    }

    [Fact]
    public async Task A_token_that_another_key_signed_and_an_answer_that_nobody_asked_for_let_nobody_in()
    {
        await using var directory = await OrganisationDirectory.Open();
        await using var house = await Configured(directory);
        await house.Host();
        house.Services.GetRequiredService<Identities>().Link(house.Services.GetRequiredService<AccountBook>().All[0].Id, "17");
        using var other = RSA.Create(2048);
        directory.Forged = other;
        Assert.Equal(("/sign-in#failed", HttpStatusCode.Unauthorized), await SignIn(house, directory, new() { ["sub"] = "17" }));
        directory.Forged = null;
        using var stranger = Follower(house.Browser());
        Assert.Equal("/sign-in#failed", (await stranger.GetAsync(new Uri(house.Address, "/sign-in/return?code=1&state=2"), TestContext.Current.CancellationToken)).Headers.Location?.OriginalString);
        Assert.Equal(("/console", HttpStatusCode.OK), await SignIn(house, directory, new() { ["sub"] = "17" }, "https://evil.example/"));
    }

    [Fact]
    public async Task Without_the_setting_there_is_no_such_door()
    {
        await using var house = await House.Built();
        Assert.False((await house.Browser().Get("/api/sign-in")).Body!["organisation"]!.GetValue<bool>());
        using var client = Follower(house.Browser());
        Assert.Equal("/sign-in", (await client.GetAsync(new Uri(house.Address, "/sign-in/organisation"), TestContext.Current.CancellationToken)).Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(new Uri(house.Address, "/sign-in/return?code=1&state=2"), TestContext.Current.CancellationToken)).StatusCode);
    }

    private static Task<House> Configured(OrganisationDirectory directory) => House.Built("http://127.0.0.1:0", "--OpenIdConnect:Authority", directory.Authority,
        "--OpenIdConnect:ClientId", OrganisationDirectory.Client, "--OpenIdConnect:ClientSecret", OrganisationDirectory.Secret);

    /// <summary>Where a new browser is led in the end, and whether it is signed in then.</summary>
    private static async Task<(string? To, HttpStatusCode Account)> SignIn(House house, OrganisationDirectory directory, Dictionary<string, object> who, string to = "/people")
    {
        directory.Who = who;
        var browser = house.Browser();
        using var client = Follower(browser);
        var at = new Uri(house.Address, $"/sign-in/organisation?to={Uri.EscapeDataString(to)}");
        for (var steps = 0; steps < 3; steps++)
        {
            using var answer = await client.GetAsync(at, TestContext.Current.CancellationToken);
            at = new Uri(at, answer.Headers.Location ?? throw new InvalidOperationException($"{at.AbsolutePath}: {answer.StatusCode}"));
        }
        Assert.Equal(house.Address.Authority, at.Authority);
        return ($"{at.AbsolutePath}{at.Fragment}", (await browser.Get("/api/account")).Status);
    }

    private static HttpClient Follower(Browser browser) => new(new HttpClientHandler { CookieContainer = browser.Cookies, AllowAutoRedirect = false });
}
