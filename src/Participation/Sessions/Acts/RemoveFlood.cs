using System.Globalization;
using MediatR;
using Participation.Journal;

namespace Participation.Sessions.Acts;

/// <summary>A flood was removed: the entrance is locked, these seats are gone, what they gave is hidden and does not count.</summary>
[EventName("session.flood-removed")]
public sealed record FloodRemoved(DateTimeOffset Since, IReadOnlyList<Guid> Participants) : ActEvent
{
    public override Stage Apply(Stage stage, Entry entry) => stage with
    {
        Removed = stage.Removed.Union(Participants),
        Lobby = stage.Lobby with { Locked = true, Flood = stage.Lobby.Flood.Union(Participants) },
    };
}

/// <summary>Locks the entrance and removes the seats taken in the last minutes, but for guests, holders of a ticket, whom a facilitator admitted, and who is spared.</summary>
[CommandName("session.remove-flood"), Allowed(Role.Facilitator)]
public sealed record RemoveFlood(int Minutes, IReadOnlyList<Guid>? Spared = null) : Act;

public sealed class RemoveFloodHandler(Desk<SessionState> desk) : IRequestHandler<RemoveFlood, Receipt>
{
    private const int MostMinutes = 600;

    public Task<Receipt> Handle(RemoveFlood command, CancellationToken ct) => desk.Act(command, Decide);

    public static Decision Decide(SessionState state, RemoveFlood command)
    {
        if (command.Minutes is < 1 or > MostMinutes) return Decision.Refuse("session.wrong-minutes", MostMinutes.ToString(CultureInfo.InvariantCulture));
        var (stage, since, spared) = (state.Stage, command.From.At - TimeSpan.FromMinutes(command.Minutes), command.Spared?.ToHashSet() ?? []);
        var flood = state.Participants.Values
            .Where(who => who.JoinedAt >= since && !who.Phoneless && who.Ticket is null && !spared.Contains(who.Id))
            .Where(who => !stage.Lobby.Admitted.Contains(who.Id) && !stage.Removed.Contains(who.Id))
            .OrderBy(who => who.Number).Select(who => who.Id).ToList();
        return flood.Count == 0 ? Decision.Refuse("session.no-flood") : Decision.Record(new FloodRemoved(since, flood));
    }
}
