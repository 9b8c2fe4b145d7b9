using MediatR;

namespace Participation.Sessions.Joining;

/// <summary>Opens a session from a workshop, whose agenda it copies. Sent by the server's own pages, never by name from a client.</summary>
[Allowed(Role.Facilitator)]
public sealed record OpenSession(SessionOpened Opening) : SessionCommand;

public sealed class OpenSessionHandler(SessionDesk desk) : IRequestHandler<OpenSession, Receipt>
{
    public Task<Receipt> Handle(OpenSession command, CancellationToken ct) => desk.Record(command, Decide);

    public static Decision Decide(SessionState state, OpenSession command) =>
        state.Opened is not null ? Decision.Refuse("session.exists") : Decision.Record(command.Opening);
}
