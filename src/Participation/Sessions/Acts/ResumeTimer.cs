using MediatR;
using Participation.Journal;

namespace Participation.Sessions.Acts;

/// <summary>The countdown goes on.</summary>
[EventName("timer.resumed")]
public sealed record TimerResumed : ActEvent
{
    public override Stage Apply(Stage stage, Entry entry) => stage with { Timer = stage.Timer?.Resume(entry.At) };
}

/// <summary>Lets the countdown go on.</summary>
[CommandName("timer.resume"), Allowed(Role.Facilitator)]
public sealed record ResumeTimer : Act;

public sealed class ResumeTimerHandler(Desk<SessionState> desk) : IRequestHandler<ResumeTimer, Receipt>
{
    public Task<Receipt> Handle(ResumeTimer command, CancellationToken ct) => desk.Act(command, Decide);

    public static Decision Decide(SessionState state, ResumeTimer command) =>
        state.Stage.Timer is { Left: not null } ? Decision.Record(new TimerResumed()) : Decision.Refuse("timer.not-paused");
}
