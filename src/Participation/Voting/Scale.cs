namespace Participation.Voting;

/// <summary>Grades in their order, of which one stands on each ballot.</summary>
public sealed record Scale(params IReadOnlyList<string> Grades) : IRule
{
    public Refusal? Refuses(IReadOnlyList<string> choices) => choices is [{ } one] && Grades.Contains(one) ? null : new("ballot.wrong-choice", Detail: choices is [var first, ..] ? first : null);
}
