using MediatR;
using Participation.Journal;
using Participation.Sessions;

namespace Participation.Voting;

/// <summary>A ballot was cast that is not secret: all that its voter chose on one paper. It takes the place of theirs before on that paper in the same round; without choices it takes that one back.</summary>
[EventName("ballot.cast")]
public sealed record BallotCast(string Item, [property: Pointer] string Paper, [property: Choice] IReadOnlyList<string> Choices) : ActivityEvent(Item), IBallot;

/// <summary>Casts a ballot, in whatever kind people vote; what may stand on it the kind says. A secret one is final, and without choices it abstains.</summary>
/// <param name="Paper">What is voted on; empty where one paper has everything.</param>
[CommandName("ballot.cast"), Allowed(Role.Participant, Role.Scribe, Role.Facilitator, Personal = true)]
public sealed record CastBallot([property: Pointer] string Paper, [property: Choice] IReadOnlyList<string> Choices) : ActivityCommand, IBallot;

public sealed class CastBallotHandler(Desk<SessionState> desk) : IRequestHandler<CastBallot, Receipt>
{
    public Task<Receipt> Handle(CastBallot command, CancellationToken ct) => desk.Work<CastBallot, object>(command, Decide);

    public static Decision Decide(Scene scene, object state, CastBallot command) => Ballots.Decide(scene, command);
}
