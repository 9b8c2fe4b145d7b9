using MediatR;
using Participation.Journal;
using Participation.Sessions;

namespace Participation.Activities.Clusters;

/// <summary>A cluster was begun, with or without a name. Its number stands for its name when that is voted on.</summary>
[EventName("clusters.cluster-made")]
public sealed record ClusterMade(string Item, int Number, [property: Pointer] string Cluster, [property: Erasable] string? Name) : ContributionGiven(Item, Number), IWords, IDeed
{
    string IWords.Of => Cluster;
}

/// <summary>Begins a cluster under an id that the client made.</summary>
[CommandName("clusters.make"), Allowed(Role.Participant, Role.Scribe, Role.Facilitator)]
public sealed record MakeCluster([property: Pointer] string Cluster, [property: Words(NameClusterHandler.NameLimit)] string? Name = null) : ActivityCommand;

public sealed class MakeClusterHandler(Desk<SessionState> desk) : IRequestHandler<MakeCluster, Receipt>
{
    /// <summary>More would be no order any more.</summary>
    internal const int MostClusters = 200;

    /// <summary>Of one participant, also those dropped: nobody takes the others' room.</summary>
    internal const int MostEach = 40;

    public Task<Receipt> Handle(MakeCluster command, CancellationToken ct) => desk.Work<MakeCluster, ClustersSettings, Board>(command, Decide);

    public static Decision Decide(Scene<ClustersSettings> scene, Board board, MakeCluster command)
    {
        if (scene.Settings.Forbids(command, ClusterAct.Move, ClusterAct.Name) is { } forbidden) return forbidden;
        if (!Board.IsId(command.Cluster)) return Decision.Refuse("clusters.bad-id");
        if (board.Clusters.Exists(cluster => cluster.Id == command.Cluster)) return Decision.Refuse("clusters.exists");
        if (board.Clusters.Count(cluster => !cluster.Dropped) >= MostClusters) return Decision.Refuse("clusters.too-many");
        if (command.From.Role == Role.Participant && board.Clusters.Count(cluster => cluster.By == command.From.Id) >= MostEach) return Decision.Refuse("clusters.too-many-own");
        return Decision.Record(new ClusterMade(command.Item, scene.NextNumber, command.Cluster, command.Name));
    }
}
