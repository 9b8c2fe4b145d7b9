using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Participation.Server.Pages;

/// <summary>The addresses under which this server is reached: the configured public one, else those of this machine in its network.</summary>
public sealed class Addresses(IServer server, IConfiguration configuration)
{
    /// <summary>Base addresses for phones in the same network, the likeliest first.</summary>
    public IReadOnlyList<string> Lan => Public is { } configured ? [configured] : [.. MachineAddresses().Select(ip => $"{Scheme}://{ip}{Port}")];

    /// <summary>The address on this machine itself.</summary>
    public string Local => $"{Scheme}://localhost{Port}";

    /// <summary>The base of links to hand on: when the asking browser sits on this machine, phones need the network's address.</summary>
    public string Root(HttpContext http) =>
        Public ?? (http.Request.Host.Host is "localhost" or "127.0.0.1" && Lan.Count > 0 ? Lan[0] : $"{http.Request.Scheme}://{http.Request.Host}");

    /// <summary>Whether this server has a public address, and so is more than a laptop in a room.</summary>
    public bool IsPublic => Public is not null;

    private string? Public => configuration["PublicAddress"]?.TrimEnd('/') is { Length: > 0 } address ? address : null;

    private Uri Bound => new((server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://localhost:5080")
        .Replace("://*", "://localhost", StringComparison.Ordinal).Replace("://+", "://localhost", StringComparison.Ordinal)
        .Replace("[::]", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal));

    private string Scheme => Bound.Scheme;

    private string Port => Bound.IsDefaultPort ? "" : $":{Bound.Port}";

    private bool OnlyHere => Bound.Host is "127.0.0.1" or "[::1]";

    private IEnumerable<string> MachineAddresses() => OnlyHere ? [] : NetworkCard.Ordered(NetworkCard.All()).Select(address => $"{address}");
}
