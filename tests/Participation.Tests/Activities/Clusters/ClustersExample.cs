using System.Text.Json.Nodes;
using Participation.Activities.Clusters;
using Participation.Activities.Ideas;
using Participation.Sessions;
using Participation.Tests.Access;
using Participation.Tests.Laws;

namespace Participation.Tests.Activities;

internal sealed class ClustersExample : IExample
{
    public string Kind => "clusters";

    public string Mark => "CL";

    public object Settings => new
    {
        from = new[] { "ideas" }, allow = new[] { "link", "move", "name", "group", "relate", "condense" }, participants = true, weights = "dot-vote",
    };

    public IReadOnlyDictionary<string, Sort> Commands =>
        ((string[])["drop", "gather", "group", "keywords", "link", "make", "move", "name", "relate"]).ToDictionary(name => $"clusters.{name}", _ => Sort.Shared);

    public JsonObject Right => new()
    {
        ["contribution"] = Examples.IdOf("ideas", 1), ["cluster"] = "aaaa", ["group"] = "aaaa", ["from"] = "aaaa", ["to"] = "bbbb", ["keywords"] = new JsonArray(), ["relation"] = "supports",
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

    public IEnumerable<Try> Full(string item, Func<int, string> id) => new ActivityCommand[]
    {
        new MakeCluster("aaaa", "Trees and shade"), new MakeCluster("bbbb"), new MakeCluster("cccc", "Night trams"), new MakeCluster("dddd"), new DropCluster("dddd"),
        new MoveCard(Examples.IdOf("ideas", 1), "aaaa"), new MoveCard(Examples.IdOf("ideas", 2), "bbbb"), new LinkCard(Examples.IdOf("ideas", 3), Examples.IdOf("ideas", 1)),
        new NameCluster("aaaa", "Whoever walks finds shade", "Shade"),
        new NameGroup("gggg", "A city that stays cool"), new GatherCluster("aaaa", "gggg"), new ChooseKeywords("gggg", ["shade", "water"]),
        new RelateClusters("aaaa", "bbbb", Relation.Causes), new RelateClusters("bbbb", "aaaa", Relation.Supports), new RelateClusters("aaaa", "cccc", Relation.Conflicts),
    }.Select(command => Examples.Give(command, item));

    public object? Value(string member, Random random, SessionState state) =>
        member is "Cluster" or "Group" or "Source" or "To" ? Chance.Pick(random, (string[])["aaaa", "bbbb", "cccc", "-"]) : null;
}
