using MediatR;
using Participation.Journal;

namespace Participation.Sessions.Acts;

/// <summary>An item's contributions or results are open to all.</summary>
/// <param name="Closed">It takes none any more from the same moment on: one act, which one undo takes back. False: it was closed already. Left out: it stays as it was.</param>
[EventName("step.revealed")]
public sealed record StepRevealed([property: Pointer] string Item, bool? Closed = null) : ActEvent
{
    public override string? About => Item;

    public override string? How => Closed is true ? "closed" : null;

    public override Stage Apply(Stage stage, Entry entry) => stage.With(Item, step => Shown(Closed is true ? step.Lock(entry.At) : step));

    private static Step Shown(Step step) => step with { Hidden = false, Sealed = step.ClosedAt is not null };
}

/// <summary>Shows an item's contributions or results to all.</summary>
/// <param name="Close">Closes it as well: nobody votes on results that they have seen.</param>
[CommandName("step.reveal"), Allowed(Role.Facilitator)]
public sealed record RevealStep(bool? Close = null) : ItemAct;

public sealed class RevealStepHandler(Desk<SessionState> desk) : IRequestHandler<RevealStep, Receipt>
{
    public Task<Receipt> Handle(RevealStep command, CancellationToken ct) => desk.Act(command, Decide);

    /// <summary>Of a secret vote whose ballots lie in the box there is nothing to show: it is counted first.</summary>
    public static Decision Decide(SessionState state, RevealStep command) =>
        state.Stage.Steps[command.Item] is var step && !step.Hidden ? Decision.Refuse("step.not-hidden")
        : state.Scene(state.Item(command.Item)).Box is { Waits: true } ? Decision.Refuse("step.count-first")
        : Decision.Record(new StepRevealed(command.Item, command.Close is true ? !step.Locked : null));
}
