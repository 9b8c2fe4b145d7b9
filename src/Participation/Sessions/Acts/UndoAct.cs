using MediatR;
using Participation.Journal;

namespace Participation.Sessions.Acts;

/// <summary>The last act was taken back: the stage is as it was before it.</summary>
[EventName("session.act-undone")]
public sealed record ActUndone(long Act) : Event;

/// <summary>What somebody did in a step with their own hand was taken back, by its inverse. Nothing else changed.</summary>
[EventName("step.act-undone")]
public sealed record DeedUndone(string Item, long Act) : ActivityEvent(Item);

/// <summary>Takes back one's own last deed or the last act on the stage, named by its entry: of two who press at once, one is taken back and not two.</summary>
[CommandName("session.undo"), Allowed(Role.Facilitator)]
public sealed record UndoAct(long Act) : SessionCommand;

public sealed class UndoActHandler(Desk<SessionState> desk) : IRequestHandler<UndoAct, Receipt>
{
    public Task<Receipt> Handle(UndoAct command, CancellationToken ct) => desk.Record(command, Decide);

    public static Decision Decide(SessionState state, UndoAct command) =>
        state.Deeds.Find(command.From.Id, command.Act) is { } deed ? Own(state, deed, command.From.Id)
        : state.Acts.IsEmpty ? Decision.Refuse("session.nothing-to-undo")
        : state.Acts.Peek().Act != command.Act ? Decision.Refuse("session.stale")
        : state.ThrowsBack(state.Acts.Peek()) ? Decision.Refuse("session.worked-since")
        : Decision.Record(new ActUndone(command.Act));

    /// <summary>What others have changed since stays as they left it.</summary>
    private static Decision Own(SessionState state, Deed deed, Guid by) =>
        state.Stage.Closed ? Decision.Refuse("session.closed")
        : !state.MayUndo(deed, by) ? Decision.Refuse("session.changed-since", state.NameOf(deed).Item)
        : state.LastOf(by) != deed ? Decision.Refuse("session.stale")
        : Decision.Record(new DeedUndone(deed.Item, deed.Act));
}
