using MediatR;

namespace Participation.Sessions.Acts;

/// <summary>Opens any item of the agenda.</summary>
[CommandName("session.open-item"), Allowed(Role.Facilitator)]
public sealed record OpenItem : ItemAct;

public sealed class OpenItemHandler(Desk<SessionState> desk) : IRequestHandler<OpenItem, Receipt>
{
    public Task<Receipt> Handle(OpenItem command, CancellationToken ct) => desk.Act(command, Decide);

    public static Decision Decide(SessionState state, OpenItem command) =>
        state.Stage.Open == command.Item ? Decision.Refuse("session.item-open") : Decision.Record(new SessionAdvanced(command.Item));
}
