using Participation.Server.Accounts;

namespace Participation.Server.Pages;

/// <summary>The link that lets one more person lead a session: to their account's sessions when they are signed in, else to this browser.</summary>
public sealed class LeaderDoor(Invitations invitations, SessionDirectory directory, Visitor visitor, AccountBook accounts, Seats seats, SafeWay way)
{
    /// <summary>Null when the key is of no such link.</summary>
    public async Task<IResult?> Enter(string key, HttpContext http)
    {
        if (invitations.Look(key) is not { Session: { } session } || directory.Opened(session) is null) return null;
        if (!way.Holds(http)) return Errors.Refuse(StatusCodes.Status403Forbidden, "sign-in.no-tls");
        // Who leads already leaves the link to another.
        if (seats.Of(http, session, Role.Facilitator) is null)
        {
            if (!invitations.Use(key)) return null;
            if (visitor.Who(http) is { } who) accounts.Lead(who.Id, session);
            else await seats.Lead(http, session);
        }
        return Errors.Ok(new { Session = session, Role = Role.Facilitator });
    }
}
