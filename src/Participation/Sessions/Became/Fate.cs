namespace Participation.Sessions.Became;

/// <summary>What became of something that somebody gave, as far as the room saw it: where it lies, and what it or its place got.</summary>
/// <param name="Id">Its number.</param>
public sealed record Fate(string Id, string Text, IReadOnlyList<FatePlace> Places, IReadOnlyList<FateCount> Counts);

/// <summary>A place in which it lies.</summary>
/// <param name="Sort">What such a place is called: cluster, strategy.</param>
/// <param name="In">The number under which the report has it; null where it has none.</param>
/// <param name="Label">Its words.</param>
/// <param name="Called">What the room called it, where that is not its number.</param>
public sealed record FatePlace(string Sort, string? In, string Label, string? Called = null);

/// <summary>A count of it, or of a place in which it lies.</summary>
/// <param name="What">What was counted, as a table would head it.</param>
public sealed record FateCount(string What, int N);
