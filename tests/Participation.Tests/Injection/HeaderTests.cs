using System.Net;
using System.Text;
using Participation.Tests.Live;

namespace Participation.Tests.Injection;

/// <summary>What every answer tells the browser, on every address there is: run nothing that is not ours, guess nothing, tell nobody, keep nothing.</summary>
public sealed class HeaderTests
{
    private const string Policy =
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; object-src 'none'; " +
        "base-uri 'none'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'";

    /// <summary>Pages made by the server have a policy of their own, under which nothing at all runs.</summary>
    private static readonly string[] OwnPolicy = ["/report/{session:guid}.html", "/tickets/{session:guid}"];

    /// <summary>Also where they are not open: then the page that says so has it.</summary>
    private static readonly string[] OwnPolicyAlways = ["/results/{session:guid}", "/results/{session:guid}/qr.svg", "/r/{code:length(6,8)}"];

    /// <summary>What may be kept: it is the same for everybody, and nobody's.</summary>
    private static readonly string[] MayBeKept = ["/healthz", "/workshops/{slug}/{file}", "/api/institution/logo", "/fonts/{name}"];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Every_answer_carries_the_table_of_headers(bool signedIn)
    {
        await using var house = await House.Built();
        var browser = signedIn ? await house.Host() : house.Browser();
        var routes = Routes.Of(house);
        Assert.True(routes.Count > 40, $"{routes.Count} routes");
        Assert.All(OwnPolicy.Concat(OwnPolicyAlways).Concat(MayBeKept), known => Assert.Contains(routes, route => route.Route == known));
        using var client = Routes.Client(browser);
        foreach (var route in routes)
        {
            // Signing out comes last of all: what follows would be somebody else.
            if (route.Route == "/api/sign-out" && signedIn) continue;
            using var asked = new HttpRequestMessage(new HttpMethod(route.Method), new Uri(house.Address, route.Right));
            if (route.Method != "GET") asked.Content = new StringContent("{}", Encoding.UTF8, "application/json");
            using var answer = await client.SendAsync(asked, HttpCompletionOption.ResponseHeadersRead);
            Check(route, answer, signedIn);
            Assert.True((int)answer.StatusCode < 500 || answer.StatusCode == HttpStatusCode.ServiceUnavailable, $"{route}: {answer.StatusCode}");
        }
        foreach (var nowhere in new[] { "/none", "/api/none", "/report/none", "/live/none", "/..%2f", "/.git/config", "/appsettings.json", "/participation.db" })
        {
            using var answer = await client.GetAsync(new Uri(house.Address, nowhere));
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Check(new("GET", nowhere, nowhere, false), answer, signedIn);
        }
        Assert.Equal([], house.Log.Errors);
    }

    [Fact]
    public async Task A_page_made_on_the_server_lets_nothing_run()
    {
        await using var house = await House.Built();
        using var client = Routes.Client(await house.Host());
        var report = await client.GetStringAsync(new Uri(house.Address, $"/report/{house.Session}.html"));
        var policy = WebUtility.HtmlDecode(report.Split("http-equiv=\"Content-Security-Policy\" content=\"")[1].Split('"')[0]);
        Assert.Matches("^default-src 'none'; style-src 'sha256-[A-Za-z0-9+/=]{44}'; font-src 'self'$", policy);
        Assert.DoesNotContain("script", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        using var tickets = await client.GetAsync(new Uri(house.Address, $"/tickets/{house.Session}"));
        var own = Assert.Single(tickets.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", own, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", own, StringComparison.Ordinal);
    }

    private static void Check(Routes.Address route, HttpResponseMessage answer, bool signedIn)
    {
        string Header(string name) => string.Join(" | ", answer.Headers.TryGetValues(name, out var one) || answer.Content.Headers.TryGetValues(name, out one) ? one : ["none"]);
        var own = OwnPolicy.Contains(route.Route) && answer.StatusCode == HttpStatusCode.OK || OwnPolicyAlways.Contains(route.Route);
        Assert.Equal((route.Route, "nosniff", "no-referrer", "same-origin", "none", "none"),
            (route.Route, Header("X-Content-Type-Options"), Header("Referrer-Policy"), Header("Cross-Origin-Opener-Policy"), Header("Server"), Header("X-Powered-By")));
        var policy = Header("Content-Security-Policy");
        // The wall's picture stands in the console; it alone, and there alone.
        if (route.Route == "/projector/{session:guid}/picture") policy = policy.Replace("frame-ancestors 'self'", "frame-ancestors 'none'", StringComparison.Ordinal);
        if (!own) Assert.Equal((route.Route, Policy), (route.Route, policy));
        else Assert.All(["frame-ancestors 'none'", "base-uri 'none'", "form-action 'none'"], part => Assert.Contains(part, policy, StringComparison.Ordinal));
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        var data = route.Route.StartsWith("/api", StringComparison.Ordinal) || route.Route.StartsWith("/report", StringComparison.Ordinal) || route.Route.StartsWith("/tickets", StringComparison.Ordinal);
        var kept = Header("Cache-Control");
        if (data && (signedIn && route.Route.Contains('{', StringComparison.Ordinal) || route.Route.StartsWith("/api", StringComparison.Ordinal) || answer.IsSuccessStatusCode)) Assert.True(kept == "no-store", $"{route}: {kept}");
        else if (answer.IsSuccessStatusCode && !route.IsAsset && !MayBeKept.Contains(route.Route)) Assert.True(kept.Contains("no-cache", StringComparison.Ordinal) || kept.Contains("no-store", StringComparison.Ordinal), $"{route}: {kept}");
        if (answer.Headers.Contains("Set-Cookie")) Assert.All(answer.Headers.GetValues("Set-Cookie"), cookie => Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase));
    }
}
