using MediatR;
using Participation.Journal;
using Participation.Sessions;

namespace Participation.Activities.Clusters;

/// <summary>A cluster was given up: its cards are left over again.</summary>
[EventName("clusters.cluster-dropped")]
public sealed record ClusterDropped(string Item, [property: Pointer] string Cluster) : ActivityEvent(Item), IDeed;

/// <summary>Gives a cluster up: participants their own, facilitator and scribe any.</summary>
[CommandName("clusters.drop"), Allowed(Role.Participant, Role.Scribe, Role.Facilitator)]
public sealed record DropCluster([property: Pointer] string Cluster) : ActivityCommand;

public sealed class DropClusterHandler(Desk<SessionState> desk) : IRequestHandler<DropCluster, Receipt>
{
    public Task<Receipt> Handle(DropCluster command, CancellationToken ct) => desk.Work<DropCluster, ClustersSettings, Board>(command, Decide);

    public static Decision Decide(Scene<ClustersSettings> scene, Board board, DropCluster command) =>
        scene.Settings.Forbids(command, ClusterAct.Move, ClusterAct.Name)
        ?? (board.Find(command.Cluster) is not { } cluster ? Decision.Refuse("clusters.unknown-cluster")
            : command.From.Role == Role.Participant && cluster.By != command.From.Id ? Decision.Refuse("clusters.not-yours")
            : Decision.Record(new ClusterDropped(command.Item, command.Cluster)));
}
