using Microsoft.AspNetCore.HttpOverrides;
using Participation.Server.Accounts;

namespace Participation.Server.Pages;

/// <summary>A reverse proxy in front, when <c>Proxies</c> names its addresses: it says from where and by which scheme somebody came. Nobody else is believed.</summary>
internal static class Proxies
{
    public static void UseProxies(this WebApplication app, IConfiguration configuration)
    {
        var known = NamedProxies.In(configuration).ToList();
        if (known.Count == 0) return;
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in known) options.KnownProxies.Add(proxy);
        app.UseForwardedHeaders(options);
    }
}
