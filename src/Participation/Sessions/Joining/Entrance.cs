namespace Participation.Sessions.Joining;

/// <summary>Why nobody new gets in just now.</summary>
public static class Entrance
{
    /// <summary>Seats of a session that says nothing else: more would be no room any more.</summary>
    public const int MostPeople = 5_000;

    /// <summary>Tickets of a session.</summary>
    public const int MostTickets = 5_000;

    /// <summary>Whether nobody joins any more, by whatever way: it is closed, or the time of its words is over. A session may be prepared weeks before it is held, so no code ends earlier.</summary>
    public static bool IsOver(SessionState state, DateTimeOffset at) => state.Opened is null || state.Stage.Closed || state.KeepUntil <= at;

    /// <summary>The code of what stands in the way of somebody with this ticket, or with none; null when they may come in.</summary>
    public static string? Shut(SessionState state, int? ticket)
    {
        var (opened, lobby) = (state.Opened!, state.Stage.Lobby);
        return lobby.Locked ? "join.locked"
            : ticket is null && opened.Admission == Admission.Tickets ? "join.ticket-needed"
            : ticket > lobby.Tickets ? "join.ticket-void"
            : ticket is { } number && state.Seated.ContainsKey(number) ? "join.ticket-used"
            : state.Participants.Count - state.Stage.Removed.Count >= (opened.Most ?? MostPeople) ? "join.full"
            : null;
    }
}
