using Participation.Server.Accounts;

namespace Participation.Server.Pages;

/// <summary>
/// Who leads a session by a link and without an account, and taking that back: for those who lead it by their account. Whoever came by a link themselves
/// takes nothing back. With a lead end the links that nobody has used: who is put out has no way back that they made before.
/// </summary>
internal static class LeaderPages
{
    /// <param name="Here">Whether a screen of theirs is connected now.</param>
    public sealed record LeaderRow(Guid Id, DateTimeOffset Since, DateTimeOffset Until, bool Here);

    public static void MapLeaders(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/sessions/{session:guid}/leaders", List);
        routes.MapPost("/api/sessions/{session:guid}/leaders/{id:guid}/end", End);
    }

    private static IResult List(Guid session, HttpContext http, Seats seats, LeaderSeats leaders, LiveConnections connections) => seats.LeadsByAccount(http, session)
        ? Errors.Ok(leaders.Of(session).Select(seat => new LeaderRow(seat.Id, seat.Created, seat.Expires, connections.Any(seat.Id))))
        : NotYours();

    private static IResult End(Guid session, Guid id, HttpContext http, Seats seats, LeaderSeats leaders, Invitations invitations)
    {
        if (!seats.LeadsByAccount(http, session)) return NotYours();
        if (!leaders.End(session, id)) return Errors.Refuse(StatusCodes.Status404NotFound, "seat.ended");
        invitations.EndUnused(session);
        return Errors.Ok(new { });
    }

    private static IResult NotYours() => Errors.Refuse(StatusCodes.Status404NotFound, "session.unknown");
}
