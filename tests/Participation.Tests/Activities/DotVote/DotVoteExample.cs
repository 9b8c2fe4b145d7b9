using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Participation.Activities.Clusters;
using Participation.Activities.DotVote;
using Participation.Sessions;
using Participation.Tests.Access;
using Participation.Tests.Ballots;
using Participation.Tests.Laws;
using Participation.Texts;

namespace Participation.Tests.Activities;

internal sealed class DotVoteExample : IExample
{
    public string Kind => "dot-vote";

    public string Mark => "DV";

    public object Settings => new
    {
        question = Given.Text("Which?"), from = new[] { "ideas", "clusters" }, options = new[] { new Option("a", Given.Text("a")), new Option("b", Given.Text("b")) },
    };

    public IReadOnlyDictionary<string, Sort> Commands => new Dictionary<string, Sort> { ["dot-vote.cast"] = Sort.Personal };

    public JsonObject Right => new() { ["dots"] = new JsonObject() };

    /// <summary>Something to vote on, and a board on which it would weigh.</summary>
    public IEnumerable<Try> Before(string item, Guid giver) =>
        [.. Examples.Of("clusters").Before("clusters", giver), Examples.Give(new NameCluster("aaaa", "Whoever walks finds shade"), "clusters")];

    public object? Value(string member, Random random, SessionState state) => member != "Dots" ? null
        : Enumerable.Range(0, random.Next(3)).Select(_ => random.Next(2) == 0 ? "a" : Chance.Contribution(random, state))
            .Distinct().ToImmutableDictionary(id => id, _ => random.Next(4));

    public IEnumerable<Try> Full(string item, Func<int, string> id) =>
    [
        Cast(item, 1, ("a", 1)), Cast(item, 2, ("a", 1), ("b", 2), (Examples.IdOf("clusters", 1), 2)), Cast(item, 3, (Examples.IdOf("ideas", 1), 2)),
    ];

    public Paper Paper { get; } = Ballots(["amber", "birch", "cedar", "dune"]);

    private static Try Cast(string item, int who, params (string Option, int Dots)[] dots) =>
        Examples.Give(new CastDots(dots.ToDictionary(given => given.Option, given => given.Dots)), item, who);

    private static Paper Ballots(string[] options) => new("dot-vote", options, "1 ",
        (secret, fewest) => new
        {
            question = Given.Text("Which?"), budget = 1, maxPerItem = 1, from = new[] { "writing" }, secret, fewest, options = options.Select(id => new { id, label = Given.Text(id) }),
        },
        option => new CastDots(new Dictionary<string, int> { [option] = 1 }) { Item = "vote" },
        happened => (happened as DotsCast)?.Dots.Keys.Single(),
        view => view is DotVoteView { Options: var shown } && shown.All(option => option.Dots is not null) ? shown.ToDictionary(option => option.Id, option => option.Dots!.Value) : null);
}
