using System.Text.Json.Serialization;

namespace Participation.Sessions;

/// <summary>Where a section of the report prints a contribution: in which cluster, in which strategy.</summary>
/// <param name="Of">The number of the contribution.</param>
/// <param name="Name">A stable name of this sort of place, such as <c>cluster</c>.</param>
/// <param name="In">The id of the place as the counts call it; null: it has none but its words.</param>
/// <param name="Label">Its words, as the report prints them.</param>
/// <param name="Called">What the room called it, where that is not its id: for those who were there, and not for the data.</param>
public sealed record SectionPlace(string Of, string Name, string? In, string Label, [property: JsonIgnore] string? Called = null);
