using MediatR;
using Participation.Journal;
using Participation.Sessions;

namespace Participation.Activities.Clusters;

/// <summary>A cluster was put into a supercluster, or taken out (null).</summary>
[EventName("clusters.cluster-gathered")]
public sealed record ClusterGathered(string Item, [property: Pointer] string Cluster, [property: Pointer] string? Group) : ActivityEvent(Item), IDeed;

/// <summary>Puts a cluster into a supercluster; without one, takes it out.</summary>
[CommandName("clusters.gather"), Allowed(Role.Participant, Role.Scribe, Role.Facilitator)]
public sealed record GatherCluster([property: Pointer] string Cluster, [property: Pointer] string? Group = null) : ActivityCommand;

public sealed class GatherClusterHandler(Desk<SessionState> desk) : IRequestHandler<GatherCluster, Receipt>
{
    public Task<Receipt> Handle(GatherCluster command, CancellationToken ct) => desk.Work<GatherCluster, ClustersSettings, Board>(command, Decide);

    public static Decision Decide(Scene<ClustersSettings> scene, Board board, GatherCluster command) =>
        scene.Settings.Forbids(command, ClusterAct.Group)
        ?? (board.Find(command.Cluster) is null ? Decision.Refuse("clusters.unknown-cluster")
        : command.Group is { } group && board.FindGroup(group) is null ? Decision.Refuse("clusters.unknown-group")
        : Decision.Record(new ClusterGathered(command.Item, command.Cluster, command.Group)));
}
