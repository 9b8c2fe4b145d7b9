using MediatR;
using Participation.Journal;

namespace Participation.Sessions.Acts;

/// <summary>The countdown is gone.</summary>
[EventName("timer.stopped")]
public sealed record TimerStopped : ActEvent
{
    public override Stage Apply(Stage stage, Entry entry) => stage with { Timer = null };
}

/// <summary>Takes the countdown off every screen.</summary>
[CommandName("timer.stop"), Allowed(Role.Facilitator)]
public sealed record StopTimer : Act;

public sealed class StopTimerHandler(Desk<SessionState> desk) : IRequestHandler<StopTimer, Receipt>
{
    public Task<Receipt> Handle(StopTimer command, CancellationToken ct) => desk.Act(command, Decide);

    public static Decision Decide(SessionState state, StopTimer command) =>
        state.Stage.Timer is null ? Decision.Refuse("timer.none") : Decision.Record(new TimerStopped());
}
