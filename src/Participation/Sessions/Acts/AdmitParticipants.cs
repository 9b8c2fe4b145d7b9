using MediatR;
using Participation.Journal;

namespace Participation.Sessions.Acts;

/// <summary>People who waited are let in.</summary>
[EventName("session.participants-admitted")]
public sealed record ParticipantsAdmitted(IReadOnlyList<Guid> Participants) : ActEvent
{
    public override Stage Apply(Stage stage, Entry entry) => 
        stage with { Lobby = stage.Lobby with { Admitted = stage.Lobby.Admitted.Union(Participants) } };
}

/// <summary>Lets in somebody who waits; without a name everybody who waits now.</summary>
[CommandName("session.admit"), Allowed(Role.Facilitator)]
public sealed record AdmitParticipants(Guid? Participant = null) : Act;

public sealed class AdmitParticipantsHandler(Desk<SessionState> desk) : IRequestHandler<AdmitParticipants, Receipt>
{
    public Task<Receipt> Handle(AdmitParticipants command, CancellationToken ct) => desk.Act(command, Decide);

    public static Decision Decide(SessionState state, AdmitParticipants command)
    {
        var waiting = state.Participants.Values.Where(who => state.Stage.Lobby.Waits(who) && !state.Stage.Removed.Contains(who.Id))
            .Where(who => command.Participant is not { } one || who.Id == one).OrderBy(who => who.Number).Select(who => who.Id).ToList();
        return waiting.Count == 0 ? Decision.Refuse("session.nobody-waits") : Decision.Record(new ParticipantsAdmitted(waiting));
    }
}
