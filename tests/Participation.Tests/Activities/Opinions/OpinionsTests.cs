using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Participation.Activities.Opinions;
using Participation.Journal;
using Participation.Reports;
using Participation.Sessions;
using Participation.Sessions.Acts;
using Table = Participation.Reports.Table;

namespace Participation.Tests.Activities;

/// <summary>Opinions: whose vote counts, what is counted, who sees it, and what a phone is asked next.</summary>
public sealed class OpinionsTests
{
    private static Given Room(bool mayAdd = true, bool hidden = false, int seeds = 2, Moderation moderation = Moderation.Off) => new(Given.Item(
        "views", "opinions",
        new { question = Given.Text("Do you agree?"), statements = Enumerable.Range(1, seeds).Select(n => Given.Text($"Seed {n}")), mayAdd, limit = 20 },
        "OP", hidden, moderation));

    private static string? Vote(Given room, Guid who, string statement, Opinion vote, Role role = Role.Participant, Guid? hand = null) =>
        room.Do<VoteOpinion, OpinionsState>("views", who, new(statement, vote), VoteOpinionHandler.Decide, role, hand);

    private static string? Add(Given room, Guid who, string text) =>
        room.Do<AddOpinion, OpinionsSettings, OpinionsState>("views", who, new(text), AddOpinionHandler.Decide);

    private static OpinionsView View(Given room, Role role = Role.Facilitator) => room.View<OpinionsView>("views", role);

    private static (int?, int?, int?) Counts(Given room, string statement, Role role = Role.Facilitator) =>
        View(room, role).Rows.Where(row => row.Id == statement).Select(row => (row.Agree, row.Disagree, row.Pass)).Single();

    [Fact]
    public void What_the_workshop_brings_comes_first_and_has_numbers()
    {
        var room = Room();
        var who = room.Seat();
        Assert.Null(Add(room, who, "More trees"));
        Assert.Equal(["OP-001", "OP-002", "OP-003"], View(room).Rows.Select(row => row.Id));
        Assert.Equal("Seed 1 (de)", View(room).Rows[0].Label!.De);
        Assert.Null(View(room).Rows[0].Text);
        Assert.Equal("More trees", View(room).Rows[2].Text);
        Assert.Equal(3, room.State.Gives("views").Count());
        Assert.Equal(["More trees"], room.Mine<OpinionsMine>("views", who).Own.Select(card => card.Text));
    }

    [Fact]
    public void The_last_vote_counts()
    {
        var room = Room();
        var people = room.Seats(3);
        Vote(room, people[0], "OP-001", Opinion.Agree);
        Vote(room, people[1], "OP-001", Opinion.Disagree);
        Vote(room, people[2], "OP-001", Opinion.Pass);
        Assert.Equal((1, 1, 1), Counts(room, "OP-001"));
        Vote(room, people[1], "OP-001", Opinion.Agree);
        Vote(room, people[1], "OP-001", Opinion.Agree);
        Assert.Equal((2, 0, 1), Counts(room, "OP-001"));
        Assert.Equal((3, 3), (View(room).Votes, View(room).Voters));
        Assert.Equal(2, room.State.Weights("views")["OP-001"]);
    }

    [Fact]
    public void What_cannot_be_voted_on_is_refused()
    {
        var room = Room(moderation: Moderation.Before);
        var who = room.Seat();
        Assert.Equal("ballot.unknown", Vote(room, who, "OP-009", Opinion.Agree));
        Assert.Equal("ballot.unknown", Vote(room, who, null!, Opinion.Agree));
        Add(room, who, "Waits");
        Assert.Equal("ballot.not-shown", Vote(room, who, "OP-003", Opinion.Agree));
        room.Mark("OP-003", Marking.Approve);
        Assert.Null(Vote(room, who, "OP-003", Opinion.Agree));
        room.Mark("OP-001", Marking.Hide);
        Assert.Equal("ballot.not-shown", Vote(room, who, "OP-001", Opinion.Agree));
    }

    [Theory]
    [InlineData("""{"statement":"OP-001"}""")]
    [InlineData("""{"statement":"OP-001","vote":null}""")]
    [InlineData("""{"statement":"OP-001","vote":"maybe"}""")]
    [InlineData("""{"statement":"OP-001","vote":0}""")]
    public void A_vote_that_does_not_say_what_it_is_is_none(string sent) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<VoteOpinion>(sent, Json.Options));

    [Fact]
    public void Only_a_seat_has_a_vote()
    {
        var room = Room();
        Assert.Equal("ballot.participants-only", Vote(room, Given.Facilitator, "OP-001", Opinion.Agree, Role.Facilitator));
        var guest = room.Seat(phoneless: true);
        Assert.Null(Vote(room, guest, "OP-001", Opinion.Agree, Role.Scribe, Given.Scribe));
        Assert.Equal(1, View(room).Voters);
    }

    [Fact]
    public void A_statement_is_added_only_where_it_may_be_and_within_its_limit()
    {
        Assert.Equal("opinions.no-adding", Add(Room(mayAdd: false), Given.Id(1), "No"));
        var room = Room();
        Assert.Equal("text.too-long", Add(room, room.Seat(), new string('x', 21)));
        Assert.Equal("text.empty", Add(room, Given.Id(1), "  "));
    }

    [Theory]
    [InlineData(Role.Participant)]
    [InlineData(Role.Projector)]
    [InlineData(Role.Scribe)]
    public void Hidden_counts_go_to_the_facilitator_alone(Role role)
    {
        var room = Room(hidden: true);
        Vote(room, room.Seat(), "OP-001", Opinion.Agree);
        Assert.False(View(room, role).Revealed);
        Assert.DoesNotContain(View(room, role).Rows, row => row.Agree is not null || row.Disagree is not null || row.Pass is not null);
        Assert.Equal((1, 0, 0), Counts(room, "OP-001"));
        Assert.Equal((1, 2), (View(room, role).Votes, View(room, role).Statements));
        room.Reveal("views");
        Assert.Equal((1, 0, 0), Counts(room, "OP-001", role));
    }

    [Theory]
    [InlineData(Role.Participant)]
    [InlineData(Role.Projector)]
    public void A_hidden_statement_is_on_no_shared_screen(Role role)
    {
        var room = Room();
        Add(room, room.Seat(), "Abuse");
        Assert.Contains("Abuse", room.Sent(role), StringComparison.Ordinal);
        room.Mark("OP-003", Marking.Hide);
        Assert.DoesNotContain("Abuse", room.Sent(role), StringComparison.Ordinal);
        Assert.Contains("Abuse", room.Sent(Role.Facilitator), StringComparison.Ordinal);
        Assert.DoesNotContain(room.Mine<OpinionsMine>("views", Given.Id(1)).Next, next => next.Id == "OP-003");
    }

    [Fact]
    public void A_phone_gets_fifty_rows_pinned_ones_and_those_with_most_votes()
    {
        var room = Room(seeds: 60);
        var who = room.Seat();
        foreach (var n in Enumerable.Range(10, 50)) Vote(room, who, $"OP-{n:000}", Opinion.Pass);
        room.Mark("OP-001", Marking.Pin);
        var rows = View(room, Role.Participant).Rows;
        Assert.Equal(50, rows.Count);
        Assert.Equal("OP-001", rows[0].Id);
        Assert.Equal(49, rows.Count(row => row.Pass == 1));
        Assert.Equal(60, View(room, Role.Projector).Rows.Count);
    }

    [Fact]
    public void Each_phone_is_asked_everything_once_in_an_order_of_its_own()
    {
        var room = Room(seeds: 40);
        var orders = room.Seats(8).Select(who =>
        {
            var order = new List<string>();
            while (room.Mine<OpinionsMine>("views", who) is { Next: [var next, ..] } mine)
            {
                Assert.True(mine.Next.Count <= 5);
                Assert.Equal(order.Count, mine.Voted);
                order.Add(next.Id);
                Assert.True(order.Count <= 40, "A statement that was voted on is asked again.");
                Assert.Null(Vote(room, who, next.Id, Opinion.Agree));
            }
            Assert.Equal(40, order.Distinct().Count());
            return string.Join(' ', order);
        }).ToList();
        Assert.Equal(8, orders.Distinct().Count());
    }

    [Fact]
    public void The_next_ones_are_the_same_at_every_look()
    {
        var room = Room(seeds: 40);
        var who = room.Seat();
        var next = room.Mine<OpinionsMine>("views", who).Next;
        Vote(room, room.Seat(), next[0].Id, Opinion.Agree);
        Assert.Equal(next, room.Mine<OpinionsMine>("views", who).Next);
        Vote(room, who, next[0].Id, Opinion.Agree);
        Assert.Equal(next.Skip(1), room.Mine<OpinionsMine>("views", who).Next.Take(4));
    }

    [Fact]
    public void A_round_counts_anew_and_can_be_taken_back()
    {
        var room = Room();
        var who = room.Seat();
        Vote(room, who, "OP-001", Opinion.Agree);
        room.NewRound("views");
        Assert.Equal((0, 0), (View(room).Votes, room.Mine<OpinionsMine>("views", who).Voted));
        Vote(room, who, "OP-001", Opinion.Disagree);
        Assert.Equal((0, 1, 0), Counts(room, "OP-001"));
        room.Undo();
        Assert.Equal((1, 0, 0), Counts(room, "OP-001"));
    }

    [Fact]
    public void After_a_reset_the_seeds_are_there_and_no_number_is_used_again()
    {
        var room = Room();
        var who = room.Seat();
        Add(room, who, "Old");
        Vote(room, who, "OP-003", Opinion.Agree);
        room.Reset("views");
        Assert.Equal(["OP-001", "OP-002"], View(room).Rows.Select(row => row.Id));
        Assert.Equal("ballot.unknown", Vote(room, who, "OP-003", Opinion.Agree));
        Add(room, who, "New");
        Assert.Equal("OP-004", View(room).Rows[^1].Id);
        room.Undo();
        Assert.Equal("Old", View(room).Rows[^1].Text);
    }

    [Fact]
    public void The_counts_are_those_of_a_recount()
    {
        var some =
            from who in Gen.Choose(1, 4)
            from statement in Gen.Choose(1, 5)
            from vote in Gen.Elements(Opinion.Agree, Opinion.Disagree, Opinion.Pass)
            select (Who: who, Statement: $"OP-{statement:000}", Vote: vote);
        Prop.ForAll(some.ArrayOf().ToArbitrary(), votes =>
        {
            var room = Room(seeds: 5);
            room.Seats(4);
            foreach (var (who, statement, vote) in votes) Vote(room, Given.Id(who), statement, vote);
            var last = votes.GroupBy(vote => (vote.Who, vote.Statement)).Select(group => group.Last()).ToLookup(vote => vote.Statement, vote => vote.Vote);
            Assert.All(View(room).Rows, row => Assert.Equal(
                (last[row.Id].Count(vote => vote == Opinion.Agree), last[row.Id].Count(vote => vote == Opinion.Disagree), last[row.Id].Count(vote => vote == Opinion.Pass)),
                (row.Agree, row.Disagree, row.Pass)));
            Assert.Equal(last.Sum(group => group.Count()), View(room).Votes);
            Assert.Equivalent(View(room), View(room, Role.Projector), strict: true);
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("en", "3 answers by 3 people on 2 statements.")]
    [InlineData("it", "3 risposte di 3 persone su 2 affermazioni.")]
    [InlineData("de", "3 Antworten von 3 Personen zu 2 Aussagen.")]
    public void The_report_says_how_many_of_how_many(string language, string given)
    {
        var room = Room();
        var people = room.Seats(3);
        Vote(room, people[0], "OP-002", Opinion.Agree);
        Vote(room, people[1], "OP-002", Opinion.Disagree);
        Vote(room, people[2], "OP-002", Opinion.Agree);
        var blocks = room.Section("views", language);
        Assert.Contains(new Paragraph(given), blocks);
        var bars = Assert.Single(blocks.OfType<StackedBars>());
        Assert.Equal([2, 1, 0], Assert.Single(bars.Rows).Values);
        Assert.Equal("n = 3", bars.N);
        var table = Assert.Single(blocks.OfType<Table>());
        Assert.Equal(["1", "OP-002", $"Seed 2 ({language})", "2", "1", "0", "3"], table.Rows[0]);
        Assert.Equal(2, blocks.OfType<Bullets>().Count());
        Assert.All(blocks.OfType<Bullets>(), bullets => Assert.Contains("OP-002", Assert.Single(bullets.Items), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(5, 5, null)]
    [InlineData(8, 8, null)]
    [InlineData(9, 9, "and 1 more with the same count")]
    [InlineData(12, 9, "and 4 more with the same count")]
    public void The_report_cuts_no_tie_off_in_silence(int tied, int lines, string? last)
    {
        var room = Room();
        var people = room.Seats(2);
        for (var n = 3; n <= tied; n++) Add(room, people[0], $"Statement {n}");
        foreach (var row in View(room).Rows)
        {
            Vote(room, people[0], row.Id, Opinion.Agree);
            Vote(room, people[1], row.Id, Opinion.Disagree);
        }
        var divided = Assert.Single(room.Section("views").OfType<Bullets>()).Items;
        Assert.Equal(lines, divided.Count);
        if (last is not null) Assert.Equal(last, divided[^1]);
    }

    [Fact]
    public void The_report_of_a_round_without_votes_says_so()
    {
        var blocks = Room().Section("views");
        Assert.Contains(new Paragraph("Nobody answered."), blocks);
        Assert.Empty(blocks.OfType<StackedBars>());
    }
}
