using MediatR;
using Participation.Journal;
using Participation.Sessions;
using Participation.Voting;

namespace Participation.Activities.DotVote;

/// <summary>How a ballot was journaled before all kinds had one: dots by option, only those that have some.</summary>
[EventName("dot-vote.dots-cast")]
public sealed record DotsCast(string Item, [property: Pointer] IReadOnlyDictionary<string, int> Dots) : ActivityEvent(Item), IBallot
{
    string IBallot.Paper => Papers.Whole;

    IReadOnlyList<string> IBallot.Choices => Amounts.Choices(Dots);
}

/// <summary>How phones asked for one: those that were away still do.</summary>
[CommandName("dot-vote.cast"), Allowed(Role.Participant, Role.Scribe, Role.Facilitator, Personal = true)]
public sealed record CastDots([property: Pointer] IReadOnlyDictionary<string, int> Dots) : ActivityCommand, IBallot
{
    string IBallot.Paper => Papers.Whole;

    IReadOnlyList<string> IBallot.Choices => Amounts.Choices(Dots ?? new Dictionary<string, int> { [""] = 1 });
}

public sealed class CastDotsHandler(Desk<SessionState> desk) : IRequestHandler<CastDots, Receipt>
{
    public Task<Receipt> Handle(CastDots command, CancellationToken ct) => desk.Work<CastDots, Nothing>(command, Decide);

    public static Decision Decide(Scene scene, Nothing state, CastDots command) => Ballots.Decide(scene, command);
}
