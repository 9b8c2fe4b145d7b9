using System.Net.Sockets;
using System.Text;
using Participation.Sessions;

namespace Participation.Tests.Live;

/// <summary>Anybody may write anything into the line that says for which host a request is meant.</summary>
public sealed class SoundHostTests
{
    [Theory, InlineData("xn--"), InlineData("xn--:80"), InlineData("a..b"), InlineData("localhost:99999"), InlineData("[::1"), InlineData("a,b")]
    public async Task A_host_that_no_address_can_name_is_refused_and_leaves_no_line_in_the_log(string host)
    {
        await using var house = await House.Built();
        await using var wall = await house.Entered(Role.Projector);
        var cookie = wall.Cookies.GetCookieHeader(house.Address);
        foreach (var asked in new[]
        {
            $"GET /healthz HTTP/1.1\r\nHost: {host}\r\nCookie: {cookie}\r\n", $"POST /api/sign-out HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\nContent-Length: 0\r\n",
            $"GET /api/sessions/{house.Session}/address HTTP/1.1\r\nHost: {host}\r\nCookie: {cookie}\r\n", $"GET /live?session={house.Session}&role=projector HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\n",
        })
            Assert.StartsWith("HTTP/1.1 400 ", await Answer(house, asked), StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", house.Log.Text, StringComparison.Ordinal);
        Assert.Equal([], house.Log.Errors);
        await wall.Join();
    }

    [Theory, InlineData("localhost"), InlineData("192.0.2.1:8080"), InlineData("[2001:db8::1]:5080"), InlineData("xn--mnchen-3ya.example:8080"), InlineData("town_hall.local")]
    public async Task A_host_that_an_address_names_is_answered(string host)
    {
        await using var house = await House.Built();
        await using var wall = await house.Entered(Role.Projector);
        Assert.StartsWith("HTTP/1.1 200 ", await Answer(house, $"GET /api/sessions/{house.Session}/address HTTP/1.1\r\nHost: {host}\r\nCookie: {wall.Cookies.GetCookieHeader(house.Address)}\r\n"), StringComparison.Ordinal);
    }

    /// <summary>A program that looks whether the server is there may say of no host at all.</summary>
    [Theory, InlineData("HTTP/1.0\r\n"), InlineData("HTTP/1.1\r\nHost:\r\n")]
    public async Task Who_names_no_host_is_answered_and_told_an_address_all_the_same(string named)
    {
        await using var house = await House.Built();
        await using var wall = await house.Entered(Role.Projector);
        Assert.StartsWith("HTTP/1.1 200 ", await Answer(house, $"GET /healthz {named}"), StringComparison.Ordinal);
        var told = await Answer(house, $"GET /api/sessions/{house.Session}/address {named}Cookie: {wall.Cookies.GetCookieHeader(house.Address)}\r\n");
        Assert.Contains($":{house.Address.Port}\"", told, StringComparison.Ordinal);
        Assert.Equal([], house.Log.Errors);
    }

    private static async Task<string> Answer(House house, string head)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(house.Address.Host, house.Address.Port, TestContext.Current.CancellationToken);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"{head}Connection: close\r\n\r\n"), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(client.GetStream());
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
