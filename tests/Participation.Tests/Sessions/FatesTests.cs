using Participation.Activities.Clusters;
using Participation.Activities.DotVote;
using Participation.Activities.Ideas;
using Participation.Sessions;
using Participation.Sessions.Acts;
using Participation.Sessions.Became;
using Participation.Writing;

namespace Participation.Tests.Sessions;

/// <summary>What became of one's own: the cluster, its dots, the strategy; only what the room saw, and only for who gave it.</summary>
public sealed class FatesTests
{
    private static (Given Room, Guid Ada, Guid Ben) Room()
    {
        var room = new Given(
            Given.Item("ideas", "ideas", new { question = Given.Text("What?") }),
            Given.Item("sort", "clusters", new { from = new[] { "ideas" }, allow = new[] { "move", "name", "group" }, participants = true }, "GR"),
            Given.Item("dots", "dot-vote", new { question = Given.Text("Which?"), from = new[] { "sort" } }, "DV", hidden: true));
        var (ada, ben) = (room.Seat(), room.Seat());
        foreach (var (who, text) in new[] { (ada, "A pond"), (ben, "A bench"), (ada, "A kiosk") }) Assert.Null(room.Do<GiveIdea, Contributions>("ideas", who, new(text), GiveIdeaHandler.Decide));
        room.Open("sort");
        room.Happens(ada, new ClusterMade("sort", 1, "aaaa", "Water in the quarter")).Happens(ada, new CardMoved("sort", "IM-001", "aaaa")).Happens(ada, new CardMoved("sort", "IM-002", "aaaa"))
            .Happens(ada, new GroupNamed("sort", "gggg", "Cooler summers")).Happens(ada, new ClusterGathered("sort", "aaaa", "gggg"));
        room.Open("dots");
        foreach (var who in new[] { ada, ben }) Assert.Null(room.Do<CastDots, Nothing>("dots", who, new(new Dictionary<string, int> { ["GR-001"] = 3 }), CastDotsHandler.Decide));
        return (room, ada, ben);
    }

    private static void Close(Given room) => room.Act(new CloseSession(), CloseSessionHandler.Decide);

    [Fact]
    public void After_the_close_it_says_in_which_cluster_and_strategy_ones_own_lies_and_how_many_dots_that_got()
    {
        var (room, ada, ben) = Room();
        room.Reveal("dots");
        Assert.Empty(Fates.Of(room.State, "en").Of(ada));
        Close(room);
        var fates = Fates.Of(room.State, "en").Of(ada);
        Assert.Equal(["IM-001", "IM-003", "GR-001"], fates.Select(fate => fate.Id));
        Assert.Equal([("In the cluster", "GR-001", "Water in the quarter", "A"), ("In the strategy", null, "Cooler summers", null)], fates[0].Places.Select(place => (place.Sort, place.In, place.Label, place.Called)));
        // Of whom a number is, it says: of those who voted.
        Assert.Contains(fates[0].Counts, count => (count.What, count.N) == ("Voters", 2));
        Assert.Contains(fates[0].Counts, count => count.N == 6);
        Assert.Equal((0, 0), (fates[1].Places.Count, fates[1].Counts.Count));
        Assert.Equal(["IM-002"], Fates.Of(room.State, "it").Of(ben).Select(fate => fate.Id));
        Assert.Equal("Nel gruppo", Fates.Of(room.State, "it").Of(ben)[0].Places[0].Sort);
        Assert.Empty(Fates.Of(room.State, "en").Of(Given.Id(77)));
    }

    [Fact]
    public void Of_a_vote_that_was_never_shown_it_tells_no_count()
    {
        var (room, ada, _) = Room();
        Close(room);
        Assert.DoesNotContain(Fates.Of(room.State, "en").Of(ada).SelectMany(fate => fate.Counts), count => count.N == 6);
    }

    [Fact]
    public void What_was_hidden_has_no_fate_and_a_hidden_title_is_told_to_nobody()
    {
        var (room, ada, ben) = Room();
        room.Mark("IM-002", Marking.Hide).Mark("GR-001", Marking.Hide);
        Close(room);
        Assert.Empty(Fates.Of(room.State, "en").Of(ben));
        Assert.DoesNotContain(Fates.Of(room.State, "en").Of(ada).SelectMany(fate => fate.Places), place => place.Label.Contains("Water", StringComparison.Ordinal));
    }
}
