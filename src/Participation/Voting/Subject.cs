using Participation.Sessions;
using Participation.Texts;

namespace Participation.Voting;

/// <summary>What can be chosen: a fixed option with its label, or a contribution with its text.</summary>
public sealed record Subject(string Id, string? Text, LocalText? Label)
{
    /// <summary>Fixed options, then the shown contributions of earlier items, always in the same order.</summary>
    public static IEnumerable<Subject> Of(Scene scene, IReadOnlyList<Option>? options, IReadOnlyList<Source>? from) =>
    [
        .. (options ?? []).Select(option => new Subject(option.Id, null, option.Label)),
        .. scene.GivenBy(from ?? []).Select(given => new Subject(given.Id, given.Label is null ? given.Text : null, given.Label)),
    ];

    internal string In(Words words) => Label is { } label ? words.Of(label) : Text!;

    /// <summary>The number to print beside it: a contribution's.</summary>
    internal string? Mark => Label is null ? Id : null;
}
