using System.Collections.Immutable;

namespace Participation.Voting;

/// <summary>
/// The ballots of one round and, kept with each of them, their tallies. A ballot is all that somebody chose on one paper, choice by choice; their
/// last one counts. What a secret vote published is a round too, in which nobody's ballot is known.
/// </summary>
/// <param name="Ballots">By voter and paper; none of them empty.</param>
/// <param name="Tallies">By paper; a paper on which nothing was cast, or of which nothing may be shown, has none.</param>
public sealed record Round(ImmutableDictionary<Guid, ImmutableDictionary<string, IReadOnlyList<string>>> Ballots, ImmutableDictionary<string, Tally> Tallies)
{
    private static readonly ImmutableDictionary<string, IReadOnlyList<string>> Nothing = ImmutableDictionary<string, IReadOnlyList<string>>.Empty;

    public static readonly Round Empty = new(ImmutableDictionary<Guid, ImmutableDictionary<string, IReadOnlyList<string>>>.Empty, ImmutableDictionary<string, Tally>.Empty);

    private Tuple<ImmutableHashSet<Guid>, Round>? counted;

    /// <summary>Where the vote is split, the group of whoever cast a ballot as it was then, by voter and paper; null: it is not split.</summary>
    public ImmutableDictionary<(Guid Voter, string Paper), string>? Strata { get; init; }

    /// <summary>Every ballot.</summary>
    internal IEnumerable<(Guid Voter, string Paper, IReadOnlyList<string> Choices)> All =>
        Ballots.SelectMany(ballots => ballots.Value, (ballots, ballot) => (ballots.Key, ballot.Key, ballot.Value));

    /// <summary>What the box of a secret vote held.</summary>
    internal static Round Of(StepCounted counted) => Empty with
    {
        Tallies = counted.Papers.Where(paper => paper.Marks is not null)
            .ToImmutableDictionary(paper => paper.Paper, paper => paper.Marks!.Aggregate(Tally.None, (tally, mark) => tally.Plus(mark.Key, mark.Value))),
    };

    /// <summary>What this person chose, by paper.</summary>
    internal ImmutableDictionary<string, IReadOnlyList<string>> Of(Guid voter) => Ballots.GetValueOrDefault(voter, Nothing);

    internal Tally On(string paper) => Tallies.GetValueOrDefault(paper, Tally.None);

    /// <summary>A ballot takes the place of the voter's ballot before on the same paper; an empty one takes it back.</summary>
    /// <param name="stratum">The voter's group; null where the vote is not split.</param>
    internal Round Cast(Guid voter, string paper, IReadOnlyList<string> choices, string? stratum = null)
    {
        var (mine, tally) = (Of(voter), On(paper));
        foreach (var before in mine.GetValueOrDefault(paper, [])) tally = tally.Plus(before, -1);
        foreach (var choice in choices) tally = tally.Plus(choice, 1);
        if (Tallies.TryGetKey(paper, out var known)) paper = known;
        mine = choices.Count == 0 ? mine.Remove(paper) : mine.SetItem(paper, tally.Known(choices));
        return new(mine.IsEmpty ? Ballots.Remove(voter) : Ballots.SetItem(voter, mine), Tallies.SetItem(paper, tally))
        {
            Strata = choices.Count == 0 ? Strata?.Remove((voter, paper)) : stratum is null ? Strata : (Strata ?? ImmutableDictionary<(Guid, string), string>.Empty).SetItem((voter, paper), stratum),
        };
    }

    /// <summary>The round as if those had never voted.</summary>
    internal Round Without(ImmutableHashSet<Guid> flood)
    {
        if (flood.IsEmpty || Ballots.IsEmpty) return this;
        if (counted is not { } known || !ReferenceEquals(known.Item1, flood))
        {
            counted = known = Tuple.Create(flood, All.Where(ballot => !flood.Contains(ballot.Voter))
                .Aggregate(Empty, (round, ballot) => round.Cast(ballot.Voter, ballot.Paper, ballot.Choices, Strata?.GetValueOrDefault((ballot.Voter, ballot.Paper)))));
        }
        return known.Item2;
    }
}
