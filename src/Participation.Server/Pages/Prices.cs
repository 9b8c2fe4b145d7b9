using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.RateLimiting;
using Participation.Server.Accounts;
using Participation.Server.Lines;
using Participation.Server.Live;
using Participation.Texts;

namespace Participation.Server.Pages;

/// <summary>
/// What dear requests cost: what is held of somebody, reports, live connections. Whoever has a seat is counted by it and shares with nobody; an address is asked
/// only of those who have none, and they are made to wait before they are refused.
/// </summary>
internal static class Prices
{
    private const string Mine = "mine", Report = "report", Connect = "connect", Poll = "poll", Short = "/r";

    /// <summary>So many may wait for their turn: more than a hall.</summary>
    private const int MostWaiting = 20_000;

    public static void AddPrices(this IServiceCollection services) => services.AddSingleton<Turns>().AddRateLimiter(_ => { }).AddOptions<RateLimiterOptions>()
        .Configure<CallLimits, Seats, SessionDirectory, Capacity>((options, limits, seats, directory, capacity) =>
        {
            options.OnRejected = (context, _) => new(Refuse(context));
            options.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                PartitionedRateLimiter.Create<HttpContext, (string, object)>(http => OfOne(http, limits, capacity, seats, directory)),
                PartitionedRateLimiter.Create<HttpContext, string>(http => OfAll(http, capacity, seats, directory)));
        });

    private static RateLimitPartition<(string, object)> OfOne(HttpContext http, CallLimits limits, Capacity capacity, Seats seats, SessionDirectory directory)
    {
        var kind = Kind(http);
        var who = Whose(http, kind, seats, directory);
        var network = DoorTries.Network(http.Connection.RemoteIpAddress ?? IPAddress.None);
        return (kind, who) switch
        {
            (Connect, { } one) => Bucket<(string, object)>((kind, one), limits.Connect),
            (Poll, { } one) => Bucket<(string, object)>((kind, one), limits.Polls),
            (Mine, { } one) => Bucket<(string, object)>((kind, one), limits.Mine),
            (Report, { } one) => Bucket<(string, object)>((kind, one), limits.Reports),
            (Connect, null) => Bucket<(string, object)>((kind, network), Half(capacity)),
            (Poll, null) => Bucket<(string, object)>((kind, network), limits.Polls),
            (null or Mine or Report, null) when !Opens(http, directory) => Bucket<(string, object)>(("", network), limits.Network, MostWaiting),
            _ => RateLimitPartition.GetNoLimiter(("free", (object)"")),
        };
    }

    private static RateLimitPartition<string> OfAll(HttpContext http, Capacity capacity, Seats seats, SessionDirectory directory) => Kind(http) switch
    {
        Connect when Whose(http, Connect, seats, directory) is null => Bucket(Connect, Seatless(capacity)),
        _ => RateLimitPartition.GetNoLimiter("free"),
    };

    private static string? Kind(HttpContext http)
    {
        var path = http.Request.Path;
        return path.StartsWithSegments("/api/mine") ? Mine
            : path.StartsWithSegments("/report") || path.StartsWithSegments("/tickets") || path.StartsWithSegments("/results") || IsCoded(http) ? Report
            : !path.StartsWithSegments("/live") ? null
            : http.Request.Query.ContainsKey("id") && http.Features.Get<IHttpUpgradeFeature>() is not { IsUpgradableRequest: true } ? Poll
            : Connect;
    }

    /// <summary>What is dear is paid by the seat that opens it: who holds others besides, fresh ones or dead ones, pays no less and no more. A live connection is always one of a session.</summary>
    private static Guid? Whose(HttpContext http, string? kind, Seats seats, SessionDirectory directory) =>
        kind is not null && (IsCoded(http) ? Coded(http, directory) : LineKeeping.Session(http.Request)) is { } session ? seats.WhoseIn(http, session)?.Id
        : kind is Connect or Poll || IsCoded(http) ? null
        : LineKeeping.Whose(http, http.Features.Get<Line>(), seats)?.Id;

    /// <summary>The short address of a result names its session by the code that people type.</summary>
    private static Guid? Coded(HttpContext http, SessionDirectory directory) =>
        http.Request.Path.StartsWithSegments(Short, out var code) ? directory.ByCode(code.Value ?? "") : null;

    private static bool IsCoded(HttpContext http) => http.Request.Path.StartsWithSegments(Short);

    /// <summary>Who comes by a right link or QR code is not asked for their address, nor is a file of the pages.</summary>
    private static bool Opens(HttpContext http, SessionDirectory directory)
    {
        var path = http.Request.Path;
        if (path.StartsWithSegments("/assets") || path == "/healthz") return true;
        var key = path.StartsWithSegments("/q", out var rest) || path.StartsWithSegments("/enter", out rest) ? rest.Value?.TrimStart('/') : http.Request.Query["key"].ToString();
        return key is { Length: > 0 and < 100 } && directory.ByKey(key) is not null;
    }

    private static Rate Seatless(Capacity capacity) => new(Math.Max(1, capacity.SeatlessScreens / 20.0), capacity.SeatlessScreens);

    private static Rate Half(Capacity capacity) => new(Math.Max(1, capacity.SeatlessScreens / 40.0), Math.Max(1, capacity.SeatlessScreens / 2));

    private static RateLimitPartition<TKey> Bucket<TKey>(TKey key, Rate rate, int waiting = 0) => RateLimitPartition.GetTokenBucketLimiter(key, _ => new()
    {
        TokenLimit = rate.Burst,
        TokensPerPeriod = Math.Max(1, (int)(rate.PerSecond / 10)),
        ReplenishmentPeriod = TimeSpan.FromSeconds(Math.Max(1, (int)(rate.PerSecond / 10)) / rate.PerSecond),
        QueueLimit = waiting,
    });

    private static Task Refuse(OnRejectedContext context) => Refused(context.HttpContext,
        context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(5)).ExecuteAsync(context.HttpContext);

    /// <summary>A page that a browser would show gets a sentence in its reader's language, a program the same as code and words.</summary>
    public static IResult Refused(HttpContext http, TimeSpan after)
    {
        http.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(after.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal)
            ? Results.Text(Words.Refusal("request.too-many", null).In(Spoken.By(http)), "text/plain; charset=utf-8", statusCode: StatusCodes.Status429TooManyRequests)
            : Errors.Refuse(StatusCodes.Status429TooManyRequests, "request.too-many");
    }
}
