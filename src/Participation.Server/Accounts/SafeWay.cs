using System.Net;

namespace Participation.Server.Accounts;

/// <summary>
/// Where a password and a sign-in may travel: over https, on this machine itself, and elsewhere only when <c>SignInWithoutTls</c> allows it. A server that is
/// reached through a proxy or under an https address has its safe way there: to it everybody seems to come from this machine, so nobody does.
/// </summary>
public sealed class SafeWay(IConfiguration configuration)
{
    private readonly bool hasOther = NamedProxies.In(configuration).Any() || configuration["PublicAddress"]?.StartsWith("https:", StringComparison.OrdinalIgnoreCase) is true;

    /// <summary>Whether the operator takes it on themselves that a network hears passwords.</summary>
    public bool Anywhere { get; } = configuration.GetValue<bool>("SignInWithoutTls");

    public bool Holds(HttpContext http) => http.Request.IsHttps || Anywhere || !hasOther && IsHere(http);

    /// <summary>
    /// Whether somebody sits at this machine: on its own wire, by its own name and at the very port, with no sign of anybody who passed it on. A proxy that
    /// says nothing of itself and asks for localhost looks the same; then it is the browser who tells, for it knows what its address bar says.
    /// </summary>
    public static bool IsHere(HttpContext http)
    {
        var (from, to, host) = (http.Connection.RemoteIpAddress, http.Connection.LocalIpAddress, http.Request.Host);
        return from is not null && to is not null && IPAddress.IsLoopback(from) && IPAddress.IsLoopback(to)
            && (host.Host == "localhost" || IPAddress.TryParse(host.Host, out var named) && IPAddress.IsLoopback(named))
            && (host.Port ?? (http.Request.IsHttps ? 443 : 80)) == http.Connection.LocalPort
            && !HttpProtocol.IsHttp10(http.Request.Protocol) && !http.Request.Headers.Keys.Any(IsPassedOn) && BrowserSaysSo(http.Request);
    }

    private static bool IsPassedOn(string header) => header.StartsWith("X-Forwarded", StringComparison.OrdinalIgnoreCase) || header.StartsWith("X-Original", StringComparison.OrdinalIgnoreCase)
        || header.ToUpperInvariant() is "FORWARDED" or "VIA" or "X-REAL-IP" or "X-CLIENT-IP" or "X-CLUSTER-CLIENT-IP" or "TRUE-CLIENT-IP" or "CF-CONNECTING-IP";

    /// <summary>
    /// Browsers send <c>Sec-Fetch-Site</c> to this machine and over https, and never over plain http to another: whoever came through a silent proxy over plain
    /// http has none. With a form or a socket they name the page that they stand on. A program that is no browser carries nobody's password unasked.
    /// </summary>
    private static bool BrowserSaysSo(HttpRequest request) => !request.Headers.UserAgent.ToString().Contains("Mozilla/", StringComparison.Ordinal)
        || request.Headers.ContainsKey("Sec-Fetch-Site") || Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out var page) && page.IsLoopback;
}
