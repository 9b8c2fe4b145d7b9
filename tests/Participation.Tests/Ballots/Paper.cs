using Participation.Activities.DotVote;
using Participation.Activities.Opinions;
using Participation.Journal;
using Participation.Sessions;

namespace Participation.Tests.Ballots;

/// <summary>What people vote on, in a kind of its own: the choices there are, and how each looks as a command, as an event, on a screen and in the box.</summary>
/// <param name="Before">What stands before a choice where a ballot is written down.</param>
/// <param name="Cast">The choice in an event that names it.</param>
/// <param name="Shown">How often each was chosen, as far as a view says so.</param>
internal sealed record Paper(
    string Kind, string[] Options, string Before, Func<bool, int, object> Settings, Func<string, ActivityCommand> Ballot, Func<Event, string?> Cast,
    Func<object?, Dictionary<string, int>?> Shown)
{
    public static readonly Paper Dots = new("dot-vote", ["amber", "birch", "cedar", "dune"], "1 ",
        (secret, fewest) => new
        {
            question = Given.Text("Which?"), budget = 1, maxPerItem = 1, from = new[] { "writing" }, secret, fewest,
            options = Dots!.Options.Select(id => new { id, label = Given.Text(id) }),
        },
        option => new CastDots(new Dictionary<string, int> { [option] = 1 }) { Item = "vote" },
        happened => (happened as DotsCast)?.Dots.Keys.Single(),
        view => view is DotVoteView { Options: var options } && options.All(option => option.Dots is not null)
            ? options.ToDictionary(option => option.Id, option => option.Dots!.Value) : null);

    public static readonly Paper Opinion = new("opinions", ["agree", "disagree", "pass"], "\"",
        (secret, fewest) => new { question = Given.Text("Agree?"), statements = new[] { Given.Text("Trees come first.") }, mayAdd = true, secret, fewest },
        option => new VoteOpinion("VO-001", Enum.Parse<Opinion>(option, ignoreCase: true)) { Item = "vote" },
        happened => (happened as OpinionVoted)?.Vote.ToString().ToLowerInvariant(),
        view => view is OpinionsView { Rows: [{ Agree: { } agree, Disagree: { } disagree, Pass: { } pass }, ..] }
            ? new() { ["agree"] = agree, ["disagree"] = disagree, ["pass"] = pass } : null);

    /// <summary>By its kind.</summary>
    public static Paper Of(string kind) => kind == Dots.Kind ? Dots : Opinion;

    public static TheoryData<string> Kinds => [Dots.Kind, Opinion.Kind];
}
