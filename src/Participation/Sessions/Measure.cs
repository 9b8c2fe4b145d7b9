namespace Participation.Sessions;

/// <summary>A number that a section of the report prints, with what it counts. The files that go out beside the pages hold these and no others.</summary>
/// <param name="Subject">What was counted: the id of an option, or the number of a contribution; null: the step as a whole.</param>
/// <param name="Label">Its words, as the report prints them; null for the step as a whole.</param>
/// <param name="Name">A stable name, such as <c>dots</c>.</param>
/// <param name="Round">1 for the first.</param>
/// <param name="Value">Null where the report prints a dash, because the count would tell what single people chose.</param>
/// <param name="Group">Of which group of people, where a vote is split; null: of all.</param>
/// <param name="GroupLabel">Its name, as the report prints it.</param>
public sealed record Measure(string? Subject, string? Label, string Name, int Round, int? Value, string? Group = null, string? GroupLabel = null)
{
    /// <summary>Of how many it is a part; null: of none.</summary>
    public int? Of { get; init; }

    /// <summary>The contributions that were counted, one by one; null: it counts people or what they chose.</summary>
    public IEnumerable<string>? Sources { get; init; }
}
