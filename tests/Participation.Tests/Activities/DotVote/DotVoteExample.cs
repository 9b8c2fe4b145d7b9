using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Participation.Sessions;
using Participation.Tests.Access;
using Participation.Tests.Injection;
using Participation.Tests.Laws;
using Participation.Texts;

namespace Participation.Tests.Activities;

internal sealed class DotVoteExample : IExample
{
    public string Kind => "dot-vote";

    public object Settings => new
    {
        question = Given.Text("Which?"), from = new[] { "ideas", "clusters" }, options = new[] { new Option("a", Given.Text("a")), new Option("b", Given.Text("b")) },
    };

    public IReadOnlyDictionary<string, Sort> Commands => new Dictionary<string, Sort> { ["dot-vote.cast"] = Sort.Personal };

    public IReadOnlyDictionary<string, Kept> Texts => new Dictionary<string, Kept> { ["dot-vote.cast dots"] = Kept.Choice };

    public JsonObject Right => new() { ["dots"] = new JsonObject() };

    public object? Value(string member, Random random, SessionState state) => member != "Dots" ? null
        : Enumerable.Range(0, random.Next(3)).Select(_ => random.Next(2) == 0 ? "a" : Chance.Contribution(random, state))
            .Distinct().ToImmutableDictionary(id => id, _ => random.Next(4));
}
