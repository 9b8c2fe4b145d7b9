using Participation.Reports;

namespace Participation.Sessions;

/// <summary>What a step of the agenda found, as the report's page with the result tells it.</summary>
/// <param name="Found">Figures and sentences with their counts.</param>
/// <param name="Open">What stayed open, a sentence each: left over, contested, not counted.</param>
public sealed record Findings(IReadOnlyList<Block> Found, IReadOnlyList<string> Open)
{
    public static readonly Findings None = new([], []);
}
