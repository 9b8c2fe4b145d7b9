using MediatR;
using Participation.Sessions.Erasing;

namespace Participation.Sessions.Joining;

/// <summary>Opens a session from a workshop, whose agenda it copies, and says until when its words are kept. Sent by the server's own pages, never by name from a client.</summary>
[Allowed(Role.Facilitator)]
public sealed record OpenSession(SessionOpened Opening, DateTimeOffset? KeepUntil = null) : SessionCommand;

public sealed class OpenSessionHandler(Desk<SessionState> desk) : IRequestHandler<OpenSession, Receipt>
{
    public Task<Receipt> Handle(OpenSession command, CancellationToken ct) => desk.Record(command, Decide);

    public static Decision Decide(SessionState state, OpenSession command) =>
        state.Opened is not null ? Decision.Refuse("session.exists")
        : command.KeepUntil is { } until ? Decision.Record(command.Opening, new RetentionSet(until))
        : Decision.Record(command.Opening);
}
