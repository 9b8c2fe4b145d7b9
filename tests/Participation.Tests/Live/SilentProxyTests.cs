using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Participation.Server.Accounts;

namespace Participation.Tests.Live;

/// <summary>A proxy on the server's own machine that says nothing of itself makes nobody who comes through it sit at that machine.</summary>
public sealed class SilentProxyTests
{
    private const string Firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    /// <summary>What a request looks like that somebody passed on, and one that nobody did.</summary>
    public static TheoryData<string, string, string, string[], bool> Ways => new()
    {
        { "a browser at this machine", "localhost", "1.1", ["User-Agent: " + Firefox, "Sec-Fetch-Site: same-origin"], true },
        { "a program at this machine", "127.0.0.1", "1.1", [], true },
        { "a browser over plain http, through a proxy that asks for localhost", "localhost", "1.1", ["User-Agent: " + Firefox], false },
        { "the same under the machine's address", "127.0.0.1", "1.1", ["User-Agent: " + Firefox], false },
        { "nginx as it comes", "localhost", "1.0", [], false },
        { "nginx that names the asker in its own way", "localhost", "1.1", ["X-Real-IP: 192.0.2.9"], false },
        { "a proxy that names itself", "localhost", "1.1", ["Via: 1.1 cache"], false },
        { "a proxy that tells the scheme alone", "localhost", "1.1", ["X-Forwarded-Proto: http"], false },
        { "a proxy by the standard", "localhost", "1.1", ["Forwarded: for=192.0.2.9"], false },
        { "a cloud's", "localhost", "1.1", ["CF-Connecting-IP: 192.0.2.9"], false },
        { "a forwarder of bytes on another port", "localhost:80", "1.1", ["User-Agent: " + Firefox, "Sec-Fetch-Site: same-origin"], false },
        { "a forwarder of bytes at the machine's address in the network", "192.0.2.1", "1.1", [], false },
    };

    [Theory, MemberData(nameof(Ways))]
    public async Task Only_who_sits_there_signs_in_without_encryption(string way, string host, string version, string[] headers, bool here)
    {
        await using var house = await House.Built();
        await house.Host();
        Assert.Equal((way, here ? HttpStatusCode.OK : HttpStatusCode.Forbidden), (way, await SignIn(house, host, version, headers)));
    }

    [Theory]
    [InlineData("--PublicAddress", "https://participation.example", false), InlineData("--Proxies:0", "192.0.2.3", false), InlineData("--PublicAddress", "http://workshop.example", true)]
    public async Task Where_another_safe_way_is_set_up_this_machine_is_none(string name, string value, bool here)
    {
        await using var house = await House.Built("http://127.0.0.1:0", name, value);
        // The first account needs the secret of the terminal, and is made here all the same.
        await house.Host();
        Assert.Equal(here ? HttpStatusCode.OK : HttpStatusCode.Forbidden, await SignIn(house, "localhost", "1.1", []));
    }

    [Fact]
    public async Task The_setup_link_is_worth_nothing_through_such_a_proxy()
    {
        await using var house = await House.Built();
        var key = house.Services.GetRequiredService<SetupLink>().Path!.Split('/')[^1];
        foreach (var (host, version, headers) in new (string, string, string[])[] { ("localhost", "1.0", []), ("localhost", "1.1", ["X-Real-IP: 192.0.2.9"]), ("localhost", "1.1", ["User-Agent: " + Firefox]), ("localhost:80", "1.1", []) })
            Assert.Equal(HttpStatusCode.NotFound, (await Ask(house, "/api/setup", new { key, name = "Eve", password = House.Password }, host, version, headers)).Status);
        await house.Host();
    }

    private static async Task<HttpStatusCode> SignIn(House house, string host, string version, string[] headers) =>
        (await Ask(house, "/api/sign-in", new { name = "Ada", password = House.Password }, host, version, headers)).Status;

    private static Task<(HttpStatusCode Status, System.Text.Json.Nodes.JsonNode? Body)> Ask(House house, string path, object body, string host, string version, string[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(house.Address, path)) { Content = new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json"), Version = Version.Parse(version), VersionPolicy = HttpVersionPolicy.RequestVersionExact };
        request.Headers.Host = host.Contains(':', StringComparison.Ordinal) ? host : $"{host}:{house.Address.Port}";
        foreach (var header in headers) request.Headers.TryAddWithoutValidation(header.Split(": ")[0], header.Split(": ")[1]);
        return house.Browser().Ask(request);
    }
}
