using MediatR;
using Participation.Journal;
using Participation.Sessions;

namespace Participation.Writing;

/// <summary>Its author took a contribution back. It stays in the journal and in the report's annex, as withdrawn.</summary>
[EventName("contribution.withdrawn")]
public sealed record ContributionWithdrawn(string Item, [property: Pointer] string Contribution) : ActivityEvent(Item), IDeed, ITakesBack;

/// <summary>Takes back one's own contribution.</summary>
[CommandName("contribution.withdraw"), Allowed(Role.Participant, Role.Scribe, Role.Facilitator, Personal = true)]
public sealed record WithdrawContribution([property: Pointer] string Contribution) : ActivityCommand;

public sealed class WithdrawContributionHandler(Desk<SessionState> desk) : IRequestHandler<WithdrawContribution, Receipt>
{
    public Task<Receipt> Handle(WithdrawContribution command, CancellationToken ct) => desk.Work<WithdrawContribution, object>(command, Decide);

    /// <summary>Somebody else's and one that does not exist get the same answer.</summary>
    public static Decision Decide(Scene scene, object state, WithdrawContribution command) => Writings.On(scene, (_, written) =>
        written.Own(command.Contribution, command.From.Id) is not null
            ? Decision.Record(new ContributionWithdrawn(command.Item, command.Contribution))
            : Decision.Refuse("contribution.unknown", command.Contribution));
}
