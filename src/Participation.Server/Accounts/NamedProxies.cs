using System.Net;
using System.Net.Sockets;

namespace Participation.Server.Accounts;

/// <summary>The reverse proxies that the settings name.</summary>
internal static class NamedProxies
{
    /// <summary>A server that listens on both families sees an old address in its new form, too.</summary>
    public static IEnumerable<IPAddress> In(IConfiguration configuration) => (configuration.GetSection("Proxies").Get<string[]>() ?? []).Select(IPAddress.Parse)
        .SelectMany(proxy => proxy.AddressFamily == AddressFamily.InterNetwork ? new[] { proxy, proxy.MapToIPv6() } : [proxy]);
}
