using System.Collections.Immutable;
using Participation.Journal;
using Participation.Sessions;

namespace Participation.Activities.Clusters;

/// <summary>What one step of the work may do: a later agenda item goes on with the same board and allows something else.</summary>
public enum ClusterAct { Link, Move, Name, Group, Relate, Condense }

/// <param name="From">Agenda items whose contributions are the cards.</param>
/// <param name="Participants">Whether participants may act, or only facilitator and scribe.</param>
/// <param name="Weights">The agenda item whose dots weigh the clusters, once they are revealed.</param>
public sealed record ClustersSettings(
    IReadOnlyList<Source> From, IReadOnlyList<ClusterAct> Allow, bool Participants = false, VotesOf? Weights = null)
{
    /// <summary>Why somebody cannot do now what any of these acts allows; null when they can.</summary>
    internal Decision? Forbids(SessionCommand command, params IEnumerable<ClusterAct> acts) =>
        !acts.Any(Allow.Contains) ? Decision.Refuse("clusters.not-now")
        : command.From.Role == Role.Participant && !Participants ? Decision.Refuse("clusters.facilitator-only")
        : null;
}

/// <summary>Cards are sorted into clusters that get a sentence each, clusters into strategies; nothing is deleted on the way.</summary>
public sealed class Clusters() : Activity<ClustersSettings, Board, ClustersView, Nothing>("clusters")
{
    public override Board Start(Scene<ClustersSettings> scene) => Board.Empty;

    public override Board Evolve(Board state, Entry entry, Scene<ClustersSettings> scene)
    {
        var (done, touched, by) = (Done(state, entry, scene), TakenBack.Touched(state, (ActivityEvent)entry.Event), entry.Hand ?? entry.By);
        return (scene.Session.IsDeedOf(entry) ? done.Touch(touched, by, entry.Number) : done.TouchKnown(touched, by, entry.Number)).By(entry.By, scene);
    }

    private static Board Done(Board state, Entry entry, Scene scene) => entry.Event switch
    {
        ClusterMade e => state.Make(e.Cluster, e.Number, e.Name is { } name ? scene.Give(entry, e, name) : null, entry.By),
        ClusterNamed e when state.Find(e.Cluster) is { } cluster => state.Change(cluster with
        {
            Name = e.Name.Length == 0 ? null : scene.Give(entry, new ClusterMade(e.Item, cluster.Number, e.Cluster, e.Name), e.Name) with { Held = false },
            Label = e.Label,
            Named = cluster.Named + 1,
        }),
        ClusterDropped e => state.Drop(e.Cluster),
        CardMoved e => state.Move(e.Contribution, e.Cluster),
        CardLinked e => state.Link(e.Contribution, e.DuplicateOf),
        GroupNamed e => state.NameGroup(e.Group, e.Name),
        ClusterGathered e when state.Find(e.Cluster) is { } cluster => state.Change(cluster with { Group = e.Group }),
        KeywordsChosen e => state.ChooseKeywords(e.Group, e.Keywords),
        ClustersRelated e => state.Relate(e.From, e.To, e.Relation),
        _ => state,
    };

    /// <summary>It gives the clusters that have a name, to be voted on.</summary>
    public override StepParts Has(Board state, Scene<ClustersSettings> scene) => new()
    {
        Gives = state.Clusters.Where(cluster => cluster.Name is not null).Select(cluster => cluster.Name! with { Withdrawn = cluster.Dropped }),
        Hands = state.Hands,
        Section = words => new ClustersSection(state, scene, words),
    };

    public override ClustersView View(Board state, Scene<ClustersSettings> scene, Audience audience) => ClustersView.Of(state, scene, audience);
}
