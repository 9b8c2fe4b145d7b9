using System.Text.Json;
using System.Text.Json.Nodes;
using Participation.Activities.Opinions;
using Participation.Journal;
using Participation.LoadTests.Hub;
using Participation.LoadTests.Oracle;
using Participation.LoadTests.Polis;
using Participation.Sessions;
using Participation.Views;
using Statement = Participation.LoadTests.Polis.Statement;

namespace Participation.Tests.LoadTests;

/// <summary>What screens show, held against the conversation and against the model: each falsehood that is put in is found.</summary>
public sealed class TallyCheckTests
{
    private static readonly PolisFolder Folder = new("Park",
        [new Statement("7", 1, "1", "More trees", 1), new Statement("9", 2, "2", "Fewer cars", -1)],
        [new Vote(3, "7", "1", "agree"), new Vote(4, "7", "2", "disagree"), new Vote(5, "7", "1", "pass")],
        new Dictionary<string, Tally> { ["7"] = new(0, 1, 1), ["9"] = new(0, 0, 0) });

    private static readonly Dictionary<string, string> Ids = new() { ["7"] = "OP-001", ["9"] = "OP-002" };

    private readonly Given session = new(Given.Item("all", "opinions", new { question = Given.Text("What now?"), mayAdd = true }, "OP"));
    private readonly Follower told = new();
    private readonly Guid ada;

    public TallyCheckTests()
    {
        ada = session.Seat();
        var ben = session.Seat();
        session.Happens(ada, new OpinionAdded("all", 1, "More trees"));
        session.Happens(ben, new OpinionAdded("all", 2, "Fewer cars"));
        session.Happens(ada, new OpinionVoted("all", "OP-001", Opinion.Agree));
        session.Happens(ben, new OpinionVoted("all", "OP-001", Opinion.Disagree));
        session.Happens(ada, new OpinionVoted("all", "OP-001", Opinion.Pass));
        told.Joined(new Whole(1, new You(ada), Json(Screens.Of(session.State, new Audience(Role.Participant)))!, Json(Screens.MineOf(session.State, ada)), 1));
    }

    private OpinionsView View => (OpinionsView)Screens.Of(session.State, new Audience(Role.Facilitator)).Activity!;

    private JsonNode Row => told.View!["activity"]!["rows"]![0]!;

    private List<string> Tallies => [.. TallyCheck.Differences(Folder, Ids, TallyCheck.Of(told.View!["activity"]!))];

    private List<string> Views => [.. ViewCheck.Differences(session.State, new Audience(Role.Participant), ada, told)];

    [Fact]
    public void The_model_and_the_told_view_match_the_conversation()
    {
        Assert.Empty(TallyCheck.Differences(Folder, Ids, TallyCheck.Of(View)));
        Assert.Empty(Tallies);
        Assert.Empty(Views);
    }

    [Fact]
    public void A_changed_count_is_found()
    {
        Row["pass"] = 2;
        Assert.Single(Tallies);
        Assert.Single(Views);
    }

    [Fact]
    public void A_vote_that_was_dropped_is_found()
    {
        session.Happens(ada, new OpinionVoted("all", "OP-001", Opinion.Agree));
        Assert.Single(TallyCheck.Differences(Folder, Ids, TallyCheck.Of(View)));
        Assert.Single(Views);
    }

    [Fact]
    public void Another_text_is_found()
    {
        Row["text"] = "More bees";
        Assert.Single(Tallies);
        Assert.Single(Views);
    }

    [Fact]
    public void A_missing_statement_and_one_too_many_are_found()
    {
        Row["id"] = "OP-003";
        Assert.Equal(2, Tallies.Count);
    }

    [Fact]
    public void Something_of_ones_own_that_is_wrong_is_found()
    {
        told.Mine!["activity"]!["voted"] = 5;
        Assert.Empty(Tallies);
        Assert.Contains("/activity/voted", Assert.Single(Views), StringComparison.Ordinal);
    }

    private static JsonNode? Json(object? view) => view is null ? null : JsonSerializer.SerializeToNode(view, view.GetType(), Participation.Journal.Json.Options);
}
