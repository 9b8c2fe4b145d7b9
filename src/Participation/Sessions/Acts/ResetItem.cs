using MediatR;
using Participation.Journal;

namespace Participation.Sessions.Acts;

/// <summary>An item begins anew; what was given before is put aside, never deleted.</summary>
/// <param name="Hidden">Whether it is hidden from here on. Left out, as before this was said: it stays as it was.</param>
[EventName("step.was-reset")]
public sealed record ItemReset([property: Pointer] string Item, bool? Hidden = null) : ActEvent
{
    public override string? About => Item;

    public override Stage Apply(Stage stage, Entry entry) => stage.With(Item, step => step with
    {
        Since = entry.Number, Rounds = [entry.Number], Hidden = Hidden ?? step.Hidden, Locked = false, ClosedAt = null, Sealed = false,
    });
}

/// <summary>Begins an item anew, hidden where it began so or was hidden since. To take it back brings everything back.</summary>
[CommandName("step.reset"), Allowed(Role.Facilitator)]
public sealed record ResetItem : ItemAct;

public sealed class ResetItemHandler(Desk<SessionState> desk) : IRequestHandler<ResetItem, Receipt>
{
    public Task<Receipt> Handle(ResetItem command, CancellationToken ct) => desk.Act(command, Decide);

    public static Decision Decide(SessionState state, ResetItem command) =>
        state.Item(command.Item) is var item && item.Continues is not null ? Decision.Refuse("step.continues")
        : Decision.Record(new ItemReset(command.Item, item.Hidden || state.Stage.Steps[item.Id].Hidden));
}
