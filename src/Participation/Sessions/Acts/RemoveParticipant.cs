using MediatR;
using Participation.Journal;

namespace Participation.Sessions.Acts;

/// <summary>Somebody lost their seat; what they gave stays.</summary>
[EventName("session.participant-removed")]
public sealed record ParticipantRemoved(Guid Participant) : ActEvent
{
    public override Stage Apply(Stage stage, Entry entry) => stage with { Removed = stage.Removed.Add(Participant) };
}

/// <summary>Takes somebody's seat; their screens close.</summary>
[CommandName("session.remove"), Allowed(Role.Facilitator)]
public sealed record RemoveParticipant(Guid Participant) : Act;

public sealed class RemoveParticipantHandler(Desk<SessionState> desk) : IRequestHandler<RemoveParticipant, Receipt>
{
    public Task<Receipt> Handle(RemoveParticipant command, CancellationToken ct) => desk.Act(command, Decide);

    public static Decision Decide(SessionState state, RemoveParticipant command) =>
        !state.Participants.ContainsKey(command.Participant) ? Decision.Refuse("session.unknown-participant")
        : state.Stage.Removed.Contains(command.Participant) ? Decision.Refuse("session.removed-already")
        : Decision.Record(new ParticipantRemoved(command.Participant));
}
