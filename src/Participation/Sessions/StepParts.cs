using System.Collections.Immutable;
using Participation.Texts;
using Participation.Voting;
using Participation.Writing;

namespace Participation.Sessions;

/// <summary>What a step has, as it stands. A kind says what is its own; what follows from it is the same in every kind, and stands here once.</summary>
public sealed record StepParts
{
    public static readonly StepParts None = new();

    /// <summary>How people vote: the house takes, keeps and counts their ballots. Whoever votes may vote again in another round, to compare.</summary>
    public Vote? Vote { get; init; }

    /// <summary>Into which form people write, and all that they wrote.</summary>
    public Writings? Writings { get; init; }

    /// <summary>Every contribution given here that was not written into a form, whatever its status, in order.</summary>
    public IEnumerable<Contribution> Gives { get; init; } = [];

    /// <summary>Those who did something here, where they neither vote nor write.</summary>
    public ImmutableHashSet<Guid> Hands { get; init; } = [];

    /// <summary>How it is printed. Null where people only look: nobody gives anything, and there is no chapter.</summary>
    public Func<Words, ISection>? Section { get; init; }

    /// <summary>People give something here.</summary>
    public bool Takes => Section is not null;

    internal IEnumerable<Contribution> Given => Writings?.Written.All ?? Gives;

    /// <summary>How many different people have given something here; of a vote, how many voted in the round that runs.</summary>
    internal int Answered(Scene scene) => Vote is not null ? scene.Tallies.Voters
        : Writings is { Written.Authors: var authors } ? scene.WithoutFlood(authors.Count, authors.ContainsKey)
        : scene.WithoutFlood(Hands.Count, Hands.Contains);

    /// <summary>Weight by contribution, from votes held here.</summary>
    internal IReadOnlyDictionary<string, int> Weights(Scene scene) => Vote?.Rule.Weights(scene.Tallies.Running.Tallies) ?? ImmutableDictionary<string, int>.Empty;

    /// <summary>Whether words that people give here may wait until a facilitator has read them; elsewhere moderation decides nothing.</summary>
    internal bool MayWait(Scene scene) => Writings is not null || scene.AnySettings is ITakesWords { TakesWords: true };

    /// <summary>An event changes what other participants have of their own too, not only its author: everybody may vote on what was given.</summary>
    internal bool ConcernsAll(Journal.Event happened) => happened is ContributionGiven && Vote is { Papers.AreOfContributions: true };
}

/// <summary>Settings of a kind in which people may give words of their own without a form.</summary>
public interface ITakesWords
{
    bool TakesWords { get; }
}
