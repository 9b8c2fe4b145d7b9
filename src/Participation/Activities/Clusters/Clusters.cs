using System.Collections.Immutable;
using Participation.Journal;
using Participation.Reports;
using Participation.Sessions;
using Participation.Sessions.Acts;
using Participation.Texts;

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

    public override DeedName NameOf(Board now, IDeed did, Scene<ClustersSettings> scene) => DeedNames.Of(now, did);

    public override Board? Without(Board now, Deed deed, Guid by, long at, Scene<ClustersSettings> scene) =>
        TakenBack.Of(now, deed, by)?.Touch(TakenBack.Touched((Board)deed.Before!, deed.Did), by, at);

    public override ClustersView View(Board state, Scene<ClustersSettings> scene, Audience audience) => ClustersView.Of(state, scene, audience);

    /// <summary>Clusters that have a name, to be voted on.</summary>
    public override IEnumerable<Contribution> Gives(Board state, Scene<ClustersSettings> scene) =>
        state.Clusters.Where(cluster => cluster.Name is not null).Select(cluster => cluster.Name! with { Withdrawn = cluster.Dropped });

    public override IEnumerable<SectionCount> Counts(Board state, Scene<ClustersSettings> scene, Words words) => ClustersSection.Counts(state, scene, words);

    public override IEnumerable<SectionPlace> Places(Board state, Scene<ClustersSettings> scene, Words words) => ClustersSection.Places(state, scene, words);

    public override int Answered(Board state, Scene<ClustersSettings> scene) => scene.WithoutFlood(state.Hands.Count, state.Hands.Contains);

    public override Findings Findings(Board state, Scene<ClustersSettings> scene, Words words) => ClustersFindings.Of(state, scene, words);

    public override IReadOnlyList<Block> Section(Board state, Scene<ClustersSettings> scene, Words words) => ClustersSection.Of(state, scene, words);
}
