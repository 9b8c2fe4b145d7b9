using System.Collections.Immutable;
using System.Globalization;
using Participation.Voting;

namespace Participation.Activities.DotVote;

/// <summary>What the ballots add up to. A choice is the dots on one option, such as <c>2 IM-017</c>: of a secret ballot is not kept which options were chosen together.</summary>
/// <param name="Dots">By option.</param>
/// <param name="Voters">By option: how many different people gave it a dot.</param>
public sealed record DotTally(ImmutableDictionary<string, int> Dots, ImmutableDictionary<string, int> Voters) : ITally<DotTally>
{
    public static DotTally None { get; } = new(ImmutableDictionary<string, int>.Empty, ImmutableDictionary<string, int>.Empty);

    public DotTally Plus(string choice, int people)
    {
        var (option, dots) = Read(choice);
        return new(Dots.SetItem(option, Dots.GetValueOrDefault(option) + (people * dots)), Voters.SetItem(option, Voters.GetValueOrDefault(option) + people));
    }

    /// <summary>A ballot as its choices, in the order of the options' ids.</summary>
    internal static IReadOnlyList<string> Choices(IReadOnlyDictionary<string, int> dots) =>
        [.. dots.OrderBy(given => given.Key, StringComparer.Ordinal).Select(given => string.Create(CultureInfo.InvariantCulture, $"{given.Value} {given.Key}"))];

    /// <summary>The same read back.</summary>
    internal static ImmutableDictionary<string, int> Ballot(IReadOnlyList<string> choices) => choices.Select(Read).ToImmutableDictionary(read => read.Option, read => read.Dots);

    private static (string Option, int Dots) Read(string choice)
    {
        var space = choice.IndexOf(' ', StringComparison.Ordinal);
        return (choice[(space + 1)..], int.Parse(choice.AsSpan(0, space), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));
    }
}
