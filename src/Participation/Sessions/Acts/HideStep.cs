using MediatR;
using Participation.Journal;

namespace Participation.Sessions.Acts;

/// <summary>An item's contributions or results are hidden from participants and projector.</summary>
[EventName("step.hidden")]
public sealed record StepHidden([property: Pointer] string Item) : ActEvent
{
    public override string? About => Item;

    public override Stage Apply(Stage stage, Entry entry) => stage.With(Item, step => step with { Hidden = true });
}

/// <summary>Hides an item's contributions or results.</summary>
[CommandName("step.hide"), Allowed(Role.Facilitator)]
public sealed record HideStep : ItemAct;

public sealed class HideStepHandler(Desk<SessionState> desk) : IRequestHandler<HideStep, Receipt>
{
    public Task<Receipt> Handle(HideStep command, CancellationToken ct) => desk.Act(command, Decide);

    public static Decision Decide(SessionState state, HideStep command) =>
        state.Stage.Steps[command.Item].Hidden ? Decision.Refuse("step.hidden-already") : Decision.Record(new StepHidden(command.Item));
}
