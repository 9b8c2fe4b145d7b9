namespace Participation.Voting;

/// <summary>The settings of a kind in which people vote, open or secret. They come with the session's first entry, and nothing changes them after it.</summary>
public interface ISecretBallots
{
    /// <summary>Nobody learns who chose what, now or later.</summary>
    bool Secret { get; }

    /// <summary>Of a secret vote with fewer ballots nothing is shown.</summary>
    int Fewest { get; }
}
