using Participation.Activities.Clusters;
using Participation.Activities.DotVote;
using Participation.Reports;
using Participation.Sessions;
using Participation.Sessions.Acts;
using Participation.Sessions.Reporting;
using Table = Participation.Reports.Table;

namespace Participation.Tests.Activities;

/// <summary>From dots on clusters to weights, clouds and the section in the report.</summary>
public sealed class ClustersReportTests
{
    /// <summary>Two clusters in one strategy, one duplicate, one card left over, and three dots on the trees.</summary>
    private static Given Room()
    {
        var room = ClusterRoom.With("Trams", "Trees", "More trams", "Housing");
        ClusterRoom.Do<MakeCluster>(room, new("rail", "Trams come often"), MakeClusterHandler.Decide, "sort");
        ClusterRoom.Do<MakeCluster>(room, new("green", "Every street has trees"), MakeClusterHandler.Decide, "sort");
        ClusterRoom.Do<MoveCard>(room, new("IM-001", "rail"), MoveCardHandler.Decide, "sort");
        ClusterRoom.Do<MoveCard>(room, new("IM-002", "green"), MoveCardHandler.Decide, "sort");
        ClusterRoom.Do<LinkCard>(room, new("IM-003", "IM-001"), LinkCardHandler.Decide, "link");
        ClusterRoom.Do<NameCluster>(room, new("green", "Every street has trees", "Trees"), NameClusterHandler.Decide, "name");
        ClusterRoom.Do<NameGroup>(room, new("live", "A city to live in"), NameGroupHandler.Decide, "name");
        ClusterRoom.Do<GatherCluster>(room, new("rail", "live"), GatherClusterHandler.Decide, "name");
        ClusterRoom.Do<GatherCluster>(room, new("green", "live"), GatherClusterHandler.Decide, "name");
        ClusterRoom.Do<RelateClusters>(room, new("rail", "green", Relation.Supports), RelateClustersHandler.Decide, "relate");
        Assert.Null(room.Do<CastDots, Nothing>("vote", Given.Id(1), new(new Dictionary<string, int> { ["CL-002"] = 3 }), CastDotsHandler.Decide));
        Assert.Null(ClusterRoom.Do<ChooseKeywords>(room, new("live", ["green", "near"]), ChooseKeywordsHandler.Decide, "condense"));
        return room;
    }

    [Theory]
    [InlineData(Role.Facilitator)]
    [InlineData(Role.Participant)]
    [InlineData(Role.Projector)]
    public void Clusters_weigh_their_cards_until_the_dots_are_revealed(Role role)
    {
        var room = Room();
        var view = room.View<ClustersView>("condense", role);
        Assert.All(view.Clusters, cluster => Assert.Null(cluster.Weight));
        Assert.Equal([new("Trams come often", 2), new("Trees", 1)], view.Groups[0].Cloud);
        view = room.Reveal("vote").View<ClustersView>("condense", role);
        Assert.Equal([0, 3], view.Clusters.Select(cluster => cluster.Weight));
        Assert.Equal([new("Trams come often", 0), new("Trees", 3)], view.Groups[0].Cloud);
    }

    [Fact]
    public void The_section_of_the_last_step_shows_all_that_came_out()
    {
        var blocks = Room().Reveal("vote").Section("condense");
        Assert.Contains(new Paragraph("4 cards on the board: 2 clusters, 1 card linked as a duplicate, 1 card not in a cluster."), blocks);
        var map = Assert.Single(blocks.OfType<ClusterMap>());
        var group = Assert.Single(map.Groups);
        Assert.Equal("A city to live in", group.Title);
        Assert.Equal(["IM-001", "IM-003"], group.Clusters[0].Marks);
        Assert.Equal([new("rail", "green", "supports", ArrowLine.Open)], Assert.Single(blocks.OfType<Relations>()).Arrows);
        var tables = blocks.OfType<Table>().ToList();
        Assert.Equal(["B\nCL-002", "Every street has trees", "IM-002 Trees", "1", "3"], tables[0].Rows[0]);
        Assert.Equal(["A\nCL-001", "Trams come often", "IM-001 Trams\nIM-003 More trams", "2", "0"], tables[0].Rows[1]);
        Assert.Equal(["IM-001 Trams", "IM-003 More trams"], Assert.Single(tables[1].Rows));
        Assert.Equal([new("Housing", "IM-004")], Assert.Single(blocks.OfType<Quotes>()).Items);
        Assert.Contains(new Lead("A city to live in", "Strategy 1", Voice: true, "Keywords: green · near"), blocks);
        var parts = Assert.Single(blocks.OfType<Bars>());
        Assert.Equal(("What strategy 1 consists of", "dots", "3 dots in all"), (parts.Title, parts.Unit, parts.N));
        Assert.Equal([new("Every street has trees", "B", 3), new("Trams come often", "A", 0)], parts.Rows);
        Assert.All([map.N, tables[0].N], n => Assert.Equal("4 cards, 1 of them not in a cluster", n));
    }

    /// <summary>Eleven words of different sizes look like a picture that says something; what they say is their order.</summary>
    [Theory, InlineData(1, false), InlineData(11, false), InlineData(12, true)]
    public void Few_words_are_a_ranked_list_and_no_cloud(int clusters, bool cloud)
    {
        var room = ClusterRoom.With("Trams");
        ClusterRoom.Do<NameGroup>(room, new("live", "A city to live in"), NameGroupHandler.Decide, "name");
        foreach (var n in Enumerable.Range(0, clusters))
        {
            ClusterRoom.Do<MakeCluster>(room, new($"aaa{(char)('a' + n)}", $"Sentence {n}"), MakeClusterHandler.Decide, "sort");
            ClusterRoom.Do<GatherCluster>(room, new($"aaa{(char)('a' + n)}", "live"), GatherClusterHandler.Decide, "name");
        }
        var blocks = room.Section("condense");
        Assert.Equal(cloud ? [clusters] : [], blocks.OfType<Cloud>().Select(block => block.Words.Count));
        Assert.Equal(cloud ? [] : [clusters], blocks.OfType<Bars>().Select(block => block.Rows.Count));
        // Its words are weighed and not counted by how often they were said, and the strategy's sentence stands right above it.
        var titles = Participation.Texts.LocalText.Languages.SelectMany(language => room.Section("condense", language)).OfType<Cloud>().Select(block => block.Title).ToList();
        Assert.Equal(cloud ? 3 : 0, titles.Count);
        Assert.All(titles, title => Assert.DoesNotMatch("(?i)frequen|häufig|A city to live in", title));
    }

    /// <summary>A title has a number, and who looks it up knows the chapter in which it was read, not the step in which the board began.</summary>
    [Fact]
    public void Clusters_are_in_the_annex_and_in_the_sheet_under_the_step_whose_chapter_prints_them()
    {
        var room = Room().Open("condense");
        var frame = new ReportFrame("en", TimeZoneInfo.Utc, new string('0', 64));
        var report = SynthesisReport.Of(room.State, frame);
        var chapter = Assert.Single(report.Sections, section => section.Blocks.OfType<ClusterMap>().Any()).Title;
        Assert.Equal("condense (en)", chapter);
        var annex = Assert.Single(report.Sections[^1].Blocks.OfType<Table>(), table => table.Rows[0][0] == "CL-001");
        Assert.Equal(chapter, annex.Title);
        var row = Assert.Single(DataWorkbook.Of(room.State, frame).Sheets[0].Rows, row => row[0] == Cell.Of("CL-001"));
        Assert.Equal(Cell.Of(chapter), row[1]);
    }

    [Theory]
    [InlineData("near", false)]
    [InlineData(null, true)]
    public void A_strategy_with_fewer_than_three_keywords_is_among_what_stayed_open(string? third, bool told)
    {
        var room = Room().Open("condense");
        if (!told) Assert.Null(ClusterRoom.Do<ChooseKeywords>(room, new("live", ["green", "shared", third!]), ChooseKeywordsHandler.Decide, "condense"));
        var said = SynthesisReport.Of(room.State, new("en", TimeZoneInfo.Utc, new string('0', 64))).Sections[1].Blocks.OfType<Bullets>().SelectMany(list => list.Items).ToList();
        Assert.Equal(told, said.Contains("1 strategy has fewer than 3 keywords."));
        Assert.Contains("1 card is not in a cluster.", said);
    }

    [Fact]
    public void In_a_list_of_cards_no_line_of_a_text_passes_for_another_card()
    {
        var room = ClusterRoom.With("Trams\nIM-002 No trees at all", "Trees");
        ClusterRoom.Do<MakeCluster>(room, new("rail", "Trams come often"), MakeClusterHandler.Decide, "sort");
        ClusterRoom.Do<MoveCard>(room, new("IM-001", "rail"), MoveCardHandler.Decide, "sort");
        ClusterRoom.Do<MoveCard>(room, new("IM-002", "rail"), MoveCardHandler.Decide, "sort");
        var table = room.Section("condense").OfType<Table>().First();
        Assert.Equal("IM-001 Trams / IM-002 No trees at all\nIM-002 Trees", table.Rows[0][2]);
    }

    [Fact]
    public void A_cluster_keeps_the_letter_by_which_the_room_calls_it()
    {
        var room = Room();
        ClusterRoom.Do<GatherCluster>(room, new("rail", null), GatherClusterHandler.Decide, "name");
        var (map, relations) = (Assert.Single(room.Section("condense").OfType<ClusterMap>()), Assert.Single(room.Section("condense").OfType<Relations>()));
        Assert.Equal([("green", "B"), ("rail", "A")], map.Groups.SelectMany(group => group.Clusters).Select(cluster => (cluster.Id, cluster.Letter)));
        Assert.Contains("A Trams come often → supports → B Every street has trees", relations.Alt, StringComparison.Ordinal);
    }

    [Fact]
    public void After_Z_comes_AA()
    {
        var room = ClusterRoom.With("Trams");
        foreach (var n in Enumerable.Range(0, 28))
            ClusterRoom.Do<MakeCluster>(room, new($"aa{(char)('a' + (n / 26))}{(char)('a' + (n % 26))}"), MakeClusterHandler.Decide, "sort");
        var table = room.Section("condense").OfType<Table>().First();
        Assert.Equal(["A", "Z", "AA", "AB"], new[] { 0, 25, 26, 27 }.Select(at => table.Rows[at][0]));
    }

    /// <summary>The last step was not held: what the others made is there all the same.</summary>
    [Fact]
    public void A_board_whose_last_step_was_not_held_is_shown_at_the_last_that_was()
    {
        var room = ClusterRoom.With("Trams", "Trees");
        ClusterRoom.Do<MakeCluster>(room, new("rail", "Trams come often"), MakeClusterHandler.Decide, "sort");
        ClusterRoom.Do<MoveCard>(room, new("IM-001", "rail"), MoveCardHandler.Decide, "sort");
        Assert.Equal("Trams come often", room.Open("sort").Section("sort").OfType<Table>().First().Rows[0][1]);
        var chapter = Assert.Single(SynthesisReport.Of(room.State, new("en", TimeZoneInfo.Utc, new string('0', 64))).Sections, section => section.Blocks.OfType<ClusterMap>().Any());
        Assert.Equal("sort (en)", chapter.Title);
    }

    [Fact]
    public void An_empty_board_is_reported_as_empty()
    {
        var blocks = ClusterRoom.With().Section("condense");
        Assert.Equal([new Paragraph("0 cards on the board: 0 clusters, 0 cards linked as duplicates, 0 cards not in a cluster.")], blocks);
    }

    [Theory]
    [InlineData("en", "and 22 more, listed by number below")]
    [InlineData("it", "e altre 22, elencate qui sotto per numero")]
    [InlineData("de", "und 22 weitere, unten nach Nummer aufgeführt")]
    public void A_large_cluster_prints_a_few_cards_in_words_pinned_ones_first_and_the_others_by_number(string language, string others)
    {
        var tables = Large().Section("condense", language).OfType<Table>().ToList();
        var lines = tables[0].Rows[0][2].Split('\n');
        Assert.Equal(["IM-001 Idea 1.", "IM-002 Idea 2.", "IM-003 Idea 3.", "IM-004 Idea 4.", "IM-005 Idea 5.", "IM-006 Idea 6.", "IM-007 Idea 7.", "IM-030 Idea 30."], lines[..^1]);
        Assert.Equal(others, lines[^1]);
        Assert.Equal("30", tables[0].Rows[0][3]);
        Assert.Equal(["A", string.Join(", ", Enumerable.Range(8, 22).Select(n => $"IM-{n:000}"))], Assert.Single(tables[1].Rows));
    }

    [Fact]
    public void No_words_are_lost_every_card_of_the_board_stands_in_the_section_and_its_words_in_the_annex()
    {
        var room = Large();
        var cards = room.View<ClustersView>("condense", Role.Facilitator).Cards;
        var blocks = room.Section("condense");
        var printed = string.Join('\n', blocks.OfType<Table>().SelectMany(table => table.Rows).SelectMany(row => row)
            .Concat(blocks.OfType<Quotes>().SelectMany(quotes => quotes.Items).Select(quote => quote.Mark))
            .Concat(blocks.OfType<Paragraph>().Select(paragraph => paragraph.Text)));
        Assert.Equal(60, cards.Count);
        Assert.All(cards, card => Assert.Contains(card.Id, printed, StringComparison.Ordinal));
        var annex = SynthesisReport.Of(room.State, new ReportFrame("en", TimeZoneInfo.Utc, new string('0', 64))).Sections[^1].Blocks.OfType<Table>().SelectMany(table => table.Rows).ToDictionary(row => row[0]);
        Assert.All(cards, card => Assert.Contains(card.Text, annex[card.Id]));
        Assert.Equal([.. Enumerable.Range(1, 24).Select(n => $"IM-{n:000}"), "+ 6"], Assert.Single(blocks.OfType<ClusterMap>()).Groups[0].Clusters[0].Marks);
    }

    /// <summary>Sixty cards: half of them in one cluster, the last of these pinned; ten say another again; the others are left over.</summary>
    private static Given Large()
    {
        var room = ClusterRoom.With([.. Enumerable.Range(1, 60).Select(n => $"Idea {n}.")]);
        ClusterRoom.Do<MakeCluster>(room, new("green"), MakeClusterHandler.Decide, "sort");
        foreach (var n in Enumerable.Range(1, 30)) ClusterRoom.Do<MoveCard>(room, new($"IM-{n:000}", "green"), MoveCardHandler.Decide, "sort");
        foreach (var n in Enumerable.Range(31, 10)) ClusterRoom.Do<LinkCard>(room, new($"IM-{n:000}", "IM-060"), LinkCardHandler.Decide, "link");
        return room.Mark("IM-030", Marking.Pin);
    }
}
