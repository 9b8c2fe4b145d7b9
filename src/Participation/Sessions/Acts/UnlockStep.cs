using MediatR;
using Participation.Journal;

namespace Participation.Sessions.Acts;

/// <summary>An item takes contributions again.</summary>
[EventName("step.unlocked")]
public sealed record StepUnlocked([property: Pointer] string Item) : ActEvent
{
    public override string? About => Item;

    public override Stage Apply(Stage stage, Entry entry) => stage.With(Item, step => stage.Open == Item
        ? step with { Locked = false, ClosedAt = null, Sealed = false }
        : step with { Locked = false });
}

/// <summary>Lets an item take contributions again.</summary>
[CommandName("step.unlock"), Allowed(Role.Facilitator)]
public sealed record UnlockStep : ItemAct;

public sealed class UnlockStepHandler(Desk<SessionState> desk) : IRequestHandler<UnlockStep, Receipt>
{
    public Task<Receipt> Handle(UnlockStep command, CancellationToken ct) => desk.Act(command, Decide);

    public static Decision Decide(SessionState state, UnlockStep command) =>
        state.Stage.Steps[command.Item].Locked ? Decision.Record(new StepUnlocked(command.Item)) : Decision.Refuse("step.not-locked");
}
