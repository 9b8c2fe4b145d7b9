using Participation.Sessions;
using Participation.Texts;

namespace Participation.Activities.DotVote;

/// <summary>What can be given dots: a fixed option with its label, or a contribution with its text.</summary>
public sealed record BallotOption(string Id, string? Text, LocalText? Label)
{
    internal string In(Words words) => Label is { } label ? words.Of(label) : Text!;

    /// <summary>The number to print beside it: a contribution's.</summary>
    internal string? Mark => Label is null ? Id : null;
}

/// <summary>The ballot paper.</summary>
internal static class Ballot
{
    /// <summary>Fixed options, then shown contributions, always in the same order.</summary>
    public static IEnumerable<BallotOption> Options(DotVoteSettings settings, Scene scene) =>
    [
        .. (settings.Options ?? []).Select(option => new BallotOption(option.Id, null, option.Label)),
        .. scene.GivenBy(settings.From ?? []).Select(given => new BallotOption(given.Id, given.Label is null ? given.Text : null, given.Label)),
    ];
}
