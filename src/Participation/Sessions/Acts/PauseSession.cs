using MediatR;
using Participation.Journal;

namespace Participation.Sessions.Acts;

/// <summary>Every device is paused.</summary>
[EventName("session.paused")]
public sealed record SessionPaused : ActEvent
{
    public override Stage Apply(Stage stage, Entry entry) => stage with { Paused = true, Timer = stage.Timer?.Hold(entry.At) };
}

/// <summary>Stops input on every device; what is on its way is kept there.</summary>
[CommandName("session.pause"), Allowed(Role.Facilitator)]
public sealed record PauseSession : Act;

public sealed class PauseSessionHandler(Desk<SessionState> desk) : IRequestHandler<PauseSession, Receipt>
{
    public Task<Receipt> Handle(PauseSession command, CancellationToken ct) => desk.Act(command, Decide);

    public static Decision Decide(SessionState state, PauseSession command) =>
        state.Stage.Paused ? Decision.Refuse("session.paused-already") : Decision.Record(new SessionPaused());
}
