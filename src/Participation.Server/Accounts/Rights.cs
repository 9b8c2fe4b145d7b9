namespace Participation.Server.Accounts;

/// <summary>
/// Who with an account may see and lead which session; nowhere else is that decided. A facilitator: those that they opened, or entered by a link to
/// lead. A coordinator: sees all, with their reports but without the record of who gave what, and leads like a facilitator. An administrator: all. What
/// the server made itself, as the demo, belongs to everybody. A session that there is not is seen by nobody, so that it answers like another's.
/// </summary>
/// <param name="openedBy">Whose a session is: an account's, nobody's (empty) when the server made it itself; null when there is none.</param>
public sealed class Rights(Func<Guid, Guid?> openedBy, AccountBook accounts)
{
    public bool Leads(Account who, Guid session) => openedBy(session) is { } by
        && (who.Role == AccountRole.Administrator || by == who.Id || by == Guid.Empty || accounts.Leads(who.Id, session));

    public bool Sees(Account who, Guid session) => Leads(who, session) || who.Role == AccountRole.Coordinator && openedBy(session) is not null;
}
