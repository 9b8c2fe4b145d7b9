using Participation.Sessions;
using Participation.Sessions.Acts;

namespace Participation.Activities.Clusters;

/// <summary>What undo calls an act on the board: by the number of its card, the letter of its cluster, the name of its strategy, as they stand on the console.</summary>
internal static class DeedNames
{
    public static DeedName Of(Board board, IDeed did) => did switch
    {
        CardMoved { Cluster: null } e => new(e.Contribution, null, "out"),
        CardMoved e => new(e.Contribution, Letter(board, e.Cluster)),
        CardLinked { DuplicateOf: null } e => new(e.Contribution, null, "apart"),
        CardLinked e => new(e.Contribution, e.DuplicateOf),
        ClusterMade e => new(Letter(board, e.Cluster)),
        ClusterNamed e => new(Letter(board, e.Cluster)),
        ClusterDropped e => new(board.Clusters.Find(cluster => cluster.Id == e.Cluster)?.Name?.Text ?? "–"),
        GroupNamed e => new(board.FindGroup(e.Group)?.Name),
        ClusterGathered { Group: null } e => new(Letter(board, e.Cluster), null, "out"),
        ClusterGathered e => new(Letter(board, e.Cluster), board.FindGroup(e.Group)?.Name),
        KeywordsChosen e => new(board.FindGroup(e.Group)?.Name),
        ClustersRelated e => new(Letter(board, e.From), Letter(board, e.To)),
        _ => new(null),
    };

    private static string Letter(Board board, string id) =>
        board.Find(id) is null ? "–" : ClustersSection.LetterOf(board.Clusters.Where(cluster => !cluster.Dropped).TakeWhile(cluster => cluster.Id != id).Count());
}
