using MediatR;
using Participation.Journal;

namespace Participation.Sessions.Acts;

/// <summary>An item is held once more; the rounds before stay to compare.</summary>
[EventName("step.round-begun")]
public sealed record RoundBegun([property: Pointer] string Item, bool Hidden) : ActEvent
{
    public override string? About => Item;

    public override Stage Apply(Stage stage, Entry entry) => stage.With(Item, step => step with { Rounds = step.Rounds.Add(entry.Number), Hidden = Hidden, Locked = false, ClosedAt = null, Sealed = false });
}

/// <summary>Holds an item once more, hidden where it began so or was hidden since: what a facilitator hid no new round shows.</summary>
[CommandName("step.new-round"), Allowed(Role.Facilitator)]
public sealed record NewRound : ItemAct;

public sealed class NewRoundHandler(Desk<SessionState> desk) : IRequestHandler<NewRound, Receipt>
{
    public Task<Receipt> Handle(NewRound command, CancellationToken ct) => desk.Act(command, Decide);

    public static Decision Decide(SessionState state, NewRound command) =>
        state.Item(command.Item) is var item && state.Scene(item).Box is { Waits: true } ? Decision.Refuse("step.not-counted")
        : state.Scene(item).Vote is not null
            ? Decision.Record(new RoundBegun(item.Id, item.Hidden || state.Stage.Steps[item.Id].Hidden))
            : Decision.Refuse("step.no-rounds");
}
