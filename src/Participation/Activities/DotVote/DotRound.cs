using System.Collections.Immutable;

namespace Participation.Activities.DotVote;

/// <summary>The ballots of one round and, kept with each ballot, their count.</summary>
/// <param name="Ballots">Each voter's last ballot: dots by option, none of them 0.</param>
/// <param name="Dots">By option.</param>
/// <param name="Voters">By option: how many different people gave it a dot.</param>
public sealed record DotRound(
    ImmutableDictionary<Guid, ImmutableDictionary<string, int>> Ballots, ImmutableDictionary<string, int> Dots, ImmutableDictionary<string, int> Voters)
{
    private static readonly ImmutableDictionary<string, int> None = ImmutableDictionary<string, int>.Empty;

    public static readonly DotRound Empty = new(ImmutableDictionary<Guid, ImmutableDictionary<string, int>>.Empty, None, None);

    /// <summary>How many cast a ballot; of a secret vote, in which nobody's ballot is known, as it was counted.</summary>
    public int Turnout { get; init; } = Ballots.Count;

    /// <summary>What a secret vote's box held: how often each option got so many dots.</summary>
    internal static DotRound Of(int ballots, IReadOnlyDictionary<string, int> marks)
    {
        var (dots, voters) = (None.ToBuilder(), None.ToBuilder());
        foreach (var (mark, times) in marks)
        {
            var (option, n) = DotMark.Read(mark);
            dots[option] = dots.GetValueOrDefault(option) + (n * times);
            voters[option] = voters.GetValueOrDefault(option) + times;
        }
        return Empty with { Dots = dots.ToImmutable(), Voters = voters.ToImmutable(), Turnout = ballots };
    }

    private Tuple<ImmutableHashSet<Guid>, DotRound>? counted;

    /// <summary>The round as if those had never voted.</summary>
    internal DotRound Without(ImmutableHashSet<Guid> flood)
    {
        if (flood.IsEmpty || Ballots.IsEmpty) return this;
        if (counted is not { } known || !ReferenceEquals(known.Item1, flood))
            counted = known = Tuple.Create(flood, Ballots.Where(ballot => !flood.Contains(ballot.Key)).Aggregate(Empty, (round, ballot) => round.Cast(ballot.Key, ballot.Value)));
        return known.Item2;
    }

    internal ImmutableDictionary<string, int> Of(Guid voter) => Ballots.GetValueOrDefault(voter, None);

    /// <summary>A ballot takes the place of the voter's ballot before; an empty one takes it back.</summary>
    internal DotRound Cast(Guid voter, ImmutableDictionary<string, int> ballot)
    {
        var (dots, voters) = (Dots.ToBuilder(), Voters.ToBuilder());
        Count(dots, voters, Of(voter), -1);
        Count(dots, voters, ballot, 1);
        return new(ballot.IsEmpty ? Ballots.Remove(voter) : Ballots.SetItem(voter, ballot), dots.ToImmutable(), voters.ToImmutable());
    }

    private static void Count(
        ImmutableDictionary<string, int>.Builder dots, ImmutableDictionary<string, int>.Builder voters, ImmutableDictionary<string, int> ballot, int sign)
    {
        foreach (var (option, n) in ballot)
        {
            dots[option] = dots.GetValueOrDefault(option) + (sign * n);
            voters[option] = voters.GetValueOrDefault(option) + sign;
        }
    }
}
