using MediatR;

namespace Participation.Sessions.Acts;

/// <summary>Opens the first item of the agenda.</summary>
[CommandName("session.start"), Allowed(Role.Facilitator)]
public sealed record StartSession : Act;

public sealed class StartSessionHandler(Desk<SessionState> desk) : IRequestHandler<StartSession, Receipt>
{
    public Task<Receipt> Handle(StartSession command, CancellationToken ct) => desk.Act(command, Decide);

    public static Decision Decide(SessionState state, StartSession command) =>
        state.Stage.Open is not null ? Decision.Refuse("session.started")
        : Decision.Record(new SessionAdvanced(state.Opened!.Agenda[0].Id));
}
