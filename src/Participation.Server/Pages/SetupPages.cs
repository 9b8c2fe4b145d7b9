using System.Net;
using System.Net.NetworkInformation;
using Participation.Server.Accounts;

namespace Participation.Server.Pages;

/// <summary>The one-time link that makes this browser the first facilitator's.</summary>
internal static class SetupPages
{
    public static void MapSetup(this IEndpointRouteBuilder routes) => routes.MapGet("/setup/{key}", (string key, HttpContext http, SetupLink setup, Seats seats) =>
    {
        if (seats.Host(http) is not null) return Results.Redirect("/console");
        if (!IsHere(http.Request.Host.Host) || !setup.Use(key, http.Connection.RemoteIpAddress)) return Errors.Refuse(StatusCodes.Status404NotFound, "setup.used");
        seats.GiveHost(http);
        return Results.Redirect("/console");
    });

    // By name as well as by address: a proxy in front, or a foreign name that points here, would make everybody's requests come from this machine.
    private static bool IsHere(string host) => host == "localhost" || IPAddress.TryParse(host, out var address)
        && (IPAddress.IsLoopback(address) || NetworkInterface.GetAllNetworkInterfaces()
            .SelectMany(card => card.GetIPProperties().UnicastAddresses).Any(own => own.Address.Equals(address)));
}
