using Participation.Activities.Ideas;
using Participation.Reports;
using Participation.Sessions;
using Participation.Sessions.Acts;
using Participation.Writing;

namespace Participation.Tests.Activities;

/// <summary>Ideas: what is taken, what is refused, who reads it when, and that nothing is blocked for saying almost the same.</summary>
public sealed class IdeasTests
{
    private static Given Room(bool hidden = false, Moderation moderation = Moderation.Off) => new(Given.Item("ideas", "ideas", new
    {
        question = Given.Text("What?"),
        kinds = new[] { "idea", "project" },
        categories = new[] { new { id = "parks", label = Given.Text("Parks") } },
        limit = 30,
    }, "IM", hidden, moderation));

    private static string? Give(Given room, Guid who, string text, IdeaKind? kind = null, string? category = null, string? zone = null) =>
        room.Do<GiveIdea, Contributions>("ideas", who, new(text, kind, category, zone), GiveIdeaHandler.Decide);

    private static string? Withdraw(Given room, Guid who, string idea) =>
        room.Do<WithdrawIdea, Contributions>("ideas", who, new(idea), WithdrawIdeaHandler.Decide);

    private static IdeasView View(Given room, Role role = Role.Facilitator) => room.View<IdeasView>("ideas", role);

    [Fact]
    public void Ideas_are_kept_as_written_with_number_kind_and_theme()
    {
        var room = Room();
        var who = room.Seat(table: "one");
        Assert.Null(Give(room, who, "Più alberi <b>", IdeaKind.Idea, "parks"));
        var card = Assert.Single(View(room).Cards);
        Assert.Equal(("IM-001", "Più alberi <b>", "idea", "parks", "one"), (card.Id, card.Text, card.Kind, card.Category, card.Table));
        Assert.Equal([new("parks", 1)], View(room).ByCategory);
        Assert.Equal([card], room.Mine<IdeasMine>("ideas", who).Cards);
    }

    [Fact]
    public void What_the_question_does_not_offer_is_refused()
    {
        var room = Room();
        var who = room.Seat();
        Assert.Equal("ideas.unknown-kind", Give(room, who, "Idea", IdeaKind.Sentiment));
        Assert.Equal("ideas.unknown-category", Give(room, who, "Idea", category: "sea"));
        Assert.Equal("join.unknown-zone", Give(room, who, "Idea", zone: "moon"));
        Assert.Equal("text.too-long", Give(room, who, new string('x', 31)));
        Assert.Equal("text.empty", Give(room, who, "\u200B "));
        Assert.Equal("text.broken", Give(room, who, "\ud800"));
        Assert.Empty(View(room).Cards);
    }

    [Fact]
    public void Almost_the_same_words_are_noticed_and_never_blocked()
    {
        var room = Room();
        var who = room.Seat();
        Give(room, who, "More trees, please");
        Assert.Null(Give(room, who, "please: MORE trees!"));
        Assert.Equal([null, "IM-001"], View(room).Cards.Select(card => card.Near));
    }

    [Theory]
    [InlineData(Role.Participant)]
    [InlineData(Role.Projector)]
    public void Silent_writing_is_nobody_elses_until_it_is_revealed(Role role)
    {
        var room = Room(hidden: true);
        Give(room, room.Seat(), "A secret for now");
        Assert.DoesNotContain("secret", room.Sent(role), StringComparison.Ordinal);
        Assert.Equal((false, 1), (View(room, role).Open, View(room, role).Total));
        Assert.Contains("secret", room.Sent(Role.Facilitator), StringComparison.Ordinal);
        Assert.Contains("secret", room.Reveal("ideas").Sent(role), StringComparison.Ordinal);
    }

    [Fact]
    public void What_waits_for_approval_or_is_hidden_is_on_no_shared_screen()
    {
        var room = Room(moderation: Moderation.Before);
        var who = room.Seat();
        Give(room, who, "Wait for me");
        Assert.Equal(1, View(room).Pending);
        Assert.Empty(View(room, Role.Projector).Cards);
        Assert.Equal(ContributionStatus.Pending, room.Mine<IdeasMine>("ideas", who).Cards[0].Status);
        Assert.Single(View(room.Mark("IM-001", Marking.Approve), Role.Projector).Cards);
        Assert.Empty(View(room.Mark("IM-001", Marking.Hide), Role.Projector).Cards);
        Assert.Single(View(room.Undo(), Role.Projector).Cards);
    }

    [Fact]
    public void Only_the_author_withdraws_and_only_once()
    {
        var room = Room();
        var people = room.Seats(2);
        Give(room, people[0], "Mine");
        Assert.Equal("contribution.unknown", Withdraw(room, people[1], "IM-001"));
        Assert.Equal("contribution.unknown", Withdraw(room, people[0], "IM-002"));
        Assert.Null(Withdraw(room, people[0], "IM-001"));
        Assert.Equal("contribution.unknown", Withdraw(room, people[0], "IM-001"));
        Assert.Equal(ContributionStatus.Withdrawn, Assert.Single(View(room).Cards).Status);
        Assert.Empty(View(room, Role.Participant).Cards);
    }

    [Fact]
    public void A_phone_gets_the_newest_thirty()
    {
        var room = Room();
        var who = room.Seat();
        foreach (var n in Enumerable.Range(1, 60)) Give(room, who, $"Idea {n}");
        Assert.Equal(["IM-031", "IM-060"], [View(room, Role.Participant).Cards[0].Id, View(room, Role.Participant).Cards[^1].Id]);
        Assert.Equal(60, View(room, Role.Projector).Cards.Count);
    }

    /// <summary>The wall reads ideas that were written in silence from the first page on, and follows the newest where people write before the eyes of all.</summary>
    [Theory, InlineData(true), InlineData(false)]
    public void A_view_says_whether_its_ideas_were_to_be_written_in_silence_also_when_they_are_shown(bool silent)
    {
        var room = new Given(Given.Item("ideas", "ideas", new { question = Given.Text("What?") }, hidden: silent));
        Assert.Equal((!silent, silent), (View(room, Role.Projector).Open, View(room, Role.Projector).Silent));
        if (silent) room.Reveal("ideas");
        Assert.Equal((true, silent), (View(room, Role.Projector).Open, View(room, Role.Projector).Silent));
    }

    [Fact]
    public void The_report_quotes_pinned_ideas_before_all_others()
    {
        var room = Room();
        var who = room.Seat();
        Give(room, who, "One", IdeaKind.Project);
        Give(room, who, "Two", IdeaKind.Project);
        Assert.Equal(["IM-001", "IM-002"], Assert.Single(room.Section("ideas").OfType<Quotes>()).Items.Select(quote => quote.Mark));
        room.Mark("IM-002", Marking.Pin);
        var blocks = room.Section("ideas", "de");
        Assert.Contains(new Paragraph("2 Beiträge von 1 Person."), blocks);
        Assert.Equal(["IM-002"], Assert.Single(blocks.OfType<Quotes>()).Items.Select(quote => quote.Mark));
        Assert.Equal(new Bar("Projekt", null, 2), Assert.Single(Assert.Single(blocks.OfType<Bars>()).Rows));
    }

    [Fact]
    public void The_report_accounts_for_all_that_was_given()
    {
        var room = Room();
        var who = room.Seat();
        Give(room, who, "Before", IdeaKind.Project);
        room.Reset("ideas");
        Give(room, who, "One", IdeaKind.Project);
        Give(room, who, "Two");
        Give(room, who, "Three");
        Give(room, who, "Four");
        room.Mark("IM-003", Marking.Hide);
        var blocks = room.Section("ideas");
        Assert.Contains(new Paragraph("2 more contributions are not counted (1 hidden by moderation, 1 from before the step was started again)."), blocks);
        var bars = Assert.Single(blocks.OfType<Bars>());
        Assert.Equal("n = 3", bars.N);
        Assert.Equal([new("Project", null, 1), new("not stated", null, 2)], bars.Rows);
    }
}
