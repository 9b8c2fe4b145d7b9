using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.DependencyInjection;
using Participation.Server.Accounts;
using Participation.Server.Pages;
using Participation.Sessions;

namespace Participation.Tests.Live;

/// <summary>Over which way somebody may sign in: https, this machine itself, and elsewhere only when the operator allowed it.</summary>
public sealed class TransportTests
{
    [Theory, InlineData(false), InlineData(true)]
    public async Task From_another_device_without_encryption_nobody_signs_in_unless_the_operator_allows_it(bool allowed)
    {
        await using var house = await House.Built("http://127.0.0.1:0", "--SignInWithoutTls", $"{allowed}");
        var ada = await house.Host();
        foreach (var (path, body) in new (string, object)[]
        {
            ("/api/sign-in", new { name = "Ada", password = House.Password }),
            ("/api/enter", new { key = house.Key(Role.Facilitator) }),
        })
        {
            var elsewhere = await Far(house.Browser(), HttpMethod.Post, path, body);
            Assert.Equal((path, allowed ? HttpStatusCode.OK : HttpStatusCode.Forbidden), (path, elsewhere.Status));
            if (!allowed) Assert.Equal("sign-in.no-tls", AccountTests.Code(elsewhere));
            Assert.Equal(HttpStatusCode.OK, (await house.Browser().Post(path, path == "/api/enter" ? new { key = house.Key(Role.Facilitator) } : body)).Status);
        }
        // A sign-in that was listened to is worth nothing elsewhere either.
        Assert.Equal(allowed ? HttpStatusCode.OK : HttpStatusCode.Unauthorized, (await Far(ada, HttpMethod.Get, "/api/account", null)).Status);
        Assert.Equal(allowed, (await Far(house.Browser(), HttpMethod.Get, "/api/sign-in", null)).Body!["safe"]!.GetValue<bool>());
        // Phones need no account: they go in as ever.
        Assert.Equal(HttpStatusCode.OK, (await Far(house.Browser(), HttpMethod.Post, "/api/join", new { code = house.Code, command = Guid.NewGuid(), consent = true })).Status);
    }

    [Fact]
    public async Task A_certificate_of_the_server_makes_every_device_safe_and_the_cookie_secure()
    {
        var folder = Directory.CreateTempSubdirectory("participation-certificate-");
        try
        {
            var file = Path.Combine(folder.FullName, "server.pfx");
            using (var key = RSA.Create(2048))
            using (var made = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1)))
                await File.WriteAllBytesAsync(file, made.Export(X509ContentType.Pfx, "secret"), TestContext.Current.CancellationToken);
            await using var house = await House.Built("https://127.0.0.1:0", "--Kestrel:Certificates:Default:Path", file, "--Kestrel:Certificates:Default:Password", "secret");
            var ada = await house.Host();
            var cookie = ada.Cookies.GetCookies(house.Address)["__Host-sign-in"]!;
            Assert.True(cookie is { Secure: true, HttpOnly: true, Path: "/" });
            Assert.Equal(HttpStatusCode.OK, (await Far(ada, HttpMethod.Get, "/api/account", null)).Status);
            Assert.Equal("max-age=15552000", await Strict(ada, "participation.example"));
            Assert.Null(await Strict(ada, "localhost"));
            Assert.Null(await Strict(ada, "127.0.0.1"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_proxy_is_believed_when_it_is_named_and_only_then()
    {
        await using (var house = await House.Built("http://127.0.0.1:0", "--Proxies:0", "127.0.0.1"))
        {
            var ada = await house.Host();
            Assert.Equal(HttpStatusCode.OK, (await Far(ada, HttpMethod.Post, "/api/sign-in", new { name = "Ada", password = House.Password }, "https")).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await Far(house.Browser(), HttpMethod.Post, "/api/sign-in", new { name = "Ada", password = House.Password }, "http")).Status);
            Assert.Equal("max-age=15552000", await Strict(ada, "participation.example", "https"));
            Assert.Null(await Strict(ada, "participation.example", "http"));
        }
        await using (var house = await House.Built())
        {
            var ada = await house.Host();
            Assert.Equal(HttpStatusCode.Forbidden, (await Far(ada, HttpMethod.Post, "/api/sign-in", new { name = "Ada", password = House.Password }, "https")).Status);
            Assert.Null(await Strict(ada, "participation.example", "https"));
        }
    }

    [Fact]
    public async Task The_welcome_says_what_a_network_without_a_certificate_means_and_shows_the_setup_link_until_it_is_used()
    {
        await using var house = await House.Built("http://*:0");
        Assert.SkipUnless(NetworkInterface.GetAllNetworkInterfaces().Any(card => card.NetworkInterfaceType != NetworkInterfaceType.Loopback
            && card.GetIPProperties().UnicastAddresses.Any(own => own.Address.AddressFamily == AddressFamily.InterNetwork)), "this machine is in no network");
        var first = await Said();
        Assert.Contains("There is no certificate", first, StringComparison.Ordinal);
        Assert.Contains("facilitators sign in on this machine only", first, StringComparison.Ordinal);
        Assert.Contains(house.Services.GetRequiredService<SetupLink>().Path!, first, StringComparison.Ordinal);
        await house.Host();
        Assert.DoesNotContain("/setup/", await Said(), StringComparison.Ordinal);

        async Task<string> Said()
        {
            using var terminal = new StringWriter();
            await Participation.Server.Welcome.Print(house.Services, terminal);
            return terminal.ToString();
        }
    }

    /// <summary>A laptop's terminal is for whoever sets up the room; a public server's is a log that others read.</summary>
    [Theory, InlineData(false), InlineData(true)]
    public async Task Code_and_key_of_a_session_stand_on_the_terminal_of_a_laptop_and_not_on_that_of_a_public_server(bool isPublic)
    {
        await using var house = await House.Built("http://127.0.0.1:0", isPublic ? ["--PublicAddress", "https://participation.example"] : []);
        using var terminal = new StringWriter();
        await Participation.Server.Welcome.Print(house.Services, terminal);
        Assert.Contains("Participation is ready", $"{terminal}", StringComparison.Ordinal);
        Assert.Equal(!isPublic, $"{terminal}".Contains(house.Code, StringComparison.Ordinal));
        Assert.Equal(!isPublic, $"{terminal}".Contains(house.Key(Role.Projector), StringComparison.Ordinal));
        // A title is what somebody wrote.
        Assert.DoesNotContain(house.Services.GetRequiredService<SessionDirectory>().Opened(house.Session)!.Title.En, $"{terminal}", StringComparison.Ordinal);
    }

    /// <summary>The terminal names the projector by this machine's own name, in which a phone finds itself.</summary>
    [Fact]
    public async Task A_projector_on_the_servers_machine_tells_the_address_that_phones_have_to_type()
    {
        await using var house = await House.Built("http://*:0");
        await using var wall = await house.Entered(Role.Projector);
        var (status, said) = await wall.Browser.Get($"/api/sessions/{house.Session}/address");
        Assert.Equal(HttpStatusCode.OK, status);
        var lan = house.Services.GetRequiredService<Addresses>().Lan;
        Assert.Equal(lan.Count > 0 ? new Uri(lan[0]).Authority : house.Address.Authority, said!["address"]!.GetValue<string>());
    }

    /// <summary>A request as it comes from another device: under a name, and told on by a proxy or through a foreign name that points here.</summary>
    private static Task<(HttpStatusCode Status, System.Text.Json.Nodes.JsonNode? Body)> Far(Browser browser, HttpMethod method, string path, object? body, string? proxied = null)
    {
        var request = new HttpRequestMessage(method, new Uri(browser.House.Address, path));
        if (body is not null) request.Content = System.Net.Http.Json.JsonContent.Create(body);
        request.Headers.Host = "participation.example";
        if (proxied is not null)
        {
            request.Headers.Add("X-Forwarded-For", "192.0.2.9");
            request.Headers.Add("X-Forwarded-Proto", proxied);
        }
        return browser.Ask(request);
    }

    private static async Task<string?> Strict(Browser browser, string host, string? proxied = null)
    {
        using var client = new HttpClient(new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, _, _, _) => true });
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(browser.House.Address, "/healthz"));
        request.Headers.Host = host;
        if (proxied is not null) request.Headers.Add("X-Forwarded-Proto", proxied);
        if (proxied is not null) request.Headers.Add("X-Forwarded-For", "192.0.2.9");
        using var answer = await client.SendAsync(request);
        return answer.Headers.TryGetValues("Strict-Transport-Security", out var values) ? values.Single() : null;
    }
}
