using MediatR;
using Participation.Journal;

namespace Participation.Sessions.Acts;

/// <summary>The devices go on.</summary>
[EventName("session.resumed")]
public sealed record SessionResumed : ActEvent
{
    public override Stage Apply(Stage stage, Entry entry) => stage with
    {
        Paused = false, Timer = stage.Timer is { Held: true } held ? held.Resume(entry.At) : stage.Timer,
    };
}

/// <summary>Lets every device go on, and with them the timer that they stopped.</summary>
[CommandName("session.resume"), Allowed(Role.Facilitator)]
public sealed record ResumeSession : Act;

public sealed class ResumeSessionHandler(Desk<SessionState> desk) : IRequestHandler<ResumeSession, Receipt>
{
    public Task<Receipt> Handle(ResumeSession command, CancellationToken ct) => desk.Act(command, Decide);

    public static Decision Decide(SessionState state, ResumeSession command) =>
        state.Stage.Paused ? Decision.Record(new SessionResumed()) : Decision.Refuse("session.not-paused");
}
