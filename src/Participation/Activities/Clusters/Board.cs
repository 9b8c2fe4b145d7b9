using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Participation.Sessions;
using Participation.Sessions.Acts;
using Thing = (string What, string Id);

namespace Participation.Activities.Clusters;

/// <summary>The board on which cards are sorted. It knows where a card stands, not what it says: a card that is hidden keeps its place.</summary>
/// <param name="Places">The cluster of each card that stands in one.</param>
/// <param name="Originals">By duplicate: the card that it says again. An original is never a duplicate itself.</param>
/// <param name="Known">Where each cluster stands in the list, by id.</param>
/// <param name="Duplicates">By original: its duplicates, the other way round of <paramref name="Originals"/>.</param>
/// <param name="Hands">The participants who did something here.</param>
public sealed partial record Board(
    ImmutableList<Cluster> Clusters, ImmutableDictionary<string, string> Places, ImmutableSortedDictionary<string, string> Originals,
    ImmutableList<Group> Groups, ImmutableList<ClusterRelation> Relations, ImmutableHashSet<Guid> Hands,
    ImmutableDictionary<string, int> Known, ImmutableDictionary<string, ImmutableSortedSet<string>> Duplicates) : IUndoes
{
    private static readonly ImmutableSortedSet<string> None = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    public static readonly Board Empty = new([], ImmutableDictionary<string, string>.Empty,
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal), [], [], [],
        ImmutableDictionary<string, int>.Empty, ImmutableDictionary<string, ImmutableSortedSet<string>>.Empty);

    /// <summary>Who changed each thing last that somebody who leads or writes has changed, by <see cref="TakenBack.Touched"/>: of others nothing can be taken back.</summary>
    public ImmutableDictionary<Thing, Touch> Touches { get; init; } = ImmutableDictionary<Thing, Touch>.Empty;

    public DeedName NameOf(IDeed did) => DeedNames.Of(this, did);

    public object? Without(Deed deed, Guid by, long at) => TakenBack.Of(this, deed, by)?.Touch(TakenBack.Touched((Board)deed.Before!, deed.Did), by, at);

    internal Cluster? Find(string? id) => id is not null && Known.TryGetValue(id, out var at) && Clusters[at] is { Dropped: false } cluster ? cluster : null;

    internal Group? FindGroup(string? id) => Groups.Find(group => group.Id == id);

    internal static bool IsId(string? id) => id is not null && Id().IsMatch(id);

    internal string OriginalOf(string card) => Originals.GetValueOrDefault(card, card);

    internal Board Touch(IEnumerable<Thing> things, Guid by, long at) =>
        this with { Touches = Touches.SetItems(things.Select(thing => KeyValuePair.Create(thing, (Touches.GetValueOrDefault(thing) ?? new(by, at, 0)).Again(by, at)))) };

    /// <summary>The same by a participant, whose acts nobody takes back: it counts against what others did to the same things.</summary>
    internal Board TouchKnown(IEnumerable<Thing> things, Guid by, long at) =>
        Touches.IsEmpty || things.Where(Touches.ContainsKey).ToList() is not { Count: > 0 } known ? this : Touch(known, by, at);

    /// <summary>Whether somebody else has changed it after that entry.</summary>
    internal bool IsTouched(Thing thing, Guid by, long after) => Touches.GetValueOrDefault(thing)?.ByOthers(by) > after;

    /// <summary>A card and what goes with it: the original of a duplicate, and all its duplicates.</summary>
    internal IReadOnlyList<string> Family(string card) => [OriginalOf(card), .. DuplicatesOf(OriginalOf(card))];

    /// <summary>A card with its own duplicates.</summary>
    internal IReadOnlyList<string> Followers(string card) => [card, .. DuplicatesOf(card)];

    internal Relation RelationOf(string from, string to) => Relations.Find(relation => relation.From == from && relation.To == to)?.Relation ?? Relation.None;

    internal Board By(Guid who, Scene scene) => scene.Session.Participants.ContainsKey(who) ? this with { Hands = Hands.Add(who) } : this;

    internal Board Make(string id, int number, Contribution? name, Guid by) => this with
    {
        Clusters = Clusters.Add(new(id, number, name is null ? null : name with { Held = false }, null, null, [], by, name is null ? 0 : 1)),
        Known = Known.SetItem(id, Clusters.Count),
    };

    internal Board Change(Cluster changed) => this with { Clusters = Clusters.SetItem(Known[changed.Id], changed) };

    /// <summary>Its cards are left over again, and nothing points at it any more.</summary>
    internal Board Drop(string id) => Find(id) is not { } dropped ? this : Change(dropped with { Cards = [], Group = null, Dropped = true }) with
    {
        Places = Places.RemoveRange(dropped.Cards),
        Relations = Relations.RemoveAll(relation => relation.From == id || relation.To == id),
    };

    /// <summary>A card goes with all that say the same, the original and its duplicates, so that none is left behind.</summary>
    internal Board Move(string card, string? to)
    {
        var original = OriginalOf(card);
        return DuplicatesOf(original).Aggregate(Put(original, to), (board, one) => board.Put(one, to));
    }

    /// <summary>A duplicate goes where its original stands, and so do its own duplicates; unlinked, it stays where it is.</summary>
    internal Board Link(string card, string? original)
    {
        var loose = Unlink(card);
        if (original is null) return loose;
        var family = loose.DuplicatesOf(card).Add(card);
        var linked = loose with
        {
            Originals = loose.Originals.SetItems(family.Select(one => KeyValuePair.Create(one, original))),
            Duplicates = loose.Duplicates.Remove(card).SetItem(original, loose.DuplicatesOf(original).Union(family)),
        };
        return family.Remove(card).Append(card).Aggregate(linked, (board, one) => board.Put(one, Places.GetValueOrDefault(original)));
    }

    private ImmutableSortedSet<string> DuplicatesOf(string original) => Duplicates.GetValueOrDefault(original, None);

    private Board Unlink(string card) => Originals.TryGetValue(card, out var original)
        ? this with { Originals = Originals.Remove(card), Duplicates = Duplicates.SetItem(original, DuplicatesOf(original).Remove(card)) }
        : this;

    /// <summary>A group whose name was erased stays what it is.</summary>
    internal Board NameGroup(string id, string name) => name.Length == 0 ? NameGroup(id, "–") : FindGroup(id) is { } group
        ? this with { Groups = Groups.Replace(group, group with { Name = name }) }
        : this with { Groups = Groups.Add(new(id, name, [])) };

    internal Board ChooseKeywords(string id, IReadOnlyList<string> keywords) => FindGroup(id) is { } group
        ? this with { Groups = Groups.Replace(group, group with { Keywords = keywords }) }
        : this;

    internal Board Relate(string from, string to, Relation relation)
    {
        var others = Relations.RemoveAll(other => other.From == from && other.To == to);
        return this with { Relations = relation == Relation.None ? others : others.Add(new(from, to, relation)) };
    }

    /// <param name="place">Among the cards of the cluster; left out, or beyond them: behind them.</param>
    internal Board Put(string card, string? to, int place = int.MaxValue)
    {
        var at = Places.GetValueOrDefault(card);
        if (at == to) return this;
        var lifted = Find(at) is { } left ? Change(left with { Cards = left.Cards.Remove(card) }) : this;
        return Find(to) is { } cluster
            ? lifted.Change(cluster with { Cards = cluster.Cards.Insert(Math.Min(place, cluster.Cards.Count), card) }) with { Places = lifted.Places.SetItem(card, cluster.Id) }
            : lifted with { Places = lifted.Places.Remove(card) };
    }

    [GeneratedRegex("^[a-z0-9]{4,16}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Id();
}
