using System.Net;
using System.Net.NetworkInformation;

namespace Participation.Server.Accounts;

/// <summary>Where a password and a sign-in may travel: over https, on this machine itself, and elsewhere only when <c>SignInWithoutTls</c> allows it.</summary>
public sealed class SafeWay(IConfiguration configuration)
{
    /// <summary>Whether the operator takes it on themselves that a network hears passwords.</summary>
    public bool Anywhere { get; } = configuration.GetValue<bool>("SignInWithoutTls");

    public bool Holds(HttpContext http) => http.Request.IsHttps || Anywhere || IsHere(http);

    /// <summary>
    /// Whether somebody sits at this machine. By name as well as by address: a proxy in front, or a foreign name that points here, would make
    /// everybody's requests come from this machine.
    /// </summary>
    public static bool IsHere(HttpContext http)
    {
        var (from, to, host) = (http.Connection.RemoteIpAddress, http.Connection.LocalIpAddress, http.Request.Host.Host);
        if (from is null || http.Request.Headers.ContainsKey("X-Forwarded-For") || http.Request.Headers.ContainsKey("Forwarded")) return false;
        return (IPAddress.IsLoopback(from) || from.Equals(to))
            && (host == "localhost" || IPAddress.TryParse(host, out var named) && (IPAddress.IsLoopback(named) || named.Equals(Plain(to)) || IsOwn(named)));
    }

    private static IPAddress? Plain(IPAddress? address) => address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;

    private static bool IsOwn(IPAddress named) => NetworkInterface.GetAllNetworkInterfaces()
        .SelectMany(card => card.GetIPProperties().UnicastAddresses).Any(own => own.Address.Equals(named));
}
