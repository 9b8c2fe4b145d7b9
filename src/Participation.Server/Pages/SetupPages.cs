using Participation.Server.Accounts;

namespace Participation.Server.Pages;

/// <summary>The first account, an administrator's, made by the setup link on this machine, and the time zone of the reports. Opening the link consumes nothing; sending its form does.</summary>
internal static class SetupPages
{
    /// <param name="Zone">The IANA name of the zone in which reports tell times; null leaves it to the machine.</param>
    public sealed record SetupRequest(string Key, string Name, string Password, string? Zone = null);

    public static void MapSetup(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/setup", (SetupRequest asked, HttpContext http, SetupLink setup, Enrolment enrolment, ReportZone zone) =>
            !setup.Opens(asked.Key, http) ? Task.FromResult(Errors.Refuse(StatusCodes.Status404NotFound, "setup.used"))
            : !ReportZone.Knows(asked.Zone) ? Task.FromResult(Errors.Refuse(StatusCodes.Status400BadRequest, "setup.unknown-zone"))
            : enrolment.Enrol(http, asked.Name, asked.Password, AccountRole.Administrator, () => Chosen(zone, asked.Zone), () => { }, "setup.used", first: true));

    /// <summary>Name and password are right by now: a zone is kept only from a form that is taken.</summary>
    private static bool Chosen(ReportZone zone, string? name)
    {
        zone.Choose(name);
        return true;
    }
}
