using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Participation.Server.Pages;

/// <summary>A reverse proxy in front, when <c>Proxies</c> names its addresses: it says from where and by which scheme somebody came. Nobody else is believed.</summary>
internal static class Proxies
{
    public static void UseProxies(this WebApplication app, IConfiguration configuration)
    {
        var known = configuration.GetSection("Proxies").Get<string[]>() ?? [];
        if (known.Length == 0) return;
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in known.Select(IPAddress.Parse))
        {
            options.KnownProxies.Add(proxy);
            // A server that listens on both families sees an old address in its new form.
            if (proxy.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork) options.KnownProxies.Add(proxy.MapToIPv6());
        }
        app.UseForwardedHeaders(options);
    }
}
