using System.Collections.Immutable;
using System.Globalization;

namespace Participation.Voting;

/// <summary>
/// A budget that everybody spreads over subjects. A choice is an amount and what it goes to, such as <c>2 IM-017</c>: of a secret ballot is not kept
/// which subjects were chosen together.
/// </summary>
/// <param name="Most">Of the budget so much may go to one subject.</param>
/// <param name="TooMany">The refusal of a ballot over the budget, in words of the kind.</param>
/// <param name="TooManyOnOne">The refusal of more than <paramref name="Most"/> on one.</param>
public sealed record Amounts(int Budget, int Most, Func<IEnumerable<Subject>> Subjects, string TooMany, string TooManyOnOne) : IRule
{
    /// <summary>A ballot as its choices, in the order of the subjects' ids; what gets nothing is not on it.</summary>
    public static IReadOnlyList<string> Choices(IReadOnlyDictionary<string, int> amounts) =>
        [.. amounts.Where(amount => amount.Value != 0).OrderBy(amount => amount.Key, StringComparer.Ordinal).Select(amount => Choice(amount.Value, amount.Key))];

    /// <summary>In one way and no other: who could write it in a way of their own would sign a secret ballot by it.</summary>
    private static string Choice(int amount, string subject) => string.Create(CultureInfo.InvariantCulture, $"{amount} {subject}");

    /// <summary>The same read back.</summary>
    public static ImmutableDictionary<string, int> Ballot(IReadOnlyList<string> choices) => choices.Select(choice => Read(choice)!.Value).ToImmutableDictionary(read => read.Subject, read => read.Amount);

    /// <summary>What the ballots add up to, by subject, and from how many people it came.</summary>
    public static ImmutableDictionary<string, (int Amount, int People)> Sum(Tally tally)
    {
        var sum = ImmutableDictionary.CreateBuilder<string, (int Amount, int People)>();
        foreach (var (choice, people) in tally.People)
        {
            var (amount, subject) = Read(choice)!.Value;
            var before = sum.GetValueOrDefault(subject);
            sum[subject] = (before.Amount + (people * amount), before.People + people);
        }
        return sum.ToImmutable();
    }

    /// <summary>What each got.</summary>
    public IReadOnlyDictionary<string, int> Weights(IReadOnlyDictionary<string, Tally> papers) =>
        Sum(papers.GetValueOrDefault(Papers.Whole, Tally.None)).ToDictionary(sum => sum.Key, sum => sum.Value.Amount);

    public Refusal? Refuses(IReadOnlyList<string> choices)
    {
        var (left, known, chosen) = ((long)Budget, Subjects().Select(subject => subject.Id).ToHashSet(), new HashSet<string>());
        foreach (var choice in choices)
        {
            if (Read(choice) is not { Amount: > 0 } read || choice != Choice(read.Amount, read.Subject) || !chosen.Add(read.Subject)) return new("ballot.wrong-choice", Detail: choice);
            if (!known.Contains(read.Subject)) return new("ballot.unknown-option", Detail: read.Subject);
            if (read.Amount > Most) return new(TooManyOnOne, Detail: Most.ToString(CultureInfo.InvariantCulture));
            left -= read.Amount;
        }
        return left < 0 ? new(TooMany, Detail: Budget.ToString(CultureInfo.InvariantCulture)) : null;
    }

    /// <summary>Null where nothing of the sort stands.</summary>
    private static (int Amount, string Subject)? Read(string? choice) =>
        choice?.IndexOf(' ', StringComparison.Ordinal) is { } space and > 0 && int.TryParse(choice.AsSpan(0, space), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var amount)
            ? (amount, choice[(space + 1)..])
            : null;
}
