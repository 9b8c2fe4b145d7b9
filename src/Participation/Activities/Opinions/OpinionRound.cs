using System.Collections.Immutable;
using Participation.Sessions.Ballots;

namespace Participation.Activities.Opinions;

public enum Opinion { Agree, Disagree, Pass }

/// <summary>The votes of one round and, kept with each vote, their count.</summary>
/// <param name="Ballots">Each voter's last vote on each statement.</param>
/// <param name="Rows">Statements with votes, ready to be shown.</param>
public sealed record OpinionRound(
    ImmutableDictionary<Guid, ImmutableDictionary<string, Opinion>> Ballots, ImmutableDictionary<string, OpinionRow> Rows)
{
    private static readonly ImmutableDictionary<string, Opinion> NoVotes = ImmutableDictionary<string, Opinion>.Empty;

    public static readonly OpinionRound Empty =
        new(ImmutableDictionary<Guid, ImmutableDictionary<string, Opinion>>.Empty, ImmutableDictionary<string, OpinionRow>.Empty);

    private Tuple<ImmutableHashSet<Guid>, OpinionRound>? counted;

    /// <summary>The round as if those had never voted.</summary>
    internal OpinionRound Without(ImmutableHashSet<Guid> flood, OpinionsState state)
    {
        if (flood.IsEmpty || Ballots.IsEmpty) return this;
        if (counted is not { } known || !ReferenceEquals(known.Item1, flood))
        {
            counted = known = Tuple.Create(flood, Ballots.Where(ballot => !flood.Contains(ballot.Key)).SelectMany(ballot => ballot.Value, (ballot, vote) => (ballot.Key, vote))
                .Aggregate(Empty, (round, cast) => round.Vote(cast.Key, state.Find(cast.vote.Key)!, cast.vote.Value)));
        }
        return known.Item2;
    }

    internal ImmutableDictionary<string, Opinion> Of(Guid voter) => Ballots.GetValueOrDefault(voter, NoVotes);

    /// <summary>What a secret vote's box held; a statement of which nothing may be shown has no row.</summary>
    internal static OpinionRound Of(OpinionsState state, StepCounted counted) => Empty with
    {
        Rows = counted.Papers.Where(paper => paper.Marks is not null && state.Find(paper.Paper) is not null)
            .ToImmutableDictionary(paper => paper.Paper, paper => paper.Marks!.Aggregate(
                state.Find(paper.Paper)!.Blank, (row, mark) => row.Plus(OpinionMark.Read(mark.Key), mark.Value))),
    };

    internal OpinionRow Row(Statement statement) => Rows.GetValueOrDefault(statement.Given.Id, statement.Blank);

    /// <summary>The last vote of a voter on a statement counts, and no other.</summary>
    internal OpinionRound Vote(Guid voter, Statement statement, Opinion vote)
    {
        var (mine, row) = (Of(voter), Row(statement));
        if (mine.TryGetValue(statement.Given.Id, out var before)) row = row.Plus(before, -1);
        return new(Ballots.SetItem(voter, mine.SetItem(statement.Given.Id, vote)), Rows.SetItem(statement.Given.Id, row.Plus(vote, 1)));
    }
}
