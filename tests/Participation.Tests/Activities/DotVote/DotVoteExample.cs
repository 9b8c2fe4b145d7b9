using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Participation.Activities.Clusters;
using Participation.Activities.DotVote;
using Participation.Sessions;
using Participation.Tests.Access;
using Participation.Tests.Laws;
using Participation.Tests.Voting;
using Participation.Texts;
using Participation.Voting;

namespace Participation.Tests.Activities;

internal sealed class DotVoteExample : IExample
{
    public string Kind => "dot-vote";

    public string Mark => "DV";

    public object Settings => new
    {
        question = Given.Text("Which?"), split = "table", from = new[] { "ideas", "clusters" }, options = new[] { new Option("a", Given.Text("a")), new Option("b", Given.Text("b")) },
    };

    public IReadOnlyDictionary<string, Sort> Commands => new Dictionary<string, Sort> { ["ballot.cast"] = Sort.Personal, ["dot-vote.cast"] = Sort.Personal };

    public JsonObject Right => new() { ["dots"] = new JsonObject(), ["paper"] = "", ["choices"] = new JsonArray() };

    /// <summary>Something to vote on, and a board on which it would weigh.</summary>
    public IEnumerable<Try> Before(string item, Guid giver) =>
        [.. Examples.Of("clusters").Before("clusters", giver), Examples.Give(new NameCluster("aaaa", "Whoever walks finds shade"), "clusters")];

    public object? Value(string member, Random random, SessionState state) => member switch
    {
        "Dots" => Dots(random, state),
        "Paper" => random.Next(12) == 0 ? "a" : "",
        "Choices" => Dots(random, state).Select(dots => $"{dots.Value} {dots.Key}").ToList(),
        _ => null,
    };

    public IEnumerable<Try> Full(string item, Func<int, string> id) =>
    [
        Cast(item, 1, ("a", 1)), Cast(item, 2, ("a", 1), ("b", 2), (Examples.IdOf("clusters", 1), 2)), Cast(item, 3, (Examples.IdOf("ideas", 1), 2)),
    ];

    public Paper Paper { get; } = Ballots(["amber", "birch", "cedar", "dune"]);

    private static ImmutableDictionary<string, int> Dots(Random random, SessionState state) =>
        Enumerable.Range(0, random.Next(3)).Select(_ => random.Next(3) switch
        {
            0 => "a",
            1 => state.Gives("clusters").FirstOrDefault()?.Id ?? "b",
            _ => Chance.Contribution(random, state),
        }).Distinct().ToImmutableDictionary(id => id, _ => random.Next(4));

    private static Try Cast(string item, int who, params (string Option, int Dots)[] dots) =>
        Examples.Give(new CastBallot("", [.. dots.Select(given => $"{given.Dots} {given.Option}")]), item, who);

    private static Paper Ballots(string[] options) => new("dot-vote", options, "1 ",
        (secret, fewest) => new
        {
            question = Given.Text("Which?"), budget = 1, maxPerItem = 1, from = new[] { "writing" }, secret, fewest, options = options.Select(id => new { id, label = Given.Text(id) }),
        },
        option => new CastBallot("", [$"1 {option}"]) { Item = "vote" },
        happened => (happened as BallotCast)?.Choices.Single()[2..],
        view => view is DotVoteView { Options: var shown } && shown.All(option => option.Dots is not null) ? shown.ToDictionary(option => option.Id, option => option.Dots!.Value) : null);
}
