using MediatR;
using Participation.Journal;
using Participation.Sessions;
using Participation.Writing;

namespace Participation.Activities.Ideas;

/// <summary>An idea was taken back, as journals held it before there was one event for all that people write.</summary>
[EventName("ideas.idea-withdrawn")]
public sealed record IdeaWithdrawn(string Item, [property: Pointer] string Contribution) : ActivityEvent(Item), ITakesBack
{
    internal ContributionWithdrawn Today => new(Item, Contribution);
}

/// <summary>Takes back one's own idea, as phones sent it before there was one command for all that people write.</summary>
[CommandName("ideas.withdraw"), Allowed(Role.Participant, Role.Scribe, Role.Facilitator, Personal = true)]
public sealed record WithdrawIdea([property: Pointer] string Contribution) : ActivityCommand;

public sealed class WithdrawIdeaHandler(Desk<SessionState> desk) : IRequestHandler<WithdrawIdea, Receipt>
{
    public Task<Receipt> Handle(WithdrawIdea command, CancellationToken ct) => desk.Work<WithdrawIdea, Contributions>(command, Decide);

    public static Decision Decide(Scene scene, Contributions state, WithdrawIdea command) =>
        WithdrawContributionHandler.Decide(scene, state, new(command.Contribution) { From = command.From, Item = command.Item });
}
