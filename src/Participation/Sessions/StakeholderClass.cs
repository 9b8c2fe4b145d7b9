using Participation.Texts;

namespace Participation.Sessions;

/// <summary>A few stakeholder types under one name: where a type is too small to stand in a report, its class may be large enough.</summary>
/// <param name="Types">The ids of its types; a type is in one class at most.</param>
public sealed record StakeholderClass(string Id, LocalText Label, IReadOnlyList<string> Types);
