namespace Participation.Server.Pages;

/// <summary>On which clock people read times: that of the reports, on every screen, wherever its browser is.</summary>
internal static class ClockPages
{
    /// <param name="Zone">The IANA name.</param>
    public sealed record ClockView(string Zone);

    public static void MapClock(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/clock", (ReportZone zone) => Errors.Ok(new ClockView(zone.Name)));
}
