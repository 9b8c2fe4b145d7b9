using Participation.Activities.Clusters;
using Participation.Sessions;
using Participation.Sessions.Acts;
using Participation.Tests.Activities;
using Participation.Views;

namespace Participation.Tests.Sessions;

/// <summary>Undo means what was done last: it never throws the room back behind work on a board.</summary>
public sealed class UndoTests
{
    [Fact]
    public void A_step_is_never_closed_by_an_undo_that_meant_a_card()
    {
        var room = ClusterRoom.With("Trees", "Shade").Open("sort");
        Assert.Null(Undo(room).Withheld);
        Assert.Null(ClusterRoom.Do<MakeCluster>(room, new("cluster1"), MakeClusterHandler.Decide, "sort"));
        Assert.Null(ClusterRoom.Do<MoveCard>(room, new("IM-001", "cluster1"), MoveCardHandler.Decide, "sort"));

        Assert.True(Undo(room).Withheld);
        Assert.Equal("session.worked-since", UndoActHandler.Decide(room.State, new UndoAct(room.State.Acts.Peek().Act) with { From = new(default, Given.Id(99), null, Role.Facilitator, default, default, default) }).Refused?.Code);
        Assert.Equal("sort", room.State.Stage.Open);

        // What has nothing to do with the step, and every later act, is taken back as ever.
        room.Act(new MarkContribution("IM-002", Marking.Hide), MarkContributionHandler.Decide);
        Assert.Null(Undo(room).Withheld);
        room.Undo();
        Assert.True(Undo(room).Withheld);
        room.Open("name");
        Assert.Null(Undo(room).Withheld);
        room.Undo();
        Assert.Equal("sort", room.State.Stage.Open);

        // Once the work is taken back as well, so can the step be.
        room.Undo().Undo();
        Assert.Null(Undo(room).Withheld);
        room.Undo();
        Assert.Equal("link", room.State.Stage.Open);
    }

    [Fact]
    public void What_participants_gave_withholds_nothing_and_stays()
    {
        var room = ClusterRoom.With("Trees").Open("sort");
        Assert.Null(ClusterRoom.Do<MakeCluster>(room, new("cluster1"), MakeClusterHandler.Decide, "sort", Given.Id(1)));
        room.Undo();
        Assert.Equal("link", room.State.Stage.Open);
    }

    [Fact]
    public void A_board_begun_anew_is_not_put_away_by_an_undo_that_meant_a_card()
    {
        var room = ClusterRoom.With("Trees", "A tree");
        room.Act(new ResetItem { Item = "link" }, ResetItemHandler.Decide);
        Assert.Null(Undo(room).Withheld);
        Assert.Null(ClusterRoom.Do<LinkCard>(room, new("IM-002", "IM-001"), LinkCardHandler.Decide, "link"));
        Assert.True(Undo(room).Withheld);
    }

    /// <summary>The work of the open step may have begun in another one.</summary>
    [Fact]
    public void Nor_is_one_beside_the_open_step()
    {
        var room = ClusterRoom.With("Trees", "A tree");
        room.Open("sort");
        room.Act(new ResetItem { Item = "link" }, ResetItemHandler.Decide);
        Assert.Null(Undo(room).Withheld);
        Assert.Null(ClusterRoom.Do<MakeCluster>(room, new("cluster1"), MakeClusterHandler.Decide, "sort"));
        Assert.True(Undo(room).Withheld);
    }

    private static UndoView Undo(Given room) => Screens.Of(room.State, new(Role.Facilitator)).Board!.Undo!;
}
