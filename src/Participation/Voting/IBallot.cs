using Participation.Sessions;

namespace Participation.Voting;

/// <summary>What somebody chose on one paper, whether asked for now or journaled long ago, and under whatever name.</summary>
public interface IBallot
{
    string Paper { get; }

    /// <summary>In the words of the kind.</summary>
    IReadOnlyList<string> Choices { get; }
}

/// <summary>The one place where a ballot is decided.</summary>
public static class Ballots
{
    /// <summary>Only a seat in the room has a ballot: facilitator and scribe fill one in for somebody. What may stand on it the kind says; a secret one goes into the box.</summary>
    public static Decision Decide<TBallot>(Scene scene, TBallot ballot) where TBallot : ActivityCommand, IBallot
    {
        var (paper, choices) = (ballot.Paper ?? "", ballot.Choices ?? []);
        if (!scene.Session.Participants.ContainsKey(ballot.From.Id)) return Decision.Refuse("ballot.participants-only");
        if (scene.Vote is not { } vote) return Decision.Refuse("session.unknown-item", ballot.Item);
        return vote.Refuses(scene, paper, choices) is { } refused ? new Decision([], refused)
            : scene.Secret is null ? Decision.Record(new BallotCast(ballot.Item, paper, choices))
            : SecretBallots.Cast(scene, ballot, paper, choices);
    }
}
