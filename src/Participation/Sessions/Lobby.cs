using System.Collections.Immutable;

namespace Participation.Sessions;

/// <summary>Who may come in: everybody with the code, whom the facilitator admits, or who holds a ticket.</summary>
public enum Admission { Open, Approve, Tickets }

/// <summary>How the entrance of a session stands.</summary>
/// <param name="Locked">Nobody new gets in; who is inside comes back freely.</param>
/// <param name="Approves">Who comes without a ticket waits until the facilitator admits them.</param>
/// <param name="Admitted">Those whom a facilitator admitted.</param>
/// <param name="Tickets">So many tickets were issued: numbers 1 to this are good.</param>
/// <param name="Flood">Seats that were removed as a flood: what they gave is hidden, what they voted does not count.</param>
public sealed record Lobby(bool Locked, bool Approves, ImmutableHashSet<Guid> Admitted, int Tickets, ImmutableHashSet<Guid> Flood)
{
    public static readonly Lobby Empty = new(false, false, [], 0, []);

    /// <summary>True while somebody stands in the lobby and sees nothing of the session.</summary>
    public bool Waits(Participant who) => Approves && who.Held && !Admitted.Contains(who.Id);
}
