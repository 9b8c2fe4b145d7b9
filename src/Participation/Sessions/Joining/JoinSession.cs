using MediatR;
using Participation.Journal;

namespace Participation.Sessions.Joining;

/// <summary>Somebody has a seat. <c>Consented</c>: they agreed to the session's text before they gave anything. <c>Ticket</c>: the number of the one that they came with.</summary>
[EventName("session.participant-seated")]
public sealed record ParticipantSeated(
    Guid Participant, int Number, [property: Choice] string Language, [property: Erasable] string? Type, [property: Erasable] string? Zone, [property: Choice] string? Table, bool Phoneless, bool Consented, int? Ticket = null) : Event;

/// <summary>A phone takes a seat. Sent by the server's join page after it checked the code.</summary>
[Allowed(Role.Participant)]
public sealed record JoinSession(string Language, string? Type, string? Zone, string? Table, bool Consent, int? Ticket = null) : SessionCommand;

public sealed class JoinSessionHandler(Desk<SessionState> desk) : IRequestHandler<JoinSession, Receipt>
{
    public Task<Receipt> Handle(JoinSession command, CancellationToken ct) => desk.Record(command, Decide);

    public static Decision Decide(SessionState state, JoinSession command)
    {
        if (state.Opened is not { } opened || Entrance.IsOver(state, command.From.At)) return Decision.Refuse("join.unknown");
        if (state.Stage.Removed.Contains(command.From.Id)) return Decision.Refuse("seat.removed");
        if (Entrance.Shut(state, command.Ticket) is { } shut) return Decision.Refuse(shut);
        if (!command.Consent) return Decision.Refuse("join.no-consent");
        if (Seating.Wrong(opened, command.Type, command.Zone, command.Table) is { } wrong) return Decision.Refuse(wrong);
        return Decision.Record(new ParticipantSeated(command.From.Id, state.Participants.Count + 1, Seating.Language(opened, command.Language),
            command.Type, command.Zone, command.Table, Phoneless: false, Consented: true, command.Ticket));
    }
}
