using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Participation.Server.Accounts;

namespace Participation.Tests.Live;

/// <summary>What the host's browser asks wrongly gets a reason in three languages, never a bare fault.</summary>
public sealed class HostTests
{
    [Theory]
    [InlineData("{}", "request.malformed")]
    [InlineData("null", "request.malformed")]
    [InlineData("""{"workshop":null}""", "request.malformed")]
    [InlineData("""{"workshop":"w","tables":[null]}""", "session.wrong-tables")]
    [InlineData("""{"workshop":"w","tables":[{"id":null,"name":"a"}]}""", "request.malformed")]
    [InlineData("""{"workshop":"w","tables":[{"id":"a"}]}""", "request.malformed")]
    [InlineData("""{"workshop":"w","tables":[{"id":"A b","name":"a"}]}""", "session.wrong-tables")]
    [InlineData("""{"workshop":"w","tables":[{"id":"a\n","name":"a"}]}""", "session.wrong-tables")]
    [InlineData("""{"workshop":"w","language":"xx"}""", "request.malformed")]
    [InlineData("""{"workshop":"w","tables":[{"id":"north-1","name":"North"}]}""", "workshop.unknown")]
    public async Task A_session_that_cannot_be_opened_is_refused_with_words(string asked, string code)
    {
        await using var house = await House.Built();
        var host = house.Browser();
        Assert.Equal(HttpStatusCode.Redirect, (await host.Get(house.Services.GetRequiredService<SetupLink>().Path)).Status);
        var (status, body) = await host.Ask(new(HttpMethod.Post, new Uri(house.Address, "/api/sessions")) { Content = new StringContent(asked, Encoding.UTF8, "application/json") });
        Assert.InRange((int)status, 400, 499);
        Assert.Equal(code, body!["code"]!.GetValue<string>());
        Assert.All(["en", "it", "de"], (string language) => Assert.NotEmpty(body["text"]![language]!.GetValue<string>()));
        Assert.Equal([], house.Log.Errors);
    }

    [Fact]
    public async Task The_setup_link_works_under_this_machines_own_name_and_once()
    {
        await using var house = await House.Built();
        var setup = new Uri(house.Address, house.Services.GetRequiredService<SetupLink>().Path);
        foreach (var name in new[] { "evil.example", "127.0.0.1.evil.example", "192.0.2.7" })
            Assert.Equal((name, HttpStatusCode.NotFound), (name, (await house.Browser().Ask(Under(name))).Status));
        Assert.Equal(HttpStatusCode.Redirect, (await house.Browser().Ask(Under("localhost"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await house.Browser().Ask(Under("localhost"))).Status);

        HttpRequestMessage Under(string name)
        {
            var request = new HttpRequestMessage(HttpMethod.Get, setup);
            request.Headers.Host = $"{name}:{setup.Port}";
            return request;
        }
    }
}
