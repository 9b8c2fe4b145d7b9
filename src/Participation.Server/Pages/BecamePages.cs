using Participation.Server.Accounts;
using Participation.Sessions;
using Participation.Texts;

namespace Participation.Server.Pages;

/// <summary>What became of what a participant gave, for themselves, once the session is closed.</summary>
internal static class BecamePages
{
    public static void MapBecame(this IEndpointRouteBuilder routes) => routes.MapGet("/api/became/{session:guid}", Became);

    private static async Task<IResult> Became(Guid session, string? language, HttpContext http, Seats seats, Desk<SessionState> desk, KeptAnswers answers)
    {
        if (seats.Of(http, session, Role.Participant) is not { } seat) return Errors.Refuse(StatusCodes.Status404NotFound, "session.unknown");
        var kept = answers.Of(session);
        if (await desk.Read(session) is not { Opened: { } opened } state || !state.Participants.ContainsKey(seat.Id))
            return Errors.Refuse(StatusCodes.Status404NotFound, "session.unknown");
        // Before the close there is nothing to tell, and nothing is made.
        return Errors.Ok(state.Stage.Closed ? kept.Became(language is not null && LocalText.Languages.Contains(language) ? language : opened.Language, state).Of(seat.Id) : []);
    }
}
