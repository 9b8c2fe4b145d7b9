using System.Collections.Immutable;

namespace Participation.Voting;

/// <summary>What the ballots on one paper add up to: how many people made each choice. Kept with each ballot, so that it is always ready to be shown.</summary>
/// <param name="People">By choice; never none.</param>
public sealed record Tally(ImmutableDictionary<string, int> People)
{
    public static Tally None { get; } = new(ImmutableDictionary<string, int>.Empty);

    public int this[string choice] => People.GetValueOrDefault(choice);

    /// <summary>A ballot as it is kept: a choice that many people made is one text for all of them.</summary>
    internal IReadOnlyList<string> Known(IReadOnlyList<string> choices)
    {
        var known = new string[choices.Count];
        for (var at = 0; at < known.Length; at++) known[at] = People.TryGetKey(choices[at], out var same) ? same : choices[at];
        return known;
    }

    /// <summary>With a choice made by that many more people; by fewer, when <paramref name="people"/> is negative.</summary>
    internal Tally Plus(string choice, int people) => new(this[choice] + people is not 0 and var now ? People.SetItem(choice, now) : People.Remove(choice));
}
