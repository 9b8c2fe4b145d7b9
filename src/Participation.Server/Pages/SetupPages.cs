using Participation.Server.Accounts;

namespace Participation.Server.Pages;

/// <summary>The first account, an administrator's, made by the setup link on this machine. Opening the link consumes nothing; sending its form does.</summary>
internal static class SetupPages
{
    public sealed record SetupRequest(string Key, string Name, string Password);

    public static void MapSetup(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/setup", (SetupRequest asked, HttpContext http, SetupLink setup, Enrolment enrolment) => setup.Opens(asked.Key, http)
            ? enrolment.Enrol(http, asked.Name, asked.Password, AccountRole.Administrator, () => true, () => { }, "setup.used", first: true)
            : Task.FromResult(Errors.Refuse(StatusCodes.Status404NotFound, "setup.used")));
}
