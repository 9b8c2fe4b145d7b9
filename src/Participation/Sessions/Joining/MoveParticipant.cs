using MediatR;
using Participation.Journal;

namespace Participation.Sessions.Joining;

/// <summary>Somebody sits at another table now; table null is the plenary.</summary>
[EventName("session.participant-moved")]
public sealed record ParticipantMoved(Guid Participant, [property: Choice] string? Table) : Event;

[CommandName("session.move"), Allowed(Role.Facilitator)]
public sealed record MoveParticipant(Guid Participant, [property: Choice] string? Table = null) : SessionCommand;

public sealed class MoveParticipantHandler(Desk<SessionState> desk) : IRequestHandler<MoveParticipant, Receipt>
{
    public Task<Receipt> Handle(MoveParticipant command, CancellationToken ct) => desk.Record(command, Decide);

    public static Decision Decide(SessionState state, MoveParticipant command) =>
        !state.Participants.ContainsKey(command.Participant) ? Decision.Refuse("session.unknown-participant")
        : Seating.Wrong(state.Opened!, null, null, command.Table) is { } wrong ? Decision.Refuse(wrong)
        : Decision.Record(new ParticipantMoved(command.Participant, command.Table));
}
