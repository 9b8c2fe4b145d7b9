namespace Participation.Voting;

/// <summary>What a report tells of a secret vote beside its counts.</summary>
/// <param name="Fewest">Counts of fewer ballots are not shown.</param>
/// <param name="Waiting">Ballots that lie in the box uncounted; null: none do.</param>
public sealed record SecretFacts(int Fewest, int Entitled, int Voted, int? Waiting, IReadOnlyList<WithheldPaper> Withheld);

/// <summary>A paper whose counts nobody will ever know.</summary>
/// <param name="Paper">The statement that it was about; null: the vote has one paper.</param>
/// <param name="Why">too-few, too-close or erased.</param>
public sealed record WithheldPaper(string? Paper, string Why, int Ballots);
