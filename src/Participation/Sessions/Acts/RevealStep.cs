using MediatR;
using Participation.Journal;

namespace Participation.Sessions.Acts;

/// <summary>An item's contributions or results are open to all.</summary>
[EventName("step.revealed")]
public sealed record StepRevealed(string Item) : ActEvent
{
    public override string? About => Item;

    public override Stage Apply(Stage stage, Entry entry) => stage.With(Item, step => step with { Hidden = false, Sealed = step.ClosedAt is not null });
}

/// <summary>Shows an item's contributions or results to all.</summary>
[CommandName("step.reveal"), Allowed(Role.Facilitator)]
public sealed record RevealStep : ItemAct;

public sealed class RevealStepHandler(SessionDesk desk) : IRequestHandler<RevealStep, Receipt>
{
    public Task<Receipt> Handle(RevealStep command, CancellationToken ct) => desk.Act(command, Decide);

    public static Decision Decide(SessionState state, RevealStep command) =>
        state.Stage.Steps[command.Item].Hidden ? Decision.Record(new StepRevealed(command.Item)) : Decision.Refuse("step.not-hidden");
}
