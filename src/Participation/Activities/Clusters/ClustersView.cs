using Participation.Sessions;

namespace Participation.Activities.Clusters;

/// <summary>A cluster on a screen. <c>Weight</c>: its dots, once they are revealed. <c>Named</c>: how often it got a title, for those who give one.</summary>
public sealed record ClusterView(string Id, string? Name, string? Label, string? Group, IReadOnlyList<string> Cards, int? Weight, int? Named = null);

/// <summary>A supercluster on a screen, with the words of its clusters sized by dots or, before there are any, by cards.</summary>
public sealed record GroupView(string Id, string Name, IReadOnlyList<string> Keywords, IReadOnlyList<GroupWord> Cloud);

public sealed record GroupWord(string Text, int Weight);

/// <summary>A card and the card that it says again.</summary>
public sealed record DuplicateLink(string Id, string DuplicateOf);

/// <param name="Participants">Whether participants may act.</param>
/// <param name="Total">Cards on the board, whether or not all of them are sent to this audience.</param>
/// <param name="Loose">Left-over cards: they stand in no cluster.</param>
public sealed record ClustersView(
    IReadOnlyList<ClusterAct> Allow, bool Participants, IReadOnlyList<Card> Cards, int Total, IReadOnlyList<ClusterView> Clusters,
    IReadOnlyList<string> Loose, IReadOnlyList<GroupView> Groups, IReadOnlyList<ClusterRelation> Relations, IReadOnlyList<DuplicateLink> Links)
{
    /// <summary>A phone gets the words of so many cards, left-over ones first; it knows the others by number.</summary>
    public const int MostOnPhone = 200;

    /// <summary>
    /// Only shown cards are on the board. While the step is hidden, participants and projector see none of it. A name that the facilitator hid
    /// is seen by facilitator and scribe alone. Dots weigh for nobody before they are revealed.
    /// </summary>
    internal static ClustersView Of(Board board, Scene<ClustersSettings> scene, Audience audience)
    {
        var settings = scene.Settings;
        var leads = audience.Role is Role.Facilitator or Role.Scribe;
        if (scene.Step.Hidden && !leads)
            return new(settings.Allow, settings.Participants, [], Activities.Clusters.Cards.Of(scene, settings).Count(), [], [], [], [], []);
        var whole = Whole(board, scene, hiddenNames: leads);
        return audience.Role == Role.Participant && whole.Total > MostOnPhone ? whole with { Cards = Foremost(whole) } : whole;
    }

    /// <summary>All of the board; the names that a facilitator hid only when asked for.</summary>
    internal static ClustersView Whole(Board board, Scene<ClustersSettings> scene, bool hiddenNames)
    {
        var settings = scene.Settings;
        var cards = Activities.Clusters.Cards.Of(scene, settings).Select(scene.CardOf).ToList();
        var present = cards.Select(card => card.Id).ToHashSet();
        var dots = settings.Weights is { } item ? scene.WeightsOf(item) : null;
        var clusters = board.Clusters.Where(cluster => !cluster.Dropped).Select(cluster =>
        {
            var named = cluster.Name is { } name && (hiddenNames || scene.StatusOf(name) == ContributionStatus.Shown);
            int? weight = dots is { Count: > 0 } ? dots.GetValueOrDefault(scene.IdOf(cluster.Number)) : null;
            return new ClusterView(cluster.Id, named ? cluster.Name!.Text : null, named ? cluster.Label : null, cluster.Group,
                [.. cluster.Cards.Where(present.Contains)], weight, hiddenNames && cluster.Named > 0 ? cluster.Named : null);
        }).ToList();
        return new(settings.Allow, settings.Participants, cards, cards.Count, clusters,
            [.. cards.Where(card => !board.Places.ContainsKey(card.Id)).Select(card => card.Id)],
            [.. board.Groups.Select(group => new GroupView(group.Id, group.Name, group.Keywords, Cloud(group, clusters)))],
            board.Relations,
            [.. board.Originals.Where(link => present.Contains(link.Key) && present.Contains(link.Value)).Select(link => new DuplicateLink(link.Key, link.Value))]);
    }

    private static IReadOnlyList<GroupWord> Cloud(Group group, List<ClusterView> clusters) =>
    [
        .. clusters.Where(cluster => cluster.Group == group.Id && (cluster.Label ?? cluster.Name) is not null)
            .Select(cluster => new GroupWord((cluster.Label ?? cluster.Name)!, cluster.Weight ?? cluster.Cards.Count)),
    ];

    private static IReadOnlyList<Card> Foremost(ClustersView whole)
    {
        var loose = whole.Loose.ToHashSet();
        return [.. whole.Cards.OrderByDescending(card => loose.Contains(card.Id)).Take(MostOnPhone)];
    }
}
