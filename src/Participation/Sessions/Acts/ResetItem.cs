using MediatR;
using Participation.Journal;

namespace Participation.Sessions.Acts;

/// <summary>An item begins anew; what was given before is put aside, never deleted.</summary>
[EventName("step.was-reset")]
public sealed record ItemReset(string Item) : ActEvent
{
    public override string? About => Item;

    public override Stage Apply(Stage stage, Entry entry) => stage.With(Item, step => step with { Since = entry.Number, Rounds = [entry.Number], Locked = false, ClosedAt = null });
}

/// <summary>Begins an item anew. To take it back brings everything back.</summary>
[CommandName("step.reset"), Allowed(Role.Facilitator)]
public sealed record ResetItem : ItemAct;

public sealed class ResetItemHandler(SessionDesk desk) : IRequestHandler<ResetItem, Receipt>
{
    public Task<Receipt> Handle(ResetItem command, CancellationToken ct) => desk.Act(command, Decide);

    public static Decision Decide(SessionState state, ResetItem command) =>
        state.Item(command.Item).Continues is not null ? Decision.Refuse("step.continues") : Decision.Record(new ItemReset(command.Item));
}
