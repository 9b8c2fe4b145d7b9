using Participation.Writing;
using System.Text.RegularExpressions;
using Participation.Activities.Clusters;
using Participation.Activities.DotVote;
using Participation.Activities.Ideas;
using Participation.Activities.Opinions;
using Participation.Reports;
using Participation.Sessions;
using Participation.Sessions.Acts;
using Participation.Sessions.Reporting;
using Participation.Tests.Activities;
using Participation.Tests.Golden;
using Participation.Tests.Laws;

namespace Participation.Tests.Reports;

/// <summary>Cover, guide and result: whoever reads three pages knows what was asked, who was there, what came out with its counts, and what stayed open.</summary>
public sealed class FirstPagesTests(EngineFixture engine) : IClassFixture<EngineFixture>
{
    private static readonly ReportFrame Frame = new("en", TimeZoneInfo.Utc, new string('a', 64), Organisation: "Città metropolitana", Authors: "Piano strategico");

    private static Report Of(Given room, ReportFrame? frame = null) => SynthesisReport.Of(room.State, frame ?? Frame);

    private static Section Result(Given room) => Of(room).Sections[1];

    private static IReadOnlyList<string> Open(Given room) => Result(room).Blocks.OfType<Bullets>().SelectMany(bullets => bullets.Items).ToList();

    [Fact]
    public void Welcome_and_thanks_are_no_chapters_and_steps_of_one_board_are_one()
    {
        var room = ClusterRoom.With("Trams", "Trees");
        room.Happens(Given.Facilitator, room.State.Opened! with
        {
            Agenda = [Given.Item("welcome", "slide", new { body = Given.Text("Welcome, all") }, "SL"), .. room.State.Opened!.Agenda],
        });
        foreach (var item in room.State.Opened!.Agenda) room.Open(item.Id);
        var chapters = Of(room).Sections.Where(section => section.Level == 1).ToList();
        Assert.Equal(["Participation", "ideas (en)", "vote (en)", "condense (en)", "Method", "Approval", "Annex: all contributions"], chapters.Select(chapter => chapter.Title));
        Assert.Equal("Steps that worked on this together: link (en); sort (en); name (en); relate (en); condense (en)", Assert.IsType<Paragraph>(chapters[3].Blocks[0]).Text);
        Assert.DoesNotContain("Welcome, all", string.Join('\n', chapters.SelectMany(chapter => chapter.Blocks).OfType<Paragraph>().Select(paragraph => paragraph.Text)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_result_has_the_question_the_people_the_strategies_with_their_dots_and_what_stayed_open()
    {
        var room = Mapped();
        Assert.Equal("In one page", Result(room).Title);
        Assert.Equal(new Lead("What? (en)", "The question"), Result(room).Blocks[0]);
        Assert.Contains(new Fact("Who took part", "2 people"), Result(room).Blocks.OfType<Terms>().Single().Rows);
        Assert.Contains(new Paragraph("4 contributions by 1 person."), Result(room).Blocks);
        var bars = Assert.Single(Result(room).Blocks.OfType<Bars>());
        Assert.Equal(("The strategies", "dots", "4 dots in all"), (bars.Title, bars.Unit, bars.N));
        Assert.Equal([new Bar("Move together", "2", 3), new Bar("Live well", "1", 1)], bars.Rows);
        Assert.Equal(["1 card is not in a cluster.", "“Trams” contradicts “Trees”.", "2 strategies have fewer than 3 keywords.", "The session was still open when this report was made."], Open(room));
    }

    [Fact]
    public void A_step_that_was_not_held_is_no_chapter_and_stands_among_what_stayed_open()
    {
        var room = new Given(Given.Item("ideas", "ideas", new { question = Given.Text("What?") }), Given.Item("views", "opinions", new { question = Given.Text("Agree?"), statements = new[] { Given.Text("S") } }, "OP"));
        Assert.DoesNotContain(Of(room).Sections, section => section.Title == "views (en)");
        Assert.Contains("Not treated: views (en)", Open(room));
    }

    [Fact]
    public void What_divides_stays_open_by_its_smaller_side_and_what_most_agree_with_is_found()
    {
        var room = new Given(Given.Item("views", "opinions", new { question = Given.Text("Agree?"), statements = new[] { Given.Text("Half"), Given.Text("All"), Given.Text("One against") } }, "OP"));
        for (var n = 0; n < 4; n++)
        {
            var who = room.Seat();
            foreach (var (statement, opinion) in new[] { ("OP-001", n < 2 ? Opinion.Agree : Opinion.Disagree), ("OP-002", Opinion.Agree), ("OP-003", n < 1 ? Opinion.Disagree : Opinion.Agree) })
                Assert.Null(room.Do<VoteOpinion, OpinionsState>("views", who, new(statement, opinion), VoteOpinionHandler.Decide));
        }
        Assert.Equal(["OP-002", "OP-003"], Assert.Single(Result(room).Blocks.OfType<StackedBars>()).Rows.Select(row => row.Mark));
        Assert.Equal(["Contested: “Half (en)” (OP-001: 2 agree, 2 disagree, 0 pass, n = 4)", "Contested: “One against (en)” (OP-003: 3 agree, 1 disagree, 0 pass, n = 4)"], Open(room).Take(2));
    }

    [Fact]
    public void Fingerprint_and_entries_are_signed_on_their_page_and_are_not_on_the_cover()
    {
        var room = ClusterRoom.With();
        room.Happens(Given.Facilitator, room.State.Opened! with { Place = "Rho, Centro civico" }).Open("ideas").Act(new CloseSession(), CloseSessionHandler.Decide);
        var report = Of(room);
        Assert.Equal("Città metropolitana", report.Organisation);
        Assert.Equal(["Date", "Place", "Participants", "Contributions", "Authors", "Version"], report.Facts.Select(fact => fact.Label));
        Assert.Contains(new Fact("Place", "Rho, Centro civico"), report.Facts);
        Assert.DoesNotContain(report.Facts, fact => fact.Value.Contains(Frame.Head[..8], StringComparison.Ordinal));
        var approval = report.Sections.Single(section => section.Title == "Approval").Blocks.OfType<Terms>().Single();
        Assert.Equal([Frame.Head, $"{room.State.Number}"], approval.Rows.Select(row => row.Value));
    }

    /// <summary>Who reads 23 on the cover and 21 two pages on believes neither.</summary>
    [Fact]
    public void The_cover_counts_what_the_chapters_count_and_says_how_many_more_there_are()
    {
        var room = ClusterRoom.With("Trams", "Trees", "More trams", "Housing");
        Assert.Contains(new Fact("Contributions", "4"), Of(room).Facts);
        room.Mark("IM-004", Marking.Hide);
        Assert.Contains(new Fact("Contributions", "3, and 1 more that is not counted"), Of(room).Facts);
        Assert.Null(room.Do<WithdrawIdea, Contributions>("ideas", Given.Id(1), new("IM-002"), WithdrawIdeaHandler.Decide));
        Assert.Contains(new Fact("Contributions", "2, and 2 more that are not counted"), Of(room).Facts);
        Assert.Contains(new Paragraph("2 contributions by 1 person."), Result(room).Blocks);
    }

    [Fact]
    public void Who_nobody_named_is_on_no_cover()
    {
        var report = Of(Mapped(), new("it", TimeZoneInfo.Utc, new string('a', 64)));
        Assert.Null(report.Organisation);
        Assert.Equal(["Data", "Partecipanti", "Contributi", "Versione"], report.Facts.Select(fact => fact.Label));
    }

    [Fact]
    public void Kind_and_theme_stand_in_the_annex_beside_the_words_and_not_beside_words_that_are_withheld()
    {
        var room = new Given(Given.Item("ideas", "ideas", new { question = Given.Text("What?"), kinds = new[] { "idea", "project" }, categories = new[] { new { id = "parks", label = Given.Text("Parks") } } }));
        Assert.Null(room.Do<GiveIdea, Contributions>("ideas", room.Seat(), new("A tree", IdeaKind.Project, "parks"), GiveIdeaHandler.Decide));
        Assert.Null(room.Do<GiveIdea, Contributions>("ideas", room.Seat(), new("A bench", IdeaKind.Idea, "parks"), GiveIdeaHandler.Decide));
        room.Mark("IM-002", Marking.Hide);
        var rows = Of(room).Sections[^1].Blocks.OfType<Participation.Reports.Table>().Single().Rows;
        Assert.EndsWith("plenary · Project · Parks (en) · shown", rows[0][2], StringComparison.Ordinal);
        Assert.EndsWith("plenary · hidden by moderation", rows[1][2], StringComparison.Ordinal);
    }

    /// <summary>Where a sentence of the house holds one that somebody wrote, one full stop ends both.</summary>
    [Fact]
    public void No_sentence_of_a_report_ends_twice() => Expect.None(
        from name in GoldenFiles.Names
        let state = SessionState.Fold(GoldenFiles.Lines(name).Select(line => line.ToEntry()))
        from language in Participation.Texts.LocalText.Languages
        from block in SynthesisReport.Of(state, Frame with { Language = language }).Sections.SelectMany(section => section.Blocks)
        from said in block switch { Paragraph paragraph => [paragraph.Text], Bullets bullets => bullets.Items, _ => Array.Empty<string>() }
        where Regex.IsMatch(said, @"[.!?][”»“]?(?:\.(?!\.)|;)")
        select $"{name}, {language}: {said}");

    /// <summary>It would be as wide as its figure whatever it counts: "not stated 7" drawn as if everybody had said something.</summary>
    [Fact]
    public void A_bar_beside_which_there_is_no_other_is_told_in_words()
    {
        Expect.None(
            from name in GoldenFiles.Names
            let state = SessionState.Fold(GoldenFiles.Lines(name).Select(line => line.ToEntry()))
            from language in Participation.Texts.LocalText.Languages
            from bars in SynthesisReport.Of(state, Frame with { Language = language }).Sections.SelectMany(section => section.Blocks).OfType<Bars>()
            where bars.Rows is [{ Before: null }]
            select $"{name}, {language}: {bars.Title}, {bars.Rows[0].Label}");
        var told = SynthesisReport.Of(SessionState.Fold(GoldenFiles.Lines("witness-cast-ballots").Select(line => line.ToEntry())), Frame).Sections.SelectMany(section => section.Blocks).OfType<Terms>();
        Assert.Contains(new Fact("Contributions by kind", "Idea: 1 (n = 1)"), told.SelectMany(terms => terms.Rows));
    }

    [Theory, InlineData("en"), InlineData("it"), InlineData("de")]
    public async Task On_paper_the_guide_is_page_two_and_the_result_page_three(string language)
    {
        var report = Of(Mapped(), Frame with { Language = language });
        using var pdf = await engine.Set(report);
        pdf.Check();
        Assert.Equal([1, 2, 3], new[] { report.Title, report.Sections[0].Title, report.Sections[1].Title }.Select(title => Enumerable.Range(1, pdf.Pages).First(page => pdf.Page(page).Contains(title, StringComparison.Ordinal))));
        Assert.All(report.Sections.Where(section => section.Level == 1), chapter => Assert.Contains(chapter.Title, pdf.Page(2), StringComparison.Ordinal));
        Assert.Contains("Move together", pdf.Page(3), StringComparison.Ordinal);
    }

    /// <summary>Four cards, one left over, in two clusters that contradict each other, each in a strategy; four dots, which are shown.</summary>
    private static Given Mapped()
    {
        var room = ClusterRoom.With("Trams", "Trees", "More trams", "Housing");
        ClusterRoom.Do<MakeCluster>(room, new("rail", "Trams"), MakeClusterHandler.Decide, "sort");
        ClusterRoom.Do<MakeCluster>(room, new("green", "Trees"), MakeClusterHandler.Decide, "sort");
        foreach (var (card, cluster) in new[] { ("IM-001", "rail"), ("IM-003", "rail"), ("IM-002", "green") }) ClusterRoom.Do<MoveCard>(room, new(card, cluster), MoveCardHandler.Decide, "sort");
        ClusterRoom.Do<NameGroup>(room, new("live", "Live well"), NameGroupHandler.Decide, "name");
        ClusterRoom.Do<NameGroup>(room, new("move", "Move together"), NameGroupHandler.Decide, "name");
        ClusterRoom.Do<GatherCluster>(room, new("rail", "move"), GatherClusterHandler.Decide, "name");
        ClusterRoom.Do<GatherCluster>(room, new("green", "live"), GatherClusterHandler.Decide, "name");
        ClusterRoom.Do<RelateClusters>(room, new("rail", "green", Relation.Conflicts), RelateClustersHandler.Decide, "relate");
        Assert.Null(room.Do<CastDots, Nothing>("vote", Given.Id(1), new(new Dictionary<string, int> { ["CL-001"] = 3, ["CL-002"] = 1 }), CastDotsHandler.Decide));
        foreach (var item in room.State.Opened!.Agenda) room.Open(item.Id);
        return room.Reveal("vote");
    }
}
