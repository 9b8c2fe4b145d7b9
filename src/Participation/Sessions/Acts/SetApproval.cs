using MediatR;
using Participation.Journal;

namespace Participation.Sessions.Acts;

/// <summary>From now on who comes in waits to be admitted, or comes straight in.</summary>
[EventName("session.approval-set")]
public sealed record ApprovalSet(bool On) : ActEvent
{
    public override Stage Apply(Stage stage, Entry entry) => stage with { Lobby = stage.Lobby with { Approves = On } };
}

/// <summary>Has people wait until they are admitted, or lets in who waits and who comes.</summary>
[CommandName("session.approve"), Allowed(Role.Facilitator)]
public sealed record SetApproval(bool On) : Act;

public sealed class SetApprovalHandler(Desk<SessionState> desk) : IRequestHandler<SetApproval, Receipt>
{
    public Task<Receipt> Handle(SetApproval command, CancellationToken ct) => desk.Act(command, Decide);

    public static Decision Decide(SessionState state, SetApproval command) =>
        state.Stage.Lobby.Approves == command.On ? Decision.Refuse("session.approval-already") : Decision.Record(new ApprovalSet(command.On));
}
