namespace Participation.Sessions;

/// <summary>A count that a section of the report prints, for the files that go out beside its pages.</summary>
/// <param name="Of">What was counted: the id of an option, or the number of a contribution; null: the step as a whole.</param>
/// <param name="Label">Its words, as the report prints them; null for the step as a whole.</param>
/// <param name="Name">A stable name, such as <c>dots</c>.</param>
/// <param name="Round">1 for the first.</param>
/// <param name="N">Null where the report prints a dash, because the count would tell what single people chose.</param>
/// <param name="Group">Of which group of people, where a vote is split; null: of all.</param>
/// <param name="GroupLabel">Its name, as the report prints it.</param>
public sealed record SectionCount(string? Of, string? Label, string Name, int Round, int? N, string? Group = null, string? GroupLabel = null);
