using System.Text.Json;
using System.Text.RegularExpressions;
using Participation.Activities.Clusters;
using Participation.Activities.DotVote;
using Participation.Activities.Ideas;
using Participation.Activities.Opinions;
using Participation.Journal;
using Participation.Reports;
using Participation.Texts;

namespace Participation.Tests.Activities;

/// <summary>Everything that a section prints is in words: no key of the catalogue and no empty place shows through.</summary>
public sealed partial class SectionTextsTests
{
    [Theory]
    [InlineData("en")]
    [InlineData("it")]
    [InlineData("de")]
    public void A_section_prints_words_in_each_language(string language)
    {
        var room = FullRoom();
        foreach (var item in room.State.Opened!.Agenda)
        {
            foreach (var block in room.Section(item.Id, language))
            {
                var printed = JsonSerializer.Serialize<object>(block, Json.Options);
                Assert.DoesNotMatch(Key(), printed);
                Assert.DoesNotMatch(Place(), printed);
            }
        }
    }

    [Fact]
    public void Every_language_has_the_same_keys() =>
        Assert.All(LocalText.Languages, language => Assert.Equal(Words.Keys("en").Order(), Words.Keys(language).Order()));

    /// <summary>One item of each kind, with something of everything in it.</summary>
    private static Given FullRoom()
    {
        var room = new Given(
            Given.Item("slide", "slide", new { body = Given.Text("Welcome") }),
            Given.Item("ideas", "ideas", new
            {
                question = Given.Text("What?"), kinds = new[] { "sentiment", "idea", "project" }, categories = new[] { new { id = "parks", label = Given.Text("Parks") } },
            }),
            Given.Item("board", "clusters", new { from = new[] { "ideas" }, allow = new[] { "link", "move", "name", "group", "relate", "condense" }, weights = "vote" }, "CL"),
            Given.Item("vote", "dot-vote", new { question = Given.Text("Which?"), from = new[] { "board" } }, "DV"),
            Given.Item("opinions", "opinions", new { question = Given.Text("Agree?"), statements = Enumerable.Range(1, 22).Select(n => Given.Text($"S{n}")) }, "OP"));
        room.Seats(2);
        foreach (var kind in Enum.GetValues<IdeaKind>())
            room.Do<GiveIdea, IdeasState>("ideas", Given.Id(1), new($"An idea {kind}", kind, "parks"), GiveIdeaHandler.Decide);
        ClusterRoom.Do<MakeCluster>(room, new("aaaa", "A"), MakeClusterHandler.Decide, "board");
        ClusterRoom.Do<MakeCluster>(room, new("bbbb"), MakeClusterHandler.Decide, "board");
        ClusterRoom.Do<MakeCluster>(room, new("cccc", "C"), MakeClusterHandler.Decide, "board");
        ClusterRoom.Do<LinkCard>(room, new("IM-001", "IM-002"), LinkCardHandler.Decide, "board");
        ClusterRoom.Do<NameGroup>(room, new("gggg", "G"), NameGroupHandler.Decide, "board");
        ClusterRoom.Do<GatherCluster>(room, new("aaaa", "gggg"), GatherClusterHandler.Decide, "board");
        ClusterRoom.Do<ChooseKeywords>(room, new("gggg", ["one"]), ChooseKeywordsHandler.Decide, "board");
        ClusterRoom.Do<RelateClusters>(room, new("aaaa", "bbbb", Relation.Causes), RelateClustersHandler.Decide, "board");
        ClusterRoom.Do<RelateClusters>(room, new("bbbb", "aaaa", Relation.Supports), RelateClustersHandler.Decide, "board");
        ClusterRoom.Do<RelateClusters>(room, new("aaaa", "cccc", Relation.Conflicts), RelateClustersHandler.Decide, "board");
        room.NewRound("vote").NewRound("opinions");
        foreach (var who in new[] { Given.Id(1), Given.Id(2) })
        {
            room.Do<CastDots, DotVoteState>("vote", who, new(new Dictionary<string, int> { ["CL-001"] = 2, ["CL-003"] = 2 }), CastDotsHandler.Decide);
            foreach (var n in Enumerable.Range(1, 21))
                room.Do<VoteOpinion, OpinionsState>("opinions", who, new($"OP-{n:000}", who == Given.Id(1) ? Opinion.Agree : Opinion.Disagree), VoteOpinionHandler.Decide);
        }
        return room;
    }

    [GeneratedRegex(@"\b(ideas|clusters|dot-vote|opinions|slide|report)\.[a-z]")]
    private static partial Regex Key();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();
}
