using MediatR;
using Participation.Journal;

namespace Participation.Sessions.Acts;

/// <summary>Somebody has their seat again.</summary>
[EventName("session.participant-readmitted")]
public sealed record ParticipantReadmitted(Guid Participant) : ActEvent
{
    public override Stage Apply(Stage stage, Entry entry) => stage with
    {
        Removed = stage.Removed.Remove(Participant), Lobby = stage.Lobby with { Flood = stage.Lobby.Flood.Remove(Participant) },
    };
}

/// <summary>Gives somebody their seat back.</summary>
[CommandName("session.readmit"), Allowed(Role.Facilitator)]
public sealed record ReadmitParticipant(Guid Participant) : Act;

public sealed class ReadmitParticipantHandler(Desk<SessionState> desk) : IRequestHandler<ReadmitParticipant, Receipt>
{
    public Task<Receipt> Handle(ReadmitParticipant command, CancellationToken ct) => desk.Act(command, Decide);

    public static Decision Decide(SessionState state, ReadmitParticipant command) =>
        state.Stage.Removed.Contains(command.Participant)
            ? Decision.Record(new ParticipantReadmitted(command.Participant))
            : Decision.Refuse("session.not-removed");
}
