using Participation.Sessions;

namespace Participation.Voting;

/// <summary>The papers of a vote: one for everything, or one for each contribution.</summary>
public abstract record Papers
{
    /// <summary>What stands in place of a paper's name where there is one for everything.</summary>
    public const string Whole = "";

    public static Papers One { get; } = new OnePaper();

    /// <param name="find">The contribution under an id; null: there is none.</param>
    public static Papers Each(Func<string, Contribution?> find) => new PaperForEach(find);

    /// <summary>Each is of a contribution, so that whatever is given is voted on.</summary>
    internal abstract bool AreOfContributions { get; }

    /// <summary>Whether there is such a paper, be it shown now or not: a ballot on any other was never one.</summary>
    internal abstract bool Has(string paper);

    /// <summary>Why nobody can vote on it now; null when they can.</summary>
    internal abstract Refusal? Refuses(Scene scene, string paper);

    private sealed record OnePaper : Papers
    {
        internal override bool AreOfContributions => false;

        internal override bool Has(string paper) => paper == Whole;

        internal override Refusal? Refuses(Scene scene, string paper) => Has(paper) ? null : new("ballot.unknown", Detail: paper);
    }

    private sealed record PaperForEach(Func<string, Contribution?> Find) : Papers
    {
        internal override bool AreOfContributions => true;

        internal override bool Has(string paper) => Find(paper) is not null;

        internal override Refusal? Refuses(Scene scene, string paper) =>
            Find(paper) is not { } given ? new("ballot.unknown", Detail: paper)
            : scene.StatusOf(given) != ContributionStatus.Shown ? new("ballot.not-shown", Detail: paper)
            : null;
    }
}
