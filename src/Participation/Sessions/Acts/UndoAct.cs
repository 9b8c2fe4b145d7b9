using MediatR;
using Participation.Journal;

namespace Participation.Sessions.Acts;

/// <summary>The last act was taken back: the stage is as it was before it.</summary>
[EventName("session.act-undone")]
public sealed record ActUndone(long Act) : Event;

/// <summary>Takes back the last act, named by its entry: of two who press at once, one act is taken back and not two.</summary>
[CommandName("session.undo"), Allowed(Role.Facilitator)]
public sealed record UndoAct(long Act) : SessionCommand;

public sealed class UndoActHandler(Desk<SessionState> desk) : IRequestHandler<UndoAct, Receipt>
{
    public Task<Receipt> Handle(UndoAct command, CancellationToken ct) => desk.Record(command, Decide);

    public static Decision Decide(SessionState state, UndoAct command) =>
        state.Acts.IsEmpty ? Decision.Refuse("session.nothing-to-undo")
        : state.Acts.Peek().Act != command.Act ? Decision.Refuse("session.stale")
        : state.ThrowsBack(state.Acts.Peek()) ? Decision.Refuse("session.worked-since")
        : Decision.Record(new ActUndone(command.Act));
}
