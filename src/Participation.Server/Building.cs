using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;
using Participation.Journal;
using Participation.Server.Accounts;
using Participation.Server.Lines;
using Participation.Server.Live;
using Participation.Server.Pages;
using Participation.Server.Reports;
using Participation.Server.Storage;
using Participation.Sessions;
using Participation.Views;

namespace Participation.Server;

/// <summary>Puts the server together: what it is made of, and which address leads where.</summary>
internal static class Building
{
    /// <param name="change">What a test does otherwise: another clock, a log that is read.</param>
    public static WebApplication Of(string[] args, Action<WebApplicationBuilder>? change = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        // Also outside Development: without it compressed clients would get empty files from `dotnet run`.
        builder.WebHost.UseStaticWebAssets();
        var configuration = builder.Configuration;
        var capacity = Capacity.Of(configuration.GetValue<int?>("Screens") ?? 15_000, OpenFiles.Limit);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 1024 * 1024;
            // A browser keeps up to 180 cookies of one host, and over HTTP/2 sends each as a header of its own: what it may keep must not shut it out.
            (kestrel.Limits.MaxRequestHeadersTotalSize, kestrel.Limits.MaxRequestHeaderCount) = (96 * 1024, 300);
            // Else each line keeps its last headers for the next request, however long it is idle.
            kestrel.DisableStringReuse = true;
            // Who takes an answer more slowly than the worst of networks does not take it: it is not held for hours.
            kestrel.Limits.MinResponseDataRate = new(bytesPerSecond: 2_000, gracePeriod: TimeSpan.FromSeconds(20));
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
            kestrel.Limits.MaxConcurrentUpgradedConnections = capacity.Screens;
            // A browser asks for the rest when these are answered: a hundred that nobody reads would be held for each connection.
            kestrel.Limits.Http2.MaxStreamsPerConnection = 16;
        });
        // A person without a seat is no fault of the server's: the dispatcher would write a stack trace for each. What fails in earnest the hub logs itself.
        builder.Logging.AddFilter("Microsoft.AspNetCore.SignalR.Internal.DefaultHubDispatcher", LogLevel.Critical);
        var data = Path.GetFullPath(configuration["Data"] ?? "data");
        Folder.Make(data);

        var services = builder.Services;
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(capacity);
        services.AddSingleton<LineBook>();
        services.AddSingleton<Places>();
        services.AddSingleton(provider => new Standing(provider.GetRequiredService<LineBook>(), session => provider.GetRequiredService<Desk<SessionState>>().Glance(session)));
        services.AddSingleton<IConnectionListenerFactory, LineFactory>();
        services.AddStorage(data, configuration);
        services.AddSingleton(provider => new Desk<SessionState>(provider.GetRequiredService<IJournal>(), Guid.NewGuid, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ISurface<SessionState>, SessionSurface>();
        services.AddSingleton<Broadcast<SessionState>>();
        services.AddHostedService<Forgetting>();
        services.AddHostedService<Summing>();
        services.AddHandlers();

        services.AddAccounts(data);
        Organisation.Add(services, configuration);
        services.AddSingleton(provider => new Rights(provider.GetRequiredService<SessionDirectory>().OpenedBy, provider.GetRequiredService<AccountBook>()));
        services.AddSingleton<PasswordCheck>();
        services.AddSingleton<Enrolment>();
        services.AddSingleton<LeaderDoor>();
        services.AddSingleton(provider => new SeatRoom(
            session => provider.GetRequiredService<SessionDirectory>() is var known && known.Opened(session) is null ? null : known.First(session).At,
            async session => (await provider.GetRequiredService<SessionSummaries>().Of([session]))[0].Status == SessionStatus.Closed));
        services.AddSingleton<Seats>();
        services.AddSingleton<SeatedFrom>();
        services.AddSingleton<DoorTries>();
        services.AddSingleton(provider => new SessionDirectory(
            provider.GetRequiredService<ServerKey>(), provider.GetRequiredService<Addresses>().IsPublic ? SessionDirectory.InPublic : SessionDirectory.InARoom));
        services.AddSingleton(provider => new SessionSummaries(provider.GetRequiredService<IJournal>(), provider.GetRequiredService<Desk<SessionState>>(), data));
        services.AddSingleton<SessionOpener>();
        services.AddSingleton<Func<IEnumerable<NetworkCard>>>(NetworkCard.All);
        services.AddSingleton(new ChosenAddress(data));
        services.AddSingleton<Addresses>();
        services.AddSingleton(new Institution(configuration));
        services.AddSingleton<Answerable>();
        services.AddSingleton<KeptAnswers>();
        services.AddSingleton<ResultPages>();
        services.AddSingleton(new WorkshopShelf(Find(configuration["Workshops"] ?? "workshops")));
        services.AddSingleton(new ReportZone(data, configuration["TimeZone"]));
        services.AddSingleton(new Fencing(TypstLimits.Usual, data));
        services.AddSingleton<IPdfEngine>(provider => new TypstEngine(TypstEngine.UsualFolder, TypstLimits.Usual, provider.GetRequiredService<Fencing>()));

        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(json =>
        {
            var house = Json.Options;
            json.SerializerOptions.UnmappedMemberHandling = house.UnmappedMemberHandling;
            json.SerializerOptions.MaxDepth = house.MaxDepth;
            json.SerializerOptions.AllowDuplicateProperties = house.AllowDuplicateProperties;
            json.SerializerOptions.RespectNullableAnnotations = true;
            json.SerializerOptions.RespectRequiredConstructorParameters = true;
            foreach (var converter in house.Converters) json.SerializerOptions.Converters.Add(converter);
        });
        services.AddSingleton(CallLimits.Of(configuration.GetValue<double?>("CallsPerSecond")));
        services.AddSingleton<CallFilter>();
        services.AddSingleton<PollKeeping>();
        services.AddPrices();
        services.AddSingleton<Seatless>();
        services.AddHostedService(provider => provider.GetRequiredService<Seatless>());
        services.AddSignalR(hub =>
        {
            hub.AddFilter<CallFilter>();
            hub.KeepAliveInterval = TimeSpan.FromSeconds(7);
            hub.ClientTimeoutInterval = TimeSpan.FromSeconds(20);
            hub.HandshakeTimeout = TimeSpan.FromSeconds(10);
            hub.MaximumReceiveMessageSize = 32 * 1024;
            hub.MaximumParallelInvocationsPerClient = 1;
            hub.EnableDetailedErrors = false;
        }).AddJsonProtocol(protocol => protocol.PayloadSerializerOptions = Json.Options);

        change?.Invoke(builder);
        var app = builder.Build();
        app.Environment.WebRootFileProvider = new KeptFiles(app.Environment.WebRootFileProvider);
        app.UseSoundHost();
        app.UseProxies(configuration);
        app.UseLineKeeping();
        app.UseMetering();
        app.UseGuarding();
        app.UseRateLimiter();
        if (app.Services.GetRequiredService<Organisation>().IsThere) app.UseAuthentication();
        Map(app, configuration);
        return app;
    }

    private static void Map(WebApplication app, IConfiguration configuration)
    {
        app.MapAssets();
        var live = new HttpConnectionDispatcherOptions();
        live.Transports = HttpTransportType.WebSockets | HttpTransportType.LongPolling;
        live.TransportSendTimeout = TimeSpan.FromSeconds(5);
        live.TransportMaxBufferSize = 64 * 1024;
        live.ApplicationMaxBufferSize = 32 * 1024;
        live.AllowStatefulReconnects = false;
        var polls = app.Services.GetRequiredService<PollKeeping>();
        app.UseWhen(http => http.Request.Path.StartsWithSegments("/live"), hub => hub.Use(polls.Guard));
        // What MapHub does, with a place to learn of a connection's end. The framework keeps the options to itself; a test holds these very ones to what was measured.
        app.MapConnections("/live", live, connection => connection.Use(next => each => polls.Keep(each, next)).UseHub<LiveHub>()).WithMetadata(live, new HubMetadata(typeof(LiveHub)));
        app.MapDoor();
        app.MapSessions();
        app.MapAddresses();
        app.MapClock();
        app.MapLeaders();
        app.MapTickets();
        app.MapReports();
        app.MapMine();
        app.MapBecame();
        ResultPages.Map(app);
        app.MapSetup();
        app.MapSignIn();
        app.MapInvitations();
        app.MapAccount();
        app.MapPeople();
        app.MapSurfaces();
        app.MapInstitution();
        app.MapFonts();
        app.MapHealth();
    }

    /// <summary>A folder as configured, from where the server was started or from a folder above it (the repository).</summary>
    private static string Find(string folder)
    {
        for (var at = new DirectoryInfo(Directory.GetCurrentDirectory()); at is not null; at = at.Parent)
            if (Directory.Exists(Path.Combine(at.FullName, folder))) return Path.Combine(at.FullName, folder);
        return Path.GetFullPath(folder);
    }
}
