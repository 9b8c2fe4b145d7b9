using System.Collections.Immutable;

namespace Participation.Journal;

/// <summary>What an append does to ballot boxes, in the same transaction as its entries. A box belongs to one round of one agenda item of its stream.</summary>
public abstract record BoxAct;

/// <summary>A ballot goes in. Of it the box keeps only how often each mark was made: no person, time, command, order, nor which marks were made together.</summary>
/// <param name="Paper">The question that it answers, where a round asks more than one; else empty.</param>
/// <param name="Marks">What was chosen, in the words of its kind. What must be counted together is one mark.</param>
public sealed record BallotBoxed(string Item, long Round, string Paper, IReadOnlyList<string> Marks) : BoxAct;

/// <summary>These were counted, or their time is over: nothing stays in them.</summary>
public sealed record BoxesEmptied(params IReadOnlyList<(string Item, long Round)> Boxes) : BoxAct;

/// <summary>What lies in a box for one paper: how many ballots, and how often each mark was made on them.</summary>
public sealed record Pile(string Paper, int Ballots, ImmutableSortedDictionary<string, int> Marks)
{
    public static Pile Nothing(string paper) => new(paper, 0, ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal));

    public Pile With(BallotBoxed ballot) => this with
    {
        Ballots = Ballots + 1,
        Marks = ballot.Marks.Aggregate(Marks, (marks, mark) => marks.SetItem(mark, marks.GetValueOrDefault(mark) + 1)),
    };
}
