using Microsoft.AspNetCore.Http.Features;
using Participation.Server.Accounts;
using Participation.Server.Live;
using Participation.Server.Pages;

namespace Participation.Server.Lines;

/// <summary>Paces each connection: its requests, and once it is a live one what comes over it. It costs the others as little as somebody who types.</summary>
internal static class Metering
{
    /// <summary>Nobody waits longer for one request.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    public static void UseMetering(this IApplicationBuilder app)
    {
        var services = app.ApplicationServices;
        var (limits, clock, seats) = (services.GetRequiredService<CallLimits>(), services.GetRequiredService<TimeProvider>(), services.GetRequiredService<Seats>());
        var (places, standing) = (services.GetRequiredService<Places>(), services.GetRequiredService<Standing>());
        app.Use(async (http, next) =>
        {
            var line = http.Features.Get<Line>();
            if (line is { IsShared: false })
            {
                var owed = (line.Requests ??= new Meter(limits.Requests, clock)).Owe(1);
                if (owed > TimeSpan.Zero) await Task.Delay(owed < Longest ? owed : Longest, http.RequestAborted);
            }
            if (http.Request.Path.StartsWithSegments("/live"))
            {
                using var place = Places.IsScreen(http) ? places.Take() : null;
                if (place is null && Places.IsScreen(http))
                {
                    await Prices.Refused(http, Longest).ExecuteAsync(http);
                    return;
                }
                var asks = line is { IsShared: false } ? null : LineKeeping.At(http, null, seats);
                var wire = new Wire(limits, clock, () => line is { IsShared: false } ? line.Who : asks, standing.Sits);
                Wrap(http, inner => new MeteredStream(inner, wire.Owe, clock, http.Abort));
                await next(http);
                return;
            }
            await next(http);
        });
    }

    private static void Wrap(HttpContext http, Func<Stream, Stream> metered)
    {
        if (http.Features.Get<IHttpUpgradeFeature>() is { IsUpgradableRequest: true } upgrade) http.Features.Set<IHttpUpgradeFeature>(new Upgrade(upgrade, metered));
        if (http.Features.Get<IHttpExtendedConnectFeature>() is { IsExtendedConnect: true } connect) http.Features.Set<IHttpExtendedConnectFeature>(new Connect(connect, metered));
    }

    private sealed class Upgrade(IHttpUpgradeFeature inner, Func<Stream, Stream> metered) : IHttpUpgradeFeature
    {
        public bool IsUpgradableRequest => inner.IsUpgradableRequest;

        public async Task<Stream> UpgradeAsync() => metered(await inner.UpgradeAsync());
    }

    /// <summary>The same over HTTP/2.</summary>
    private sealed class Connect(IHttpExtendedConnectFeature inner, Func<Stream, Stream> metered) : IHttpExtendedConnectFeature
    {
        public bool IsExtendedConnect => inner.IsExtendedConnect;

        public string? Protocol => inner.Protocol;

        public async ValueTask<Stream> AcceptAsync() => metered(await inner.AcceptAsync());
    }
}
