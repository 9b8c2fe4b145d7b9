using MediatR;
using Participation.Journal;

namespace Participation.Sessions.Acts;

/// <summary>The devices go on.</summary>
[EventName("session.resumed")]
public sealed record SessionResumed : ActEvent
{
    public override Stage Apply(Stage stage, Entry entry) => stage with { Paused = false };
}

/// <summary>Lets every device go on. A timer that was paused with them waits for the facilitator.</summary>
[CommandName("session.resume"), Allowed(Role.Facilitator)]
public sealed record ResumeSession : Act;

public sealed class ResumeSessionHandler(SessionDesk desk) : IRequestHandler<ResumeSession, Receipt>
{
    public Task<Receipt> Handle(ResumeSession command, CancellationToken ct) => desk.Act(command, Decide);

    public static Decision Decide(SessionState state, ResumeSession command) =>
        state.Stage.Paused ? Decision.Record(new SessionResumed()) : Decision.Refuse("session.not-paused");
}
