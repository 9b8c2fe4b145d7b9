using MediatR;
using Participation.Journal;

namespace Participation.Sessions.Acts;

/// <summary>Somebody who waited was not let in.</summary>
[EventName("session.participant-refused")]
public sealed record ParticipantRefused(Guid Participant) : ActEvent
{
    public override Stage Apply(Stage stage, Entry entry) => stage with { Removed = stage.Removed.Add(Participant) };
}

/// <summary>Does not let in somebody who waits; their phone says so.</summary>
[CommandName("session.refuse"), Allowed(Role.Facilitator)]
public sealed record RefuseParticipant(Guid Participant) : Act;

public sealed class RefuseParticipantHandler(Desk<SessionState> desk) : IRequestHandler<RefuseParticipant, Receipt>
{
    public Task<Receipt> Handle(RefuseParticipant command, CancellationToken ct) => desk.Act(command, Decide);

    public static Decision Decide(SessionState state, RefuseParticipant command) =>
        state.Participants.TryGetValue(command.Participant, out var who) && state.Stage.Lobby.Waits(who) && !state.Stage.Removed.Contains(who.Id)
            ? Decision.Record(new ParticipantRefused(who.Id))
            : Decision.Refuse("session.nobody-waits");
}
