using System.Collections.Immutable;
using Participation.Sessions;

namespace Participation.Voting;

/// <summary>What everybody may know of a secret vote's round: who has voted on which paper, and, once it was counted, what was counted.</summary>
/// <param name="Voted">By paper.</param>
public sealed record BallotBox(ImmutableDictionary<string, ImmutableHashSet<Guid>> Voted, ImmutableHashSet<Guid> Voters, int Ballots, StepCounted? Counted)
{
    public static readonly BallotBox Empty = new(ImmutableDictionary<string, ImmutableHashSet<Guid>>.Empty, [], 0, null);

    /// <summary>Ballots lie in it.</summary>
    public bool Waits => Ballots > 0 && Counted is null;

    /// <summary>It was counted, and something of it may be shown.</summary>
    public bool Shown => Counted?.Papers.Any(paper => paper.Marks is not null) == true;

    public static BallotBox Of(SessionState state, string item, long round) => state.Boxes.GetValueOrDefault((item, round), Empty);

    public bool Has(Guid voter, string paper = "") => Voted.TryGetValue(paper, out var voters) && voters.Contains(voter);

    public BallotBox Add(Guid voter, string paper) => this with
    {
        Voted = Voted.SetItem(paper, Voted.GetValueOrDefault(paper, []).Add(voter)), Voters = Voters.Add(voter), Ballots = Ballots + 1,
    };

    /// <summary>What was counted on a paper; null while nothing was.</summary>
    public Counted? On(string paper = "") => Counted?.Papers.FirstOrDefault(counted => counted.Paper == paper);
}
