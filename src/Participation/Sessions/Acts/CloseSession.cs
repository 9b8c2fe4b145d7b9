using MediatR;
using Participation.Journal;
using Participation.Voting;

namespace Participation.Sessions.Acts;

/// <summary>The session is over: its code opens nothing any more.</summary>
[EventName("session.closed")]
public sealed record SessionClosed : ActEvent
{
    public override Stage Apply(Stage stage, Entry entry) =>
        (stage.Open is { } open ? stage.With(open, step => step.Leave(entry.At)) : stage) with { ClosedAt = entry.At, Timer = null };
}

/// <summary>Ends the session. Reports stay; so does everything that was given.</summary>
[CommandName("session.close"), Allowed(Role.Facilitator)]
public sealed record CloseSession : Act;

public sealed class CloseSessionHandler(Desk<SessionState> desk) : IRequestHandler<CloseSession, Receipt>
{
    public Task<Receipt> Handle(CloseSession command, CancellationToken ct) => desk.Act(command, Decide);

    /// <summary>What was voted before a reset is in no file from here on: no count leads to it, and a copy would show it.</summary>
    public static Decision Decide(SessionState state, CloseSession command) =>
        Unread.Emptied(state, Unread.Aside(state), Decision.Record(new SessionClosed()));
}
