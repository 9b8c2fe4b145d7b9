using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Participation.Sessions;

namespace Participation.Tests.Live;

/// <summary>What a full disk or a pulled plug may leave in the data folder. No server is ready with it: it is refused with what to do, or put aside and said.</summary>
public sealed class DamagedFolderTests
{
    [Theory]
    [InlineData("server.key", 0), InlineData("server.key", 16), InlineData("server.key", 33), InlineData("server.key", 32)]
    [InlineData("accounts.db", 100), InlineData("accounts.db", 9000)]
    public async Task A_secret_that_is_not_whole_is_refused_at_the_start_and_left_as_it_is(string name, int zeros)
    {
        await using var house = await House.Built();
        await house.Stop();
        var place = Path.Combine(house.Folder, name);
        var whole = await File.ReadAllBytesAsync(place, TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(place, new byte[zeros], TestContext.Current.CancellationToken);
        var (code, said) = await Start(house);
        Assert.Equal(3, code);
        Assert.Contains(place, said, StringComparison.Ordinal);
        Assert.Contains("copy", said, StringComparison.Ordinal);
        Assert.Equal(new byte[zeros], await File.ReadAllBytesAsync(place, TestContext.Current.CancellationToken));
        await File.WriteAllBytesAsync(place, whole, TestContext.Current.CancellationToken);
        await house.Start();
    }

    [Theory]
    [InlineData("empty"), InlineData("short"), InlineData("zeros"), InlineData("noise"), InlineData("no key in it"), InlineData("another document")]
    public async Task A_damaged_key_beside_a_good_one_is_put_aside_and_everybody_keeps_their_seat(string how)
    {
        await using var house = await House.Built();
        await using var phone = await house.Joined();
        var browser = phone.Browser;
        await house.Stop();
        var good = Assert.Single(Keys(house));
        var text = await File.ReadAllTextAsync(good, TestContext.Current.CancellationToken);
        var bad = Path.Combine(house.Folder, "keys", $"key-{Guid.NewGuid()}.xml");
        await File.WriteAllBytesAsync(bad, System.Text.Encoding.UTF8.GetBytes(how switch
        {
            "empty" => "",
            "short" => text[..(text.Length / 2)],
            "zeros" => new string('\0', 400),
            "noise" => "\u0017\u0003 not a key",
            "no key in it" => System.Text.RegularExpressions.Regex.Replace(text, "<value>[^<]*</value>", "<value></value>"),
            _ => "<html><body/></html>",
        }), TestContext.Current.CancellationToken);

        await house.Start();
        Assert.Equal(HttpStatusCode.OK, (await browser.Get($"/api/mine/{house.Session}")).Status);
        await using (await house.Joined()) { }
        Assert.Equal([good], Keys(house));
        var aside = Assert.Single(Directory.GetFiles(Path.Combine(house.Folder, "keys"), "*.damaged-*"));
        Assert.StartsWith(bad, aside, StringComparison.Ordinal);
        Assert.Contains(Path.GetFileName(bad), house.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_of_keys_that_is_spoiled_while_the_server_runs_ends_no_seat_and_is_said()
    {
        await using var house = await House.Built();
        var (host, phone) = (await house.Host(), await house.Joined());
        Assert.Equal("holds", await Health(host));
        var key = Assert.Single(Keys(house));
        var whole = await File.ReadAllBytesAsync(key, TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(key, [], TestContext.Current.CancellationToken);
        Assert.Equal("spoiled", await Health(host));
        Assert.Equal(HttpStatusCode.OK, (await phone.Browser.Get($"/api/mine/{house.Session}")).Status);
        await using (await house.Joined()) { }
        await File.WriteAllBytesAsync(key, whole, TestContext.Current.CancellationToken);
        Assert.Equal("holds", await Health(host));
        await phone.DisposeAsync();
    }

    [Fact]
    public async Task While_no_key_seals_a_seat_phones_are_told_so_and_the_same_join_works_later()
    {
        var seal = new Seal();
        await using var house = new House { Change = services => services.AddSingleton<IDataProtectionProvider>(seal) };
        await house.Start();
        var (session, code) = await house.Open(Guid.NewGuid(), Guid.NewGuid());
        var host = await house.Host();
        seal.Broken = true;
        Assert.Equal("broken", await Health(host));
        var (browser, join) = (house.Browser(), new { code, command = Guid.NewGuid(), consent = true, language = "en" });
        var (status, told) = await browser.Join(join);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "seat.not-now"), (status, told!["code"]!.GetValue<string>()));
        Assert.All(Participation.Texts.LocalText.Languages, language => Assert.NotEmpty(told["text"]![language]!.GetValue<string>()));
        seal.Broken = false;
        Assert.Equal(HttpStatusCode.OK, (await browser.Join(join)).Status);
        Assert.Single((await house.Services.GetRequiredService<Desk<SessionState>>().Read(session)).Participants);
    }

    [Fact]
    public async Task Where_no_key_can_be_made_the_server_does_not_start()
    {
        await using var house = await House.Built();
        await house.Stop();
        var keys = Path.Combine(house.Folder, "keys");
        Directory.Delete(keys, recursive: true);
        await File.WriteAllTextAsync(keys, "no folder", TestContext.Current.CancellationToken);
        var (code, said) = await Start(house);
        Assert.Equal(3, code);
        Assert.Contains(keys, said, StringComparison.Ordinal);
        File.Delete(keys);
        await house.Start();
    }

    private static async Task<string> Health(Browser host) => (await host.Get("/api/health")).Body!["keys"]!.GetValue<string>();

    /// <summary>Seals and opens, until it does not.</summary>
    private sealed class Seal : IDataProtectionProvider, IDataProtector
    {
        private readonly IDataProtector inner = new EphemeralDataProtectionProvider().CreateProtector("test");

        public bool Broken { get; set; }

        public IDataProtector CreateProtector(string purpose) => this;

        public byte[] Protect(byte[] plaintext) => Broken ? throw new CryptographicException("no key") : inner.Protect(plaintext);

        public byte[] Unprotect(byte[] protectedData) => Broken ? throw new CryptographicException("no key") : inner.Unprotect(protectedData);
    }

    private static string[] Keys(House house) => Directory.GetFiles(Path.Combine(house.Folder, "keys"), "*.xml");

    /// <summary>The program itself, on this house's folder: its exit code and what it says.</summary>
    private static async Task<(int Code, string Said)> Start(House house)
    {
        using var program = Process.Start(new ProcessStartInfo("dotnet", [Participation.LoadTests.House.Repository.Server, "--Urls", "http://127.0.0.1:0", "--Data", house.Folder])
        {
            RedirectStandardError = true, RedirectStandardOutput = true,
        })!;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var (errors, lines) = (program.StandardError.ReadToEndAsync(patience.Token), new List<string>());
        // A server that is ready says so and would run for ever.
        while (await program.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            lines.Add(line);
            if (line.Contains("is ready", StringComparison.Ordinal)) program.Kill();
        }
        await program.WaitForExitAsync(patience.Token);
        return (program.ExitCode, $"{await errors} {string.Join(' ', lines)}");
    }
}
