using MediatR;

namespace Participation.Sessions.Acts;

/// <summary>Opens the item before; what was given there is still there.</summary>
[CommandName("session.back"), Allowed(Role.Facilitator)]
public sealed record GoBack : Act;

public sealed class GoBackHandler(Desk<SessionState> desk) : IRequestHandler<GoBack, Receipt>
{
    public Task<Receipt> Handle(GoBack command, CancellationToken ct) => desk.Act(command, Decide);

    public static Decision Decide(SessionState state, GoBack command) =>
        state.Neighbour(-1) is { } before ? Decision.Record(new SessionAdvanced(before.Id)) : Decision.Refuse("session.first-step");
}
