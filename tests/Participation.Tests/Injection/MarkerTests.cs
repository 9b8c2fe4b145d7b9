using System.Net;
using System.Text;
using Participation.Sessions;
using Participation.Tests.Activities;
using Participation.Tests.Live;

namespace Participation.Tests.Injection;

/// <summary>What people say, and what lets them in, stands in the journal, its backups and the accounts, and nowhere else: not in the log, not in any other file.</summary>
public sealed class MarkerTests
{
    private const string Mark = "Zwetschge";

    [Fact]
    public async Task Neither_log_nor_files_hold_what_was_said_or_what_lets_somebody_in()
    {
        await using var house = await House.Built();
        foreach (var (name, text) in Workshops.Folder.Files())
        {
            Directory.CreateDirectory(Path.Combine(house.Folder, "workshops", "small"));
            File.WriteAllText(Path.Combine(house.Folder, "workshops", "small", name), text);
        }
        var host = await house.Host();
        var keys = new List<string> { house.Code, House.Password };
        string Key(Role role)
        {
            keys.Add(house.Key(role));
            return keys[^1];
        }

        // Names, titles and tables; a wrong password, a wrong code and wrong bodies say it too.
        var (status, opened) = await host.Post("/api/sessions", new { workshop = "small", title = $"{Mark} title", tables = new[] { new { id = "t1", name = $"{Mark} table" } } });
        Assert.Equal(HttpStatusCode.OK, status);
        keys.Add(opened!["code"]!.GetValue<string>());
        var link = (await host.Post("/api/people/invite", new { role = "coordinator" })).Body!["url"]!.GetValue<string>().Split('#')[1];
        keys.Add(link);
        var guest = house.Browser();
        Assert.Equal(HttpStatusCode.OK, (await guest.Post("/api/invitation/accept", new { key = link, name = $"{Mark} Bea", password = $"{Mark} tram to the lake" })).Status);
        await house.Browser().Post("/api/sign-in", new { name = $"{Mark} nobody", password = $"{Mark} wrong" });
        await house.Browser().Post("/api/join", new { code = $"{Mark}", command = Guid.NewGuid(), consent = true });
        await house.Browser().Post("/api/join", new { code = house.Code, command = Guid.NewGuid(), consent = true, zone = Mark, type = Mark });
        await house.Browser().Get($"/api/door?code={Mark}&key={Mark}");
        await house.Browser().Get($"/enter/{Key(Role.Projector)}");
        await house.Browser().Get($"/enter/{Mark}");
        var led = house.Browser();
        Assert.Equal(HttpStatusCode.OK, (await led.Post("/api/enter", new { key = Key(Role.Facilitator) })).Status);
        await using var facilitator = await led.Connect(Role.Facilitator);
        await using var phone = await house.Joined();

        // Every field of every command, taken or refused.
        foreach (var item in Examples.Takes)
        {
            await facilitator.Done("session.open-item", item: item);
            await phone.Done("ideas.give", new { text = $"{Mark} idea", place = $"{Mark} place" }, "ideas").ContinueWith(_ => { });
            foreach (var (command, _, member, _) in Fields.OfCommands())
            foreach (var screen in new[] { facilitator, phone })
            {
                await screen.Send(command, new Dictionary<string, object> { [member] = $"{Mark} {member}", ["text"] = $"{Mark} text", ["name"] = $"{Mark} name" }, item);
                await screen.Send(command, new Dictionary<string, object> { [member] = $"{Mark} {member}" }, item);
                await screen.Send(command, new Dictionary<string, object> { [member] = new[] { Mark } }, Mark);
            }
        }
        foreach (var ending in new[] { "html", "csv", "xlsx", "json" }) Assert.Equal(HttpStatusCode.OK, (await led.Get($"/report/{house.Session}.{ending}")).Status);
        await facilitator.Done("session.close");
        foreach (var browser in new[] { host, guest, led, phone.Browser }) keys.AddRange(browser.Cookies.GetCookies(house.Address).Select(cookie => cookie.Value));
        keys.RemoveAll(key => key.Length < 6);
        Assert.True(keys.Count > 8);
        await house.Restart();

        var log = house.Log.Text;
        Assert.DoesNotContain(Mark, log, StringComparison.OrdinalIgnoreCase);
        Assert.All(keys, key => Assert.DoesNotContain(key, log, StringComparison.Ordinal));
        var elsewhere = Directory.GetFiles(house.Folder, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(house.Folder, path))
            .Where(path => !path.EndsWith(".lock", StringComparison.Ordinal) && !path.StartsWith("participation.db", StringComparison.Ordinal) && !path.StartsWith("accounts.db", StringComparison.Ordinal)
                && !path.StartsWith("backups", StringComparison.Ordinal) && !path.StartsWith("workshops", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(elsewhere);
        foreach (var path in elsewhere)
        {
            var bytes = Encoding.Latin1.GetString(Read(house, path));
            Assert.False(bytes.Contains(Mark, StringComparison.OrdinalIgnoreCase), path);
            Assert.All(keys, key => Assert.False(bytes.Contains(key, StringComparison.Ordinal), path));
        }
        // Accounts hold names; what lets somebody in stands there as a digest.
        foreach (var path in Directory.GetFiles(house.Folder, "*.db*").Where(path => !path.EndsWith(".lock", StringComparison.Ordinal)))
        {
            var bytes = Encoding.Latin1.GetString(Read(house, path));
            Assert.All(keys.Where(key => key.Length > 10), key => Assert.False(bytes.Contains(key, StringComparison.Ordinal), path));
        }
    }

    private static byte[] Read(House house, string path)
    {
        using var file = new FileStream(Path.Combine(house.Folder, path), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }
}
