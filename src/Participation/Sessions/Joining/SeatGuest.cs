using MediatR;
using Participation.Journal;

namespace Participation.Sessions.Joining;

/// <summary>A seat for somebody without a phone; what is typed for them is logged as transcribed.</summary>
[CommandName("session.seat-guest"), Allowed(Role.Facilitator, Role.Scribe)]
public sealed record SeatGuest(
    Guid Guest, [property: Choice] string? Type = null, [property: Choice] string? Zone = null, [property: Choice] string? Table = null, [property: Choice] string? Language = null) : SessionCommand;

public sealed class SeatGuestHandler(Desk<SessionState> desk) : IRequestHandler<SeatGuest, Receipt>
{
    public Task<Receipt> Handle(SeatGuest command, CancellationToken ct) => desk.Record(command, Decide);

    public static Decision Decide(SessionState state, SeatGuest command)
    {
        if (state.Opened is not { } opened || state.Stage.Closed) return Decision.Refuse("session.closed");
        // Nobody's id is the workshop's own, whose statements would be theirs; and whoever leads or writes is no guest.
        if (command.Guest == Guid.Empty || command.Guest == command.From.Id || command.Guest == command.From.Hand) return Decision.Refuse("command.malformed");
        if (state.Participants.ContainsKey(command.Guest)) return Decision.Refuse("session.guest-exists");
        if (command.From.Table is { } own && command.Table != own) return Decision.Refuse("command.not-allowed");
        if (Seating.Wrong(opened, command.Type, command.Zone, command.Table) is { } wrong) return Decision.Refuse(wrong);
        return Decision.Record(new ParticipantSeated(command.Guest, state.Participants.Count + 1,
            Seating.Language(opened, command.Language), command.Type, command.Zone, command.Table, Phoneless: true, Consented: false));
    }
}
