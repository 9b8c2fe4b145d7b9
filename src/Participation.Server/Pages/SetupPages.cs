using Participation.Server.Accounts;

namespace Participation.Server.Pages;

/// <summary>The one-time link that makes this browser the first facilitator's.</summary>
internal static class SetupPages
{
    public static void MapSetup(this IEndpointRouteBuilder routes) => routes.MapGet("/setup/{key}", (string key, HttpContext http, SetupLink setup, Seats seats) =>
    {
        if (seats.Host(http) is not null) return Results.Redirect("/console");
        if (!setup.Use(key, http.Connection.RemoteIpAddress)) return Errors.Refuse(StatusCodes.Status404NotFound, "setup.used");
        seats.GiveHost(http);
        return Results.Redirect("/console");
    });
}
