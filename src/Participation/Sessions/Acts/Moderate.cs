using MediatR;
using Participation.Journal;

namespace Participation.Sessions.Acts;

/// <summary>Contributions to an item wait for approval (before), are looked through later (after), or neither (off).</summary>
[EventName("step.moderation-set")]
public sealed record ModerationSet([property: Pointer] string Item, Moderation Moderation) : ActEvent
{
    public override string? About => Item;

    public override Stage Apply(Stage stage, Entry entry) => stage.With(Item, step => step with { Moderation = Moderation });
}

/// <summary>Sets how an item is moderated. What was given before keeps its state.</summary>
[CommandName("step.moderate"), Allowed(Role.Facilitator)]
public sealed record Moderate(Moderation Moderation) : ItemAct;

public sealed class ModerateHandler(Desk<SessionState> desk) : IRequestHandler<Moderate, Receipt>
{
    public Task<Receipt> Handle(Moderate command, CancellationToken ct) => desk.Act(command, Decide);

    public static Decision Decide(SessionState state, Moderate command) =>
        state.Scene(state.Item(command.Item)) is var scene && !scene.Parts.MayWait(scene) ? Decision.Refuse("step.no-moderation")
        : state.Stage.Steps[command.Item].Moderation == command.Moderation ? Decision.Refuse("step.moderated-already")
        : Decision.Record(new ModerationSet(command.Item, command.Moderation));
}
