using System.Text.Json;
using System.Text.Json.Nodes;
using Participation.Journal;
using Participation.LoadTests.Hub;
using Participation.Views;

namespace Participation.Tests.LoadTests;

/// <summary>The raw client's half of the protocol: numbers, and patches as RFC 6902 means them.</summary>
public sealed class FollowerTests
{
    private readonly Follower follower = new();

    [Fact]
    public void The_next_frame_is_applied_and_an_old_one_ignored()
    {
        Join(5, """{"n":0}""");
        Assert.True(follower.Show(Frame(5, 6, """[{"op":"replace","path":"/n","value":1}]""")));
        Assert.True(follower.Show(Frame(4, 6, """[{"op":"replace","path":"/n","value":9}]""")));
        Assert.Equal((6, """{"n":1}"""), (follower.Number, follower.View!.ToJsonString()));
    }

    [Fact]
    public void A_missing_number_asks_for_the_whole()
    {
        Join(5, "{}");
        Assert.False(follower.Show(Frame(6, 7, "[]")));
        Assert.Equal(5, follower.Number);
    }

    [Fact]
    public void What_arrives_before_the_answer_is_judged_afterwards()
    {
        follower.Show(Frame(4, 5, """[{"op":"add","path":"/old","value":1}]"""));
        follower.Show(Frame(5, 6, """[{"op":"add","path":"/n","value":1}]"""));
        follower.Take(new Own(8, JsonNode.Parse("""{"number":2}""")));
        Assert.True(Join(5, "{}"));
        Assert.Equal((6, """{"n":1}""", 8), (follower.Number, follower.View!.ToJsonString(), follower.MineNumber));
    }

    [Fact]
    public void The_highest_own_number_counts()
    {
        Join(1, "{}");
        follower.Take(new Own(9, JsonNode.Parse("9")));
        follower.Take(new Own(7, JsonNode.Parse("7")));
        Assert.Equal("9", follower.Mine!.ToJsonString());
    }

    [Fact]
    public void A_patch_to_a_place_that_is_not_there_asks_for_the_whole()
    {
        Join(1, """{"list":[1]}""");
        foreach (var step in (string[])[
            """{"op":"replace","path":"/nothing","value":1}""", """{"op":"remove","path":"/list/1"}""", """{"op":"add","path":"/list/3","value":1}""",
            """{"op":"add","path":"/no/where","value":1}""", """{"op":"move","path":"/list"}"""])
            Assert.False(follower.Show(Frame(1, 2, $"[{step}]")));
    }

    [Fact]
    public void A_patch_of_the_model_leads_from_the_view_before_to_the_view_after()
    {
        var session = new Given(Given.Item("all", "ideas", new { question = Given.Text("What now?") }));
        var ada = session.Seat();
        var audience = new Audience(Role.Facilitator);
        var before = Screens.Of(session.State, audience);
        for (var n = 1; n <= 3; n++) session.Happens(ada, new Participation.Activities.Ideas.IdeaGiven("all", n, $"A/b~c {n}", null, null, null, null, null));
        var after = Screens.Of(session.State, audience);
        Join(1, JsonSerializer.Serialize(before, Json.Options));
        Assert.True(follower.Show(Frame(1, 2, JsonSerializer.Serialize(Difference.Between(before, after), Json.Options))));
        Assert.True(JsonNode.DeepEquals(JsonSerializer.SerializeToNode(after, Json.Options), follower.View));
    }

    private bool Join(long number, string view) => follower.Joined(new Whole(number, new You(Guid.Empty), JsonNode.Parse(view)!, null, 0));

    private static Frame Frame(long from, long number, string patch) => new(from, number, JsonNode.Parse(patch)!.AsArray());
}
