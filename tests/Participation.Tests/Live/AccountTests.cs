using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Participation.Server.Accounts;
using Participation.Server.Pages;
using Participation.Sessions;

namespace Participation.Tests.Live;

/// <summary>The first account, signing in and out, and what a sign-in is worth.</summary>
public sealed class AccountTests
{
    [Fact]
    public async Task The_setup_link_makes_one_administrator_from_this_machine_alone_and_looking_at_it_burns_nothing()
    {
        await using var house = await House.Built();
        var path = house.Services.GetRequiredService<SetupLink>().Path!;
        var ask = new { key = path.Split('/')[^1], name = "Ada", password = House.Password };
        for (var look = 0; look < 3; look++) await house.Browser().Get(path);
        foreach (var name in new[] { "evil.example", "127.0.0.1.evil.example", "192.0.2.7" })
            Assert.Equal((name, HttpStatusCode.NotFound), (name, (await house.Browser().Ask(Under(name))).Status));
        Assert.Equal(HttpStatusCode.NotFound, (await house.Browser().Ask(Under("localhost", proxied: true))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await house.Browser().Post("/api/setup", ask with { key = "AAAAAAAAAAAAAAAAAAAAAA" })).Status);
        Assert.Equal("password.short", Code(await house.Browser().Post("/api/setup", ask with { password = "short" })));

        var all = await Task.WhenAll(Enumerable.Range(0, 5).Select(n => house.Browser().Post("/api/setup", ask with { name = $"Ada {n}" })));
        Assert.Single(all, answer => answer.Status == HttpStatusCode.OK);
        Assert.Equal("administrator", all.Single(answer => answer.Status == HttpStatusCode.OK).Body!["role"]!.GetValue<string>());
        Assert.All(all.Where(answer => answer.Status != HttpStatusCode.OK), answer => Assert.Equal("setup.used", Code(answer)));
        Assert.Null(house.Services.GetRequiredService<SetupLink>().Path);
        await house.Restart();
        Assert.Null(house.Services.GetRequiredService<SetupLink>().Path);

        HttpRequestMessage Under(string name, bool proxied = false)
        {
            var request = new HttpRequestMessage(HttpMethod.Post, new Uri(house.Address, "/api/setup")) { Content = System.Net.Http.Json.JsonContent.Create(ask) };
            request.Headers.Host = $"{name}:{house.Address.Port}";
            if (proxied) request.Headers.Add("X-Forwarded-For", "192.0.2.9");
            return request;
        }
    }

    [Fact]
    public async Task Set_up_asks_the_time_zone_once_and_a_report_tells_times_in_it()
    {
        await using var house = await House.Built();
        var key = house.Services.GetRequiredService<SetupLink>().Path!.Split('/')[^1];
        Assert.Equal(house.Services.GetRequiredService<ReportZone>().Asked, (await house.Browser().Get("/api/sign-in")).Body!["zone"]!.GetValue<string>());

        Assert.Equal("setup.unknown-zone", Code(await house.Browser().Post("/api/setup", new { key, name = "Ada", password = House.Password, zone = "Europe/Atlantis" })));
        Assert.Equal("password.short", Code(await house.Browser().Post("/api/setup", new { key, name = "Ada", password = "short", zone = "Asia/Tokyo" })));
        Assert.NotEqual("Asia/Tokyo", house.Services.GetRequiredService<ReportZone>().Zone.Id);

        Assert.Equal(HttpStatusCode.OK, (await house.Browser().Post("/api/setup", new { key, name = "Ada", password = House.Password, zone = "Asia/Tokyo" })).Status);
        Assert.Equal("Asia/Tokyo", house.Services.GetRequiredService<ReportZone>().Zone.Id);
        Assert.Null((await house.Browser().Get("/api/sign-in")).Body!["zone"]);
        await house.Restart();
        Assert.Equal("Asia/Tokyo", house.Services.GetRequiredService<ReportZone>().Zone.Id);
    }

    [Fact]
    public async Task Each_sign_in_has_a_new_token_in_a_cookie_that_no_script_reads_and_no_file_or_log_holds()
    {
        await using var house = await House.Built();
        var first = await house.Host();
        var planted = house.Browser();
        planted.Cookies.Add(house.Address, new Cookie("sign-in", "planted-by-somebody"));
        Assert.Equal(HttpStatusCode.OK, (await SignIn(planted, "ada ", House.Password)).Status);
        var tokens = new[] { Token(first), Token(planted) };
        Assert.NotEqual("planted-by-somebody", tokens[1]);
        Assert.NotEqual(tokens[0], tokens[1]);
        foreach (var browser in new[] { first, planted })
        {
            var cookie = browser.Cookies.GetCookies(house.Address)["sign-in"]!;
            Assert.True(cookie.HttpOnly);
            Assert.Equal(43, cookie.Value.Length);
            Assert.Equal(HttpStatusCode.OK, (await browser.Get("/api/account")).Status);
        }
        var link = (await first.Post("/api/people/invite", new { role = "coordinator" })).Body!["url"]!.GetValue<string>().Split('#')[1];
        foreach (var secret in tokens.Append(link).Append(House.Password))
        {
            Assert.DoesNotContain(secret, house.Log.Text, StringComparison.Ordinal);
            foreach (var file in Directory.EnumerateFiles(house.Folder, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)))
                Assert.False(Holds(file, secret), $"{Path.GetFileName(file)} holds a secret");
        }
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(house.Folder, "accounts.db")));
    }

    [Fact]
    public async Task What_is_kept_of_accounts_outlives_the_server_and_is_not_in_the_journal()
    {
        await using var house = await House.Built();
        var host = await house.Host();
        await house.Restart();
        Assert.Equal("Ada", (await host.Get("/api/account")).Body!["name"]!.GetValue<string>());
        await house.Stop();
        SqliteConnection.ClearAllPools();
        // A journal on another machine, and the data folder without its accounts, let nobody in.
        foreach (var file in Directory.GetFiles(house.Folder, "accounts.db*")) File.Delete(file);
        await house.Start();
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.Get("/api/account")).Status);
        Assert.NotNull(house.Services.GetRequiredService<SetupLink>().Path);
    }

    [Fact]
    public async Task An_unknown_name_a_wrong_password_and_a_disabled_account_get_the_same_answer()
    {
        await using var house = await House.Built();
        var host = await house.Host();
        var (bea, id) = await Invited(house, host, "Bea", "facilitator");
        Assert.Equal(HttpStatusCode.OK, (await host.Post($"/api/people/{id}/disable", new { disabled = true })).Status);
        var answers = new[]
        {
            await SignIn(house.Browser(), "Ada", "not the password"), await SignIn(house.Browser(), "Nobody", House.Password), await SignIn(house.Browser(), "Bea", House.Password),
            await SignIn(house.Browser(), "", ""), await SignIn(house.Browser(), new string('x', 5_000), new string('x', 5_000)),
        };
        Assert.Single(answers.Select(answer => $"{answer.Status} {answer.Body!.ToJsonString()}").Distinct());
        Assert.Equal("sign-in.wrong", Code(answers[0]));
        Assert.Equal(HttpStatusCode.Unauthorized, (await bea.Get("/api/account")).Status);
        Assert.Equal(HttpStatusCode.OK, (await host.Post($"/api/people/{id}/disable", new { disabled = false })).Status);
        Assert.Equal(HttpStatusCode.OK, (await SignIn(bea, "Bea", House.Password)).Status);
        Assert.Equal("account.yourself", Code(await host.Post($"/api/people/{(await host.Get("/api/account")).Body!["id"]}/disable", new { disabled = true })));
    }

    [Fact]
    public async Task Wrong_tries_slow_a_stranger_and_not_the_owner()
    {
        await using var house = await House.Built();
        var host = await house.Host();
        await host.Post("/api/sign-out", new { });
        var stranger = house.Browser();
        for (var n = 0; n < 5; n++) Assert.Equal("sign-in.wrong", Code(await SignIn(stranger, "Ada", $"a wrong password {n}")));
        Assert.Equal((HttpStatusCode.TooManyRequests, "sign-in.wait"), ((await SignIn(stranger, "Ada", House.Password)).Status, Code(await SignIn(stranger, "Ada", House.Password))));
        Assert.Equal(HttpStatusCode.OK, (await SignIn(host, "Ada", House.Password)).Status);
        house.Clock.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.OK, (await SignIn(stranger, "Ada", House.Password)).Status);
    }

    [Fact]
    public async Task Tries_that_found_no_turn_count_for_nothing()
    {
        await using var house = await House.Built("http://127.0.0.1:0", services => services.AddSingleton(new PasswordCost(400_000)));
        await house.Host();
        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(n => house.Browser().Post("/api/sign-in", new { name = $"name {n}", password = House.Password })));
        var looked = answers.Count(answer => Code(answer) == "sign-in.wrong");
        // One in turn and six who wait; the others are told to come again.
        Assert.InRange(looked, 7, 29);
        Assert.Equal(30 - looked, answers.Count(answer => Code(answer) == "sign-in.wait"));
        var tries = house.Services.GetRequiredService<SignInTries>();
        Assert.Equal(30 - looked, Enumerable.Range(30, 60).Count(n => tries.May($"name {n}", IPAddress.Loopback, null)));
    }

    [Fact]
    public async Task Who_is_asked_again_and_finds_no_turn_is_told_to_wait_and_loses_no_try()
    {
        await using var house = await House.Built("http://127.0.0.1:0", services => services.AddSingleton(new PasswordCost(400_000)));
        var (host, passwords) = (await house.Host(), house.Services.GetRequiredService<Passwords>());
        var others = Enumerable.Range(0, 24).Select(_ => passwords.Hash(House.Password)).ToList();
        for (var n = 0; n < 6; n++) Assert.Equal("sign-in.wait", Code(await host.Post("/api/account/totp/off", new { password = House.Password })));
        await Task.WhenAll(others);
        Assert.Equal(HttpStatusCode.OK, (await host.Post("/api/account/totp/off", new { password = House.Password })).Status);
    }

    [Fact]
    public async Task A_second_factor_is_asked_for_and_no_code_is_good_twice()
    {
        await using var house = await House.Built();
        var host = await house.Host();
        var begun = (await host.Post("/api/account/totp/begin", new { })).Body!;
        Assert.StartsWith("data:image/svg+xml;base64,", begun["qr"]!.GetValue<string>(), StringComparison.Ordinal);
        var secret = FromBase32(begun["secret"]!.GetValue<string>());
        Assert.Equal("password.wrong", Code(await host.Post("/api/account/totp", new { password = "not the password", code = Now() })));
        Assert.Equal("sign-in.wrong-code", Code(await host.Post("/api/account/totp", new { password = House.Password, code = "12345" })));
        var used = Now();
        Assert.Equal(HttpStatusCode.OK, (await host.Post("/api/account/totp", new { password = House.Password, code = used })).Status);

        Assert.Equal("sign-in.wrong", Code(await SignIn(house.Browser(), "Ada", "not the password")));
        Assert.Equal("sign-in.code", Code(await SignIn(house.Browser(), "Ada", House.Password)));
        Assert.Equal("sign-in.wrong-code", Code(await SignIn(house.Browser(), "Ada", House.Password, used)));
        house.Clock.Pass(TimeSpan.FromSeconds(60));
        await house.Restart();
        var next = Now();
        var both = await Task.WhenAll(SignIn(house.Browser(), "Ada", House.Password, next), SignIn(house.Browser(), "Ada", House.Password, next));
        Assert.Single(both, answer => answer.Status == HttpStatusCode.OK);

        Assert.Equal("password.wrong", Code(await host.Post("/api/account/totp/off", new { password = "not the password" })));
        Assert.Equal(HttpStatusCode.OK, (await host.Post("/api/account/totp/off", new { password = House.Password })).Status);
        Assert.Equal(HttpStatusCode.OK, (await SignIn(house.Browser(), "Ada", House.Password)).Status);

        string Now() => Totp.Code(secret, Totp.StepAt(house.Clock.GetUtcNow()));
    }

    [Fact]
    public async Task Who_signs_out_loses_every_screen_at_once_and_comes_back_by_none()
    {
        await using var house = await House.Built();
        var host = await house.Host();
        await using var console = await host.Connect(Role.Facilitator);
        await using var wall = await host.Connect(Role.Projector);
        await using var phone = await house.Joined();
        var elsewhere = house.Browser();
        await SignIn(elsewhere, "Ada", House.Password);
        await using var other = await elsewhere.Connect(Role.Facilitator);
        var old = Token(host);

        Assert.Equal(HttpStatusCode.OK, (await host.Post("/api/sign-out", new { })).Status);
        foreach (var screen in new[] { console, wall }) await screen.Closed;
        Assert.False(other.Ended.IsCompleted || phone.Ended.IsCompleted);
        host.Cookies.Add(house.Address, new Cookie("sign-in", old));
        foreach (var role in new[] { Role.Facilitator, Role.Projector, Role.Scribe })
        {
            await using var again = await host.Connect(role, join: false);
            Assert.Contains("seat.none", (await Assert.ThrowsAsync<HubError>(again.Join)).Message, StringComparison.Ordinal);
        }
        foreach (var path in new[] { $"/report/{house.Session}.csv", $"/api/sessions/{house.Session}/links" }) Assert.Equal(HttpStatusCode.NotFound, (await host.Get(path)).Status);
        await house.Restart();
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.Get("/api/account")).Status);
    }

    [Fact]
    public async Task Sign_ins_are_listed_and_ended_one_by_one_all_others_with_a_new_password_and_by_time()
    {
        await using var house = await House.Built();
        var host = await house.Host();
        var (one, two) = (house.Browser(), house.Browser());
        foreach (var browser in new[] { one, two }) await SignIn(browser, "Ada", House.Password);
        var list = (await host.Get("/api/account/sign-ins")).Body!.AsArray();
        Assert.Equal((3, 1), (list.Count, list.Count(row => row!["here"]!.GetValue<bool>())));

        var mine = (await one.Get("/api/account/sign-ins")).Body!.AsArray().Single(row => row!["here"]!.GetValue<bool>())!["id"]!.GetValue<string>();
        await using var screen = await one.Connect(Role.Facilitator);
        Assert.Equal(HttpStatusCode.OK, (await host.Post($"/api/account/sign-ins/{mine}/end", new { })).Status);
        await screen.Closed;
        Assert.Equal(HttpStatusCode.Unauthorized, (await one.Get("/api/account")).Status);
        Assert.Equal("sign-in.unknown", Code(await host.Post($"/api/account/sign-ins/{mine}/end", new { })));
        var (bea, _) = await Invited(house, host, "Bea", "facilitator");
        var hers = (await bea.Get("/api/account/sign-ins")).Body![0]!["id"]!.GetValue<string>();
        Assert.Equal("sign-in.unknown", Code(await host.Post($"/api/account/sign-ins/{hers}/end", new { })));

        await using var second = await two.Connect(Role.Facilitator);
        Assert.Equal("password.wrong", Code(await host.Post("/api/account/password", new { now = "not the password", next = "ten buses to the sea" })));
        Assert.Equal("password.common", Code(await host.Post("/api/account/password", new { now = House.Password, next = "password1234" })));
        Assert.Equal(HttpStatusCode.OK, (await host.Post("/api/account/password", new { now = House.Password, next = "ten buses to the sea" })).Status);
        await second.Closed;
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Unauthorized), ((await host.Get("/api/account")).Status, (await two.Get("/api/account")).Status));
        Assert.Equal("sign-in.wrong", Code(await SignIn(two, "Ada", House.Password)));

        await using var last = await host.Connect(Role.Facilitator);
        house.Clock.Pass(SignIns.Lasts);
        house.Services.GetRequiredService<SignIns>().EndExpired();
        await last.Closed;
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.Get("/api/account")).Status);
    }

    internal static Task<(HttpStatusCode Status, JsonNode? Body)> SignIn(Browser browser, string name, string password, string? code = null) =>
        browser.Post("/api/sign-in", new { name, password, code });

    /// <summary>Somebody whom an administrator invited, signed in, and the id of their account.</summary>
    internal static async Task<(Browser Browser, Guid Id)> Invited(House house, Browser administrator, string name, string role)
    {
        var key = (await administrator.Post("/api/people/invite", new { role })).Body!["url"]!.GetValue<string>().Split('#')[1];
        var browser = house.Browser();
        var (status, me) = await browser.Post("/api/invitation/accept", new { key, name, password = House.Password });
        Assert.Equal(HttpStatusCode.OK, status);
        return (browser, me!["id"]!.GetValue<Guid>());
    }

    internal static string? Code((HttpStatusCode Status, JsonNode? Body) answer) => answer.Body?["code"]?.GetValue<string>();

    private static string Token(Browser browser) => browser.Cookies.GetCookies(browser.House.Address)["sign-in"]!.Value;

    private static bool Holds(string file, string secret)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(secret)) >= 0;
    }

    private static byte[] FromBase32(string text)
    {
        var bits = string.Concat(text.Select(letter => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(at => Convert.ToByte(bits.Substring(at * 8, 8), 2))];
    }
}
