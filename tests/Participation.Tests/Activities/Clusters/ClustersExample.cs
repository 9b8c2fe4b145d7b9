using System.Text.Json.Nodes;
using Participation.Activities.Clusters;
using Participation.Activities.Ideas;
using Participation.Sessions;
using Participation.Tests.Access;
using Participation.Tests.Injection;
using Participation.Tests.Laws;

namespace Participation.Tests.Activities;

internal sealed class ClustersExample : IExample
{
    public string Kind => "clusters";

    public object Settings => new
    {
        from = new[] { "ideas" }, allow = new[] { "link", "move", "name", "group", "relate", "condense" }, participants = true, weights = "dot-vote",
    };

    public IReadOnlyDictionary<string, Sort> Commands =>
        ((string[])["drop", "gather", "group", "keywords", "link", "make", "move", "name", "relate"]).ToDictionary(name => $"clusters.{name}", _ => Sort.Shared);

    public IReadOnlyDictionary<string, Kept> Texts => new Dictionary<string, Kept>
    {
        ["clusters.make cluster"] = Kept.Choice, ["clusters.make name"] = Kept.Words,
        ["clusters.name cluster"] = Kept.Choice, ["clusters.name name"] = Kept.Words, ["clusters.name label"] = Kept.Words,
        ["clusters.drop cluster"] = Kept.Choice, ["clusters.move contribution"] = Kept.Choice, ["clusters.move cluster"] = Kept.Choice,
        ["clusters.link contribution"] = Kept.Choice, ["clusters.link duplicateOf"] = Kept.Choice,
        ["clusters.group group"] = Kept.Choice, ["clusters.group name"] = Kept.Words,
        ["clusters.gather cluster"] = Kept.Choice, ["clusters.gather group"] = Kept.Choice,
        ["clusters.keywords group"] = Kept.Choice, ["clusters.keywords keywords"] = Kept.Words,
        ["clusters.relate from"] = Kept.Choice, ["clusters.relate to"] = Kept.Choice,
    };

    public JsonObject Right => new()
    {
        ["contribution"] = "EE-001", ["cluster"] = "aaaa", ["group"] = "gggg", ["from"] = "aaaa", ["to"] = "bbbb", ["keywords"] = new JsonArray(), ["relation"] = "supports",
    };

    public IEnumerable<Try> Before(string item, Guid giver) =>
    [
        .. Enumerable.Range(1, 3).Select(n => new Try(new GiveIdea($"An idea {n}") { Item = "ideas" }, Role.Participant, giver, null)),
        .. ((string[])["aaaa", "bbbb"]).SelectMany(id => new Try[]
        {
            new(new MakeCluster(id) { Item = item }, Role.Participant, giver, null),
            new(new NameGroup(id, $"Strategy {id}") { Item = item }, Role.Facilitator, Given.Facilitator, null),
        }),
    ];

    public object? Value(string member, Random random, SessionState state) =>
        member is "Cluster" or "Group" or "Source" or "To" ? Chance.Pick(random, (string[])["aaaa", "bbbb", "cccc", "-"]) : null;
}
