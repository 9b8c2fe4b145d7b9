using Participation.Sessions;
using Participation.Sessions.Acts;
using Thing = (string What, string Id);

namespace Participation.Activities.Clusters;

/// <summary>Each act on the board with its inverse. What somebody else has changed since stays as they left it: then there is none.</summary>
internal static class TakenBack
{
    /// <summary>What an act touches. Two acts that share one of these change the same thing.</summary>
    public static IEnumerable<Thing> Touched(Board before, ActivityEvent did) => did switch
    {
        CardMoved e => before.Family(e.Contribution).Select(Card),
        CardLinked e => before.Followers(e.Contribution).Select(Card),
        ClusterMade e => [("cluster", e.Cluster)],
        ClusterDropped e => [("cluster", e.Cluster), .. before.Find(e.Cluster)?.Cards.Select(Card) ?? []],
        ClusterNamed e => [("name", e.Cluster)],
        GroupNamed e => [("group", e.Group)],
        ClusterGathered e => [("gathered", e.Cluster)],
        KeywordsChosen e => [("keywords", e.Group)],
        ClustersRelated e => [("relation", $"{e.From}/{e.To}")],
        _ => [],
    };

    /// <summary>The board without an act; null: others have changed what it touched, or something else hangs on it now.</summary>
    public static Board? Of(Board now, Deed deed, Guid by)
    {
        if (deed.Before is not Board before || Binding(before, deed.Did).Any(thing => now.IsTouched(thing, by, deed.Act))) return null;
        return deed.Did switch
        {
            CardMoved e => PutBack(now, before, before.Family(e.Contribution)),
            CardLinked e => Unlinked(now, before, e),
            ClusterMade e => IsAsMade(now, e, deed.Act) ? now.Drop(e.Cluster) : null,
            ClusterDropped e => Restored(now, before.Find(e.Cluster), before, deed.Act, by),
            ClusterNamed e when now.Find(e.Cluster) is { } cluster && before.Find(e.Cluster) is { } was => now.Change(cluster with { Name = was.Name, Label = was.Label, Named = cluster.Named + 1 }),
            GroupNamed e when before.FindGroup(e.Group) is { } was => now.NameGroup(e.Group, was.Name),
            GroupNamed e => IsEmpty(now, e.Group) ? now with { Groups = now.Groups.RemoveAll(group => group.Id == e.Group) } : null,
            ClusterGathered e when now.Find(e.Cluster) is { } cluster && before.Find(e.Cluster) is { Group: var was } && (was is null || now.FindGroup(was) is not null) => now.Change(cluster with { Group = was }),
            KeywordsChosen e when now.FindGroup(e.Group) is not null && before.FindGroup(e.Group) is { } was => now.ChooseKeywords(e.Group, was.Keywords),
            ClustersRelated e when now.Find(e.From) is not null && now.Find(e.To) is not null => now.Relate(e.From, e.To, before.RelationOf(e.From, e.To)),
            _ => null,
        };
    }

    /// <summary>What nobody else may have changed since. A cluster comes back also without a card that somebody has moved.</summary>
    private static IEnumerable<Thing> Binding(Board before, ActivityEvent did) => did is ClusterDropped ? Touched(before, did).Take(1) : Touched(before, did);

    private static Thing Card(string id) => ("card", id);

    /// <summary>Each card where it lay, at its place; a cluster that was given up meanwhile takes none.</summary>
    private static Board? PutBack(Board now, Board before, IEnumerable<string> cards)
    {
        foreach (var (card, to, place) in cards.Select(card => (card, before.Places.GetValueOrDefault(card))).Select(each => (each.card, each.Item2, before.Find(each.Item2)?.Cards.IndexOf(each.card) ?? 0)).OrderBy(each => each.Item3).ToList())
        {
            if (to is not null && now.Find(to) is null) return null;
            now = now.Put(card, null).Put(card, to, place);
        }
        return now;
    }

    private static Board? Unlinked(Board now, Board before, CardLinked did)
    {
        var loose = before.Followers(did.Contribution).Aggregate(now, (board, card) => board.Link(card, null));
        var linked = before.Followers(did.Contribution).Where(before.Originals.ContainsKey).Aggregate(loose, (board, card) => board.Link(card, before.Originals[card]));
        return PutBack(linked, before, before.Followers(did.Contribution));
    }

    private static bool IsAsMade(Board now, ClusterMade did, long act) =>
        now.Find(did.Cluster) is { Cards.IsEmpty: true, Group: null } cluster && (cluster.Name is null || cluster.Name.Entry == act)
        && !now.Relations.Exists(relation => relation.From == did.Cluster || relation.To == did.Cluster);

    /// <summary>With those of its cards that nobody has moved since, and what it stood in, as far as that is there.</summary>
    private static Board? Restored(Board now, Cluster? was, Board before, long act, Guid by)
    {
        if (was is null || now.Find(was.Id) is not null) return null;
        var back = now.Change(was with { Cards = [], Group = now.FindGroup(was.Group) is null ? null : was.Group });
        foreach (var card in was.Cards.Where(card => !now.Places.ContainsKey(card) && !now.IsTouched(Card(card), by, act))) back = back.Put(card, was.Id);
        return back with
        {
            Relations = back.Relations.AddRange(before.Relations.Where(relation => (relation.From == was.Id && back.Find(relation.To) is not null) || (relation.To == was.Id && back.Find(relation.From) is not null))),
        };
    }

    private static bool IsEmpty(Board now, string group) => now.FindGroup(group) is { Keywords.Count: 0 } && !now.Clusters.Exists(cluster => cluster.Group == group && !cluster.Dropped);
}
