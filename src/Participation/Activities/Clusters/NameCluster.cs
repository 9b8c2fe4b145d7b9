using MediatR;
using Participation.Journal;
using Participation.Sessions;

namespace Participation.Activities.Clusters;

/// <summary>A cluster has a name now: a sentence that says what it states. <c>Label</c>: a few words for the cloud; null: none.</summary>
[EventName("clusters.cluster-named")]
public sealed record ClusterNamed(string Item, [property: Pointer] string Cluster, [property: Erasable] string Name, [property: Erasable] string? Label) : ActivityEvent(Item), IWords, IDeed
{
    string IWords.Of => Cluster;
}

/// <summary>Names a cluster and sets or takes away its label. <c>Basis</c>: how often it had been named when it was looked at; null: nobody says.</summary>
[CommandName("clusters.name"), Allowed(Role.Participant, Role.Scribe, Role.Facilitator)]
public sealed record NameCluster([property: Pointer] string Cluster, [property: Words(NameClusterHandler.NameLimit)] string Name, [property: Words(40)] string? Label = null, int? Basis = null) : ActivityCommand;

public sealed class NameClusterHandler(Desk<SessionState> desk) : IRequestHandler<NameCluster, Receipt>
{
    internal const int NameLimit = 140;

    public Task<Receipt> Handle(NameCluster command, CancellationToken ct) => desk.Work<NameCluster, ClustersSettings, Board>(command, Decide);

    public static Decision Decide(Scene<ClustersSettings> scene, Board board, NameCluster command)
    {
        if (scene.Settings.Forbids(command, ClusterAct.Name, ClusterAct.Condense) is { } forbidden) return forbidden;
        if (board.Find(command.Cluster) is not { } cluster) return Decision.Refuse("clusters.unknown-cluster");
        if (command.Name == cluster.Name?.Text && command.Label == cluster.Label) return Decision.Record();
        if (command.Basis is { } seen && seen != cluster.Named) return Decision.Refuse("contribution.stale");
        return Decision.Record(new ClusterNamed(command.Item, command.Cluster, command.Name, command.Label));
    }
}
