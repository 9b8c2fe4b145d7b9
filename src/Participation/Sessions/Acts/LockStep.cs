using MediatR;
using Participation.Journal;

namespace Participation.Sessions.Acts;

/// <summary>An item takes no contributions any more.</summary>
[EventName("step.locked")]
public sealed record StepLocked([property: Pointer] string Item) : ActEvent
{
    public override string? About => Item;

    public override Stage Apply(Stage stage, Entry entry) => stage.With(Item, step => step.Lock(entry.At));
}

/// <summary>Stops contributions to an item; those already on their way have a moment of grace.</summary>
[CommandName("step.lock"), Allowed(Role.Facilitator)]
public sealed record LockStep : ItemAct;

public sealed class LockStepHandler(Desk<SessionState> desk) : IRequestHandler<LockStep, Receipt>
{
    public Task<Receipt> Handle(LockStep command, CancellationToken ct) => desk.Act(command, Decide);

    public static Decision Decide(SessionState state, LockStep command) =>
        state.Stage.Steps[command.Item].Locked ? Decision.Refuse("step.locked-already") : Decision.Record(new StepLocked(command.Item));
}
