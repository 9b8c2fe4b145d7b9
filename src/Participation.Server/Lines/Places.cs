using Microsoft.AspNetCore.Http.Features;

namespace Participation.Server.Lines;

/// <summary>Live screens at a time, over whatever they come. The listener counts those of HTTP/1.1 alone: over HTTP/2 many come over one connection, and with long polling one over many.</summary>
public sealed class Places(Capacity capacity)
{
    private int taken;

    /// <summary>A WebSocket is a screen for as long as its request lasts; with long polling it is many requests.</summary>
    public static bool IsScreen(HttpContext http) => http.Features.Get<IHttpUpgradeFeature>() is { IsUpgradableRequest: true } || http.Features.Get<IHttpExtendedConnectFeature>() is { IsExtendedConnect: true };

    public int Taken => Volatile.Read(ref taken);

    /// <summary>A place until what is given back is disposed; null: there is none.</summary>
    public IDisposable? Take()
    {
        if (Interlocked.Increment(ref taken) <= capacity.Screens) return new Place(this);
        Interlocked.Decrement(ref taken);
        return null;
    }

    private sealed class Place(Places places) : IDisposable
    {
        private int left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref left, 1) == 0) Interlocked.Decrement(ref places.taken);
        }
    }
}
