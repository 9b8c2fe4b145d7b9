using MediatR;
using Participation.Journal;

namespace Participation.Sessions.Acts;

/// <summary>The session went on to another agenda item: forward, back or by choice.</summary>
[EventName("session.advanced")]
public sealed record SessionAdvanced([property: Pointer] string Item) : ActEvent
{
    public override string? About => Item;

    public override Stage Apply(Stage stage, Entry entry) => stage.Move(Item, entry.At);
}

/// <summary>Opens the next item of the agenda.</summary>
[CommandName("session.advance"), Allowed(Role.Facilitator)]
public sealed record AdvanceSession : Act;

public sealed class AdvanceSessionHandler(Desk<SessionState> desk) : IRequestHandler<AdvanceSession, Receipt>
{
    public Task<Receipt> Handle(AdvanceSession command, CancellationToken ct) => desk.Act(command, Decide);

    public static Decision Decide(SessionState state, AdvanceSession command) =>
        state.Stage.Open is null ? Decision.Refuse("session.not-started")
        : state.Neighbour(+1) is { } next ? Decision.Record(new SessionAdvanced(next.Id))
        : Decision.Refuse("session.last-step");
}
