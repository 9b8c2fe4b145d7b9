using MediatR;
using Participation.Journal;
using Participation.Sessions;

namespace Participation.Activities.Ideas;

/// <summary>Its author took an idea back. It stays in the journal and in the report's annex, as withdrawn.</summary>
[EventName("ideas.idea-withdrawn")]
public sealed record IdeaWithdrawn(string Item, [property: Pointer] string Contribution) : ActivityEvent(Item);

/// <summary>Takes back one's own idea.</summary>
[CommandName("ideas.withdraw"), Allowed(Role.Participant, Role.Scribe, Role.Facilitator, Personal = true)]
public sealed record WithdrawIdea([property: Pointer] string Contribution) : ActivityCommand;

public sealed class WithdrawIdeaHandler(Desk<SessionState> desk) : IRequestHandler<WithdrawIdea, Receipt>
{
    public Task<Receipt> Handle(WithdrawIdea command, CancellationToken ct) => desk.Work<WithdrawIdea, IdeasState>(command, Decide);

    /// <summary>Somebody else's idea and one that does not exist get the same answer.</summary>
    public static Decision Decide(Scene scene, IdeasState state, WithdrawIdea command) =>
        state.Find(command.Contribution) is >= 0 and var at && state.Ideas[at] is { Withdrawn: false } idea && idea.By == command.From.Id
            ? Decision.Record(new IdeaWithdrawn(command.Item, command.Contribution))
            : Decision.Refuse("contribution.unknown", command.Contribution);
}
