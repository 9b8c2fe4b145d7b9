using Participation.Activities.Clusters;
using Participation.Sessions;

namespace Participation.Tests.Activities;

/// <summary>Of two who name one cluster, the slower one does not write over a title that they did not see.</summary>
public sealed class TitleTests
{
    [Fact]
    public void A_title_that_was_written_on_an_older_one_is_refused()
    {
        var room = ClusterRoom.With("Trees").Open("sort");
        Assert.Null(ClusterRoom.Do<MakeCluster>(room, new("aaaa"), MakeClusterHandler.Decide, "sort"));
        room.Open("name");
        Assert.Null(Named(room));
        Assert.Null(Name(room, "Shade for all", 0));
        Assert.Equal("contribution.stale", Name(room, "Shade for some", 0));
        Assert.Equal(("Shade for all", 1), (Title(room), Named(room)));
        Assert.Null(Name(room, "Shade for some", 1));
        // What stands there already changes nothing, and a page of before says nothing of what it saw.
        var before = room.Entries.Count;
        Assert.Null(Name(room, "Shade for some", 0));
        Assert.Equal(before, room.Entries.Count);
        Assert.Null(Name(room, "Shade at noon"));
        Assert.Equal(3, Named(room));

        // To take one back is to name it once more: who saw what was taken back is stale too.
        room.Undo();
        Assert.Equal(("Shade for some", 4), (Title(room), Named(room)));
        Assert.Equal("contribution.stale", Name(room, "Shade at night", 3));
    }

    [Fact]
    public void A_cluster_that_was_begun_with_a_title_has_one_and_only_who_writes_titles_is_told_how_many()
    {
        var room = ClusterRoom.With("Trees").Open("sort");
        Assert.Null(ClusterRoom.Do<MakeCluster>(room, new("aaaa", "Shade"), MakeClusterHandler.Decide, "sort"));
        Assert.Equal(1, Named(room));
        Assert.Null(room.View<ClustersView>("name", Role.Projector).Clusters.Single().Named);
        Assert.Null(room.View<ClustersView>("name", Role.Participant).Clusters.Single().Named);
    }

    private static string? Name(Given room, string title, int? basis = null) => ClusterRoom.Do<NameCluster>(room, new("aaaa", title, Basis: basis), NameClusterHandler.Decide, "name");

    private static string? Title(Given room) => room.View<ClustersView>("name", Role.Facilitator).Clusters.Single().Name;

    private static int? Named(Given room) => room.View<ClustersView>("name", Role.Facilitator).Clusters.Single().Named;
}
