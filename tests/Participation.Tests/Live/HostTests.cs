using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Participation.Sessions;

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
    [InlineData("""{"workshop":"w","tables":[{"id":"a","name":"\u3164"}]}""", "session.wrong-tables")]
    [InlineData("""{"workshop":"w","language":"xx"}""", "request.malformed")]
    [InlineData("""{"workshop":"w","tables":[{"id":"north-1","name":"North"}]}""", "workshop.unknown")]
    public async Task A_session_that_cannot_be_opened_is_refused_with_words(string asked, string code)
    {
        await using var house = await House.Built();
        var host = await house.Host();
        var (status, body) = await host.Ask(new(HttpMethod.Post, new Uri(house.Address, "/api/sessions")) { Content = new StringContent(asked, Encoding.UTF8, "application/json") });
        Assert.InRange((int)status, 400, 499);
        Assert.Equal(code, body!["code"]!.GetValue<string>());
        Assert.All(["en", "it", "de"], (string language) => Assert.NotEmpty(body["text"]![language]!.GetValue<string>()));
        Assert.Equal([], house.Log.Errors);
    }

    [Fact]
    public async Task Title_and_tables_are_kept_as_people_see_them()
    {
        await using var house = await House.Built();
        foreach (var (name, text) in Workshops.Folder.Files())
        {
            Directory.CreateDirectory(Path.Combine(house.Folder, "workshops", "small"));
            File.WriteAllText(Path.Combine(house.Folder, "workshops", "small", name), text);
        }
        var host = await house.Host();
        foreach (var (title, kept) in new[] { ("Ri\u0002unione\u000Bsul mercato", "Riunione\nsul mercato"), ("\u2800\u3164", "Small it") })
        {
            var (status, opened) = await host.Post("/api/sessions", new { workshop = "small", title, tables = new[] { new { id = "t1", name = "Nord\u0007\u001FEst" } } });
            Assert.Equal(HttpStatusCode.OK, status);
            var state = await house.Services.GetRequiredService<Desk<SessionState>>().Read(opened!["session"]!.GetValue<Guid>());
            Assert.Equal((kept, "Nord Est"), (state.Opened!.Title.It, state.Opened.Tables.Single().Name));
        }
    }
}
