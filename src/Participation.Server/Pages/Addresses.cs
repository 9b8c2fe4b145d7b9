using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Participation.Server.Pages;

/// <summary>The addresses under which this server is reached: the configured public one, else the one that was chosen of this machine's, else the likeliest.</summary>
internal sealed class Addresses(IServer server, IConfiguration configuration, ChosenAddress choice, Func<IEnumerable<NetworkCard>> cards)
{
    /// <summary>Base addresses for phones in the same network: the chosen one, then the likeliest.</summary>
    public IReadOnlyList<string> Lan => Public is { } configured ? [configured] : [.. OfThisMachine.OrderByDescending(own => own.Chosen).Select(own => InFull(own.Address))];

    /// <summary>Those among which one may choose, the likeliest first; none where a public address is configured or only this machine is served.</summary>
    public IReadOnlyList<AddressPages.MachineAddress> OfThisMachine
    {
        get
        {
            if (IsPublic || OnlyHere) return [];
            var own = NetworkCard.Ordered(cards());
            var chosen = choice.Kept is not { } kept ? -1 : own.Index().Where(each => $"{each.Item.Address}" == kept.Address).Concat(own.Index().Where(each => each.Item.Card == kept.Card))
                .Select(each => each.Index).DefaultIfEmpty(-1).First();
            return [.. own.Select((each, at) => new AddressPages.MachineAddress($"{each.Address}", each.Card, at == 0, at == chosen))];
        }
    }

    /// <summary>Shows this one from now on, or leaves it to the machine; false when the machine has no such address (any more).</summary>
    public bool Choose(string? address)
    {
        var found = address is null ? null : OfThisMachine.FirstOrDefault(own => own.Address == address);
        if (address is not null && found is null) return false;
        choice.Keep(found is null ? null : new(found.Address, found.Card));
        return true;
    }

    /// <summary>The address on this machine itself.</summary>
    public string Local => $"{Scheme}://localhost{Port}";

    /// <summary>The base of links to hand on: what was chosen goes first; when the asking browser sits on this machine, phones need the network's address.</summary>
    public string Root(HttpContext http) =>
        Public ?? (OfThisMachine is { Count: > 0 } own && own.FirstOrDefault(each => each.Chosen) is { } chosen ? InFull(chosen.Address)
            : http.Request.Host.Host is "" or "localhost" or "127.0.0.1" && Lan.Count > 0 ? Lan[0]
            : http.Request.Host.HasValue ? $"{http.Request.Scheme}://{http.Request.Host}" : Local);

    /// <summary>Whether this server has a public address, and so is more than a laptop in a room.</summary>
    public bool IsPublic => Public is not null;

    private string? Public => configuration["PublicAddress"]?.TrimEnd('/') is { Length: > 0 } address ? address : null;

    private Uri Bound => new((server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://localhost:5080")
        .Replace("://*", "://localhost", StringComparison.Ordinal).Replace("://+", "://localhost", StringComparison.Ordinal)
        .Replace("[::]", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal));

    private string Scheme => Bound.Scheme;

    private string Port => Bound.IsDefaultPort ? "" : $":{Bound.Port}";

    private bool OnlyHere => Bound.Host is "127.0.0.1" or "[::1]";

    private string InFull(string address) => $"{Scheme}://{address}{Port}";
}
