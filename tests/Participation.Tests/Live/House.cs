using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Participation.Journal;
using Participation.Server;
using Participation.Server.Accounts;
using Participation.Server.Live;
using Participation.Server.Pages;
using Participation.Server.Storage;
using Participation.Sessions;
using Participation.Sessions.Joining;
using Participation.Tests.Laws;

namespace Participation.Tests.Live;

/// <summary>The real server on a port of its own with a data folder of its own: stopped and started again, it is the same house.</summary>
internal sealed class House : IAsyncDisposable
{
    /// <summary>Long enough, and everybody's here.</summary>
    public const string Password = "nine trams to the lake";

    private readonly string folder = Directory.CreateTempSubdirectory("participation-live-").FullName;
    private WebApplication? app;

    public Clock Clock { get; } = new();

    public LogBook Log { get; } = new();

    /// <summary>Tests type faster than people do.</summary>
    public CallLimits Limits { get; private init; } = CallLimits.Of(100_000);

    public string Urls { get; init; } = "http://127.0.0.1:0";

    /// <summary>Further words of the command line.</summary>
    public string[] Settings { get; init; } = [];

    /// <summary>How many bytes are left on the disk; null: as many as there are.</summary>
    public Func<long>? Free { get; init; }

    /// <summary>What this house is made of otherwise.</summary>
    public Action<IServiceCollection>? Change { get; init; }

    public Uri Address { get; private set; } = null!;

    public Guid Session { get; private set; }

    public string Code { get; private set; } = "";

    public string Folder => folder;

    public string DataFile => Path.Combine(folder, "participation.db");

    public IServiceProvider Services => app!.Services;

    public static Task<House> Built(params AgendaItem[] agenda) => Built(CallLimits.Of(100_000), agenda);

    /// <param name="settings">Further words of the command line.</param>
    public static async Task<House> Built(string urls, params string[] settings)
    {
        var house = new House { Urls = urls, Settings = settings };
        await house.Start();
        await house.Open(Hall.Agenda, null);
        return house;
    }

    /// <param name="change">What stands in the place of a part of the server.</param>
    public static async Task<House> Built(string urls, Action<IServiceCollection> change, params string[] settings)
    {
        var house = new House { Urls = urls, Settings = settings, Change = change };
        await house.Start();
        await house.Open(Hall.Agenda, null);
        return house;
    }

    public static Task<House> Built(CallLimits limits, params AgendaItem[] agenda) => Built(limits, null, agenda);

    public static Task<House> Built(Admission admission) => Built(CallLimits.Of(100_000), admission);

    private static async Task<House> Built(CallLimits limits, Admission? admission, params AgendaItem[] agenda)
    {
        var house = new House { Limits = limits };
        await house.Start();
        await house.Open(agenda.Length == 0 ? Hall.Agenda : agenda, admission);
        return house;
    }

    public async Task Start()
    {
        Directory.CreateDirectory(Path.Combine(folder, "workshops"));
        app = Building.Of(["--urls", Urls, "--data", folder, "--workshops", Path.Combine(folder, "workshops"), "--applicationName", "Participation.Server", .. Settings], builder =>
        {
            builder.Services.AddSingleton<TimeProvider>(Clock);
            builder.Services.AddSingleton(Limits);
            builder.Services.AddSingleton(new PasswordCost(1_000));
            if (Free is { } free) builder.Services.AddSingleton(new FreeSpace(free));
            Change?.Invoke(builder.Services);
            builder.Logging.ClearProviders().AddProvider(Log);
        });
        await Opening.Prepare(app.Services);
        await app.StartAsync();
        Address = new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single().Replace("[::]", "127.0.0.1", StringComparison.Ordinal));
    }

    public async Task Stop()
    {
        await app!.StopAsync();
        await app.DisposeAsync();
    }

    public async Task Restart()
    {
        await Stop();
        await Start();
    }

    public Task<SessionState> State() => Services.GetRequiredService<Desk<SessionState>>().Read(Session);

    public Task<IReadOnlyList<Entry>> Entries() => Services.GetRequiredService<IJournal>().Read(Session);

    /// <summary>The key of a link; to lead, each is good once.</summary>
    public string Key(Role role, string? table = null) => role == Role.Facilitator
        ? Services.GetRequiredService<Invitations>().Make(session: Session)
        : Services.GetRequiredService<ServerKey>().LinkKey(Session, role, table);

    /// <summary>The browser of the administrator who set this house up.</summary>
    public async Task<Browser> Host()
    {
        var browser = Browser();
        var key = Services.GetRequiredService<SetupLink>().Path!.Split('/')[^1];
        Assert.Equal(HttpStatusCode.OK, (await browser.Post("/api/setup", new { key, name = "Ada", password = Password })).Status);
        return browser;
    }

    /// <summary>A browser of its own: it keeps its cookies.</summary>
    public Browser Browser() => new(this);

    /// <summary>Somebody who joined by the code, with their phone connected.</summary>
    public async Task<Screen> Joined(string? table = null)
    {
        var browser = Browser();
        await browser.Join(new { code = Code, command = Guid.NewGuid(), consent = true, language = "en", table });
        return await browser.Connect(Role.Participant);
    }

    /// <summary>A screen of another role, entered by its link.</summary>
    public async Task<Screen> Entered(Role role, string? table = null)
    {
        var browser = Browser();
        Assert.Equal(HttpStatusCode.OK, (await browser.Post("/api/enter", new { key = Key(role, table) })).Status);
        return await browser.Connect(role);
    }

    private async Task Open(IReadOnlyList<AgendaItem> agenda, Admission? admission) => (Session, Code) = await Open(Guid.NewGuid(), Given.Facilitator, agenda, admission);

    /// <summary>One more session, of somebody's.</summary>
    public async Task<(Guid Session, string Code)> Open(Guid session, Guid by, IReadOnlyList<AgendaItem>? agenda = null, Admission? admission = null)
    {
        var code = Services.GetRequiredService<SessionDirectory>().NewCode();
        var opening = new SessionOpened("test", Given.Text("Session"), "en", code, Clock.GetUtcNow().AddDays(1), Given.Text("Consent"), agenda ?? Hall.Agenda,
            [new("north", "North")], [new("resident", Given.Text("Resident"))], [new("z1", Given.Text("Zone"))], Admission: admission);
        var receipt = await Services.GetRequiredService<IMediator>().Send(new OpenSession(opening)
        {
            From = new Sender(session, by, null, Role.Facilitator, Guid.NewGuid(), Clock.GetUtcNow(), default),
        });
        Assert.Null(receipt.Refused);
        Services.GetRequiredService<SessionDirectory>().Add(session, opening, Clock.GetUtcNow(), by);
        return (session, code);
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        Directory.Delete(folder, recursive: true);
    }
}

/// <summary>A browser: cookies, and requests that carry them.</summary>
internal sealed class Browser(House house)
{
    /// <summary>A browser keeps some 180 of one host; this container by itself twenty.</summary>
    private readonly CookieContainer cookies = new(400, 180, 4096);

    public House House => house;

    public CookieContainer Cookies => cookies;

    public Task<(HttpStatusCode Status, JsonNode? Body)> Join(object request) => Post("/api/join", request);

    public Task<(HttpStatusCode Status, JsonNode? Body)> Get(string path) => Ask(new(HttpMethod.Get, new Uri(house.Address, path)));

    public Task<(HttpStatusCode Status, JsonNode? Body)> Post(string path, object body, string? origin = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(house.Address, path)) { Content = JsonContent.Create(body, options: Participation.Journal.Json.Options) };
        if (origin is not null) request.Headers.Add("Origin", origin);
        return Ask(request);
    }

    public async Task<(HttpStatusCode Status, JsonNode? Body)> Ask(HttpRequestMessage request)
    {
        using var client = new HttpClient(new HttpClientHandler { CookieContainer = cookies, AllowAutoRedirect = false, ServerCertificateCustomValidationCallback = (_, _, _, _) => true });
        using var answer = await client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode, text.StartsWith('{') || text.StartsWith('[') ? JsonNode.Parse(text) : null);
    }

    public Task<Screen> Connect(Role role, string? origin = null, bool join = true, Guid? session = null) => Screen.Connect(this, role, origin, join, session: session);
}
