using System.Net;
using Participation.Server.Accounts;
using Participation.Tests.Live;

namespace Participation.Tests.Accounts;

/// <summary>The last administrator forgot the password: what whoever runs the server does at its own terminal.</summary>
public sealed class AccountCommandTests
{
    [Fact]
    public async Task The_last_administrator_gets_a_new_password_by_a_link_that_only_a_stopped_server_gives()
    {
        await using var house = await House.Built();
        var before = await house.Host();
        Assert.Contains("already running", Reset(house, "ada", 1), StringComparison.Ordinal);

        await house.Stop();
        var link = Reset(house, "ada", 0).Split("/invitation#")[1].Split('\n')[0].Trim();
        Assert.DoesNotContain(link, System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(Path.Combine(house.Folder, AccountFile.Name))), StringComparison.Ordinal);
        await house.Start();
        Assert.Equal(HttpStatusCode.OK, (await before.Get("/api/account")).Status);

        const string Next = "eleven trams to the hills";
        var ask = new { key = link, password = Next };
        Assert.Equal(HttpStatusCode.OK, (await house.Browser().Post("/api/invitation/accept", ask)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await house.Browser().Post("/api/invitation/accept", ask)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await before.Get("/api/account")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await house.Browser().Post("/api/sign-in", new { name = "Ada", password = House.Password })).Status);
        Assert.Equal("administrator", (await house.Browser().Post("/api/sign-in", new { name = "Ada", password = Next })).Body!["role"]!.GetValue<string>());
    }

    [Fact]
    public async Task Who_is_not_there_gets_nothing_and_an_empty_folder_stays_empty()
    {
        await using var house = await House.Built();
        await house.Host();
        await house.Stop();
        Assert.Contains("Nobody", Reset(house, "Grace", 1), StringComparison.Ordinal);
        await house.Start();

        var empty = Directory.CreateTempSubdirectory("participation-empty-").FullName;
        Assert.Equal(1, AccountCommands.Run(["account", "reset", "Ada", "--in", empty], TextWriter.Null, TimeProvider.System));
        Assert.Empty(Directory.GetFileSystemEntries(empty));
        Directory.Delete(empty);
        Assert.Equal(2, AccountCommands.Run(["account"], TextWriter.Null, TimeProvider.System));
        Assert.Null(AccountCommands.Run(["--Urls", "http://*:8080"], TextWriter.Null, TimeProvider.System));
    }

    private static string Reset(House house, string name, int code)
    {
        using var said = new StringWriter();
        Assert.Equal(code, AccountCommands.Run(["account", "reset", name, "--in", house.Folder], said, house.Clock));
        return said.ToString();
    }
}
