using MediatR;
using Participation.Journal;

namespace Participation.Sessions.Acts;

/// <summary>The countdown stands.</summary>
[EventName("timer.paused")]
public sealed record TimerPaused : ActEvent
{
    public override Stage Apply(Stage stage, Entry entry) => stage with { Timer = stage.Timer?.Pause(entry.At) };
}

/// <summary>Makes the countdown stand.</summary>
[CommandName("timer.pause"), Allowed(Role.Facilitator)]
public sealed record PauseTimer : Act;

public sealed class PauseTimerHandler(Desk<SessionState> desk) : IRequestHandler<PauseTimer, Receipt>
{
    public Task<Receipt> Handle(PauseTimer command, CancellationToken ct) => desk.Act(command, Decide);

    public static Decision Decide(SessionState state, PauseTimer command) =>
        state.Stage.Timer is { EndsAt: not null } ? Decision.Record(new TimerPaused()) : Decision.Refuse("timer.not-running");
}
