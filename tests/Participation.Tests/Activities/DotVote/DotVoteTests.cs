using FsCheck;
using FsCheck.Fluent;
using Participation.Activities.DotVote;
using Participation.Activities.Ideas;
using Participation.Reports;
using Participation.Sessions;
using Participation.Sessions.Acts;
using Participation.Writing;
using Participation.Voting;
using Table = Participation.Reports.Table;

namespace Participation.Tests.Activities;

/// <summary>Dots: the budget holds, a ballot replaces the one before, nobody sees a tally too early, rounds stand side by side.</summary>
public sealed class DotVoteTests
{
    private static readonly string[] Fixed = ["a", "b", "c"];

    private static Given Room(bool hidden = false) => new(Given.Item(
        "vote", "dot-vote",
        new { question = Given.Text("Which first?"), budget = 5, maxPerItem = 3, options = Fixed.Select(id => new { id, label = Given.Text(id.ToUpperInvariant()) }) },
        "DV", hidden));

    /// <summary>Two ideas are written, then voted on.</summary>
    private static Given RoomOverIdeas()
    {
        var room = new Given(
            Given.Item("ideas", "ideas", new { question = Given.Text("What?") }),
            Given.Item("vote", "dot-vote", new { question = Given.Text("Which first?"), from = new[] { "ideas" } }, "DV"));
        foreach (var (who, text) in room.Seats(2).Zip(["Trams", "Trees"]))
            Assert.Null(room.Do<GiveIdea, Contributions>("ideas", who, new(text), GiveIdeaHandler.Decide));
        return room.Open("vote");
    }

    private static string? Cast(Given room, Guid who, params (string Option, int Dots)[] dots) =>
        room.Do<CastDots, Nothing>("vote", who, new(dots.ToDictionary(dot => dot.Option, dot => dot.Dots)), CastDotsHandler.Decide);

    private static DotVoteView View(Given room, Role role = Role.Facilitator) => room.View<DotVoteView>("vote", role);

    private static int?[] Dots(Given room, Role role = Role.Facilitator) => [.. View(room, role).Options.Select(option => option.Dots)];

    [Fact]
    public void A_ballot_replaces_the_one_before()
    {
        var room = Room();
        var people = room.Seats(2);
        Assert.Null(Cast(room, people[0], ("a", 3), ("b", 2)));
        Assert.Null(Cast(room, people[1], ("a", 1)));
        Assert.Equal([4, 2, 0], Dots(room));
        Assert.Null(Cast(room, people[0], ("c", 3), ("b", 0)));
        Assert.Equal([1, 0, 3], Dots(room));
        Assert.Equal(2, View(room).Voters);
        Assert.Equal(new Dictionary<string, int> { ["c"] = 3 }, room.Mine<DotVoteMine>("vote", people[0]).Dots);
        Assert.Equal(3, room.State.Weights("vote")["c"]);
    }

    [Fact]
    public void A_ballot_without_dots_takes_the_one_before_back()
    {
        var room = Room();
        var who = room.Seat();
        Cast(room, who, ("a", 3));
        Assert.Null(Cast(room, who));
        Assert.Equal(0, View(room).Voters);
        Assert.Equal([0, 0, 0], Dots(room));
        Assert.Empty(room.Mine<DotVoteMine>("vote", who).Dots);
    }

    [Fact]
    public void What_breaks_the_rule_is_refused_and_leaves_the_ballot_before()
    {
        var room = Room();
        var who = room.Seat();
        Cast(room, who, ("a", 1));
        Assert.Equal("dot-vote.too-many-on-one", Cast(room, who, ("a", 4)));
        Assert.Equal("dot-vote.too-many", Cast(room, who, ("a", 3), ("b", 3)));
        Assert.Equal("dot-vote.too-many-on-one", Cast(room, who, ("a", int.MaxValue), ("b", int.MaxValue), ("c", 2)));
        Assert.Equal("ballot.wrong-choice", Cast(room, who, ("a", -1), ("b", 3)));
        Assert.Equal("ballot.unknown-option", Cast(room, who, ("d", 1)));
        Assert.Equal("ballot.unknown-option", room.Do<CastDots, Nothing>("vote", who, new(null!), CastDotsHandler.Decide));
        Assert.Equal([1, 0, 0], Dots(room));
    }

    [Theory]
    [InlineData("ballot.wrong-choice", "3 a", "3 a")]
    [InlineData("ballot.wrong-choice", "0 a")]
    [InlineData("ballot.wrong-choice", "-1 a")]
    [InlineData("ballot.wrong-choice", "1.5 a")]
    [InlineData("ballot.wrong-choice", "99999999999 a")]
    [InlineData("ballot.wrong-choice", "+1 a")]
    [InlineData("ballot.wrong-choice", "0001 a")]
    [InlineData("ballot.wrong-choice", "a")]
    [InlineData("ballot.wrong-choice", " a")]
    [InlineData("ballot.wrong-choice", "1 a", null)]
    [InlineData("ballot.unknown-option", "1 ")]
    [InlineData("ballot.unknown-option", "1  a")]
    [InlineData("dot-vote.too-many", "3 a", "2 b", "1 c")]
    [InlineData(null, "3 a", "2 c")]
    [InlineData(null)]
    public void An_option_stands_once_on_a_ballot_behind_its_dots(string? code, params string?[] choices)
    {
        var room = Room();
        var who = room.Seat();
        Assert.Equal(code, room.Do<CastBallot, object>("vote", who, new("", choices!), CastBallotHandler.Decide));
        Assert.Equal(code is null ? choices.Length > 0 ? 1 : 0 : 0, View(room).Voters);
        Assert.Equal("ballot.unknown", room.Do<CastBallot, object>("vote", who, new("a", choices!), CastBallotHandler.Decide));
    }

    [Fact]
    public void Only_a_seat_has_a_ballot()
    {
        var room = Room();
        Assert.Equal("ballot.participants-only", Cast(room, Given.Facilitator, ("a", 1)));
        Assert.Null(Cast(room, room.Seat(phoneless: true), ("a", 1)));
        Assert.Equal(1, View(room).Voters);
    }

    [Theory]
    [InlineData(Role.Participant)]
    [InlineData(Role.Projector)]
    [InlineData(Role.Scribe)]
    public void Hidden_dots_go_to_the_facilitator_alone_also_those_of_the_round_before(Role role)
    {
        var room = Room(hidden: true);
        var who = room.Seat();
        Cast(room, who, ("a", 3));
        room.NewRound("vote");
        Cast(room, who, ("b", 2));
        Assert.All(View(room, role).Options, option => Assert.Equal((null, null), (option.Dots, option.Before)));
        Assert.Equal((1, false), (View(room, role).Voters, View(room, role).Revealed));
        Assert.Empty(room.State.Weights("vote"));
        Assert.Equal([0, 2, 0], Dots(room));
        room.Reveal("vote");
        Assert.Equal([0, 2, 0], Dots(room, role));
        Assert.Equal([3, 0, 0], View(room, role).Options.Select(option => option.Before));
    }

    [Fact]
    public void A_round_counts_anew_beside_the_one_before()
    {
        var room = Room();
        var who = room.Seat();
        Cast(room, who, ("a", 3));
        Assert.All(View(room).Options, option => Assert.Null(option.Before));
        room.NewRound("vote");
        Assert.Equal([0, 0, 0], Dots(room));
        Assert.Empty(room.Mine<DotVoteMine>("vote", who).Dots);
        Cast(room, who, ("b", 1));
        room.NewRound("vote");
        Assert.Equal([0, 1, 0], View(room).Options.Select(option => option.Before));
        room.Undo().Undo();
        Assert.Equal([3, 0, 0], Dots(room));
    }

    [Fact]
    public void A_reset_begins_with_no_ballots_and_can_be_taken_back()
    {
        var room = Room();
        Cast(room, room.Seat(), ("a", 3));
        room.Reset("vote");
        Assert.Equal([0, 0, 0], Dots(room));
        Assert.Equal(0, View(room).Voters);
        Assert.Null(View(room).Options[0].Before);
        room.Undo();
        Assert.Equal([3, 0, 0], Dots(room));
    }

    [Fact]
    public void Ideas_are_voted_on_under_their_numbers_and_stay_in_order()
    {
        var room = RoomOverIdeas();
        Assert.Null(Cast(room, Given.Id(1), ("IM-002", 3)));
        Assert.Equal(["IM-001", "IM-002"], View(room).Options.Select(option => option.Id));
        Assert.Equal(("Trees", null), (View(room).Options[1].Text, View(room).Options[1].Label));
    }

    [Fact]
    public void A_hidden_idea_leaves_the_ballot_and_its_dots_are_free_again()
    {
        var room = RoomOverIdeas();
        Cast(room, Given.Id(1), ("IM-002", 3), ("IM-001", 2));
        room.Mark("IM-002", Marking.Hide);
        Assert.Equal(["IM-001"], View(room).Options.Select(option => option.Id));
        Assert.Equal("ballot.unknown-option", Cast(room, Given.Id(1), ("IM-002", 1)));
        Assert.Equal(["IM-001"], room.Mine<DotVoteMine>("vote", Given.Id(1)).Dots.Keys);
        Assert.DoesNotContain("Trees", room.Sent(Role.Participant), StringComparison.Ordinal);
        room.Mark("IM-002", Marking.Restore);
        Assert.Equal([2, 3], Dots(room));
    }

    [Fact]
    public void No_ballot_is_over_budget_and_the_tally_is_that_of_a_recount()
    {
        var some =
            from who in Gen.Choose(1, 4)
            from dots in Gen.Choose(-1, 4).ArrayOf(3)
            select (Who: who, Dots: dots);
        Prop.ForAll(some.ArrayOf().ToArbitrary(), casts =>
        {
            var room = Room();
            room.Seats(4);
            var last = new Dictionary<int, int[]>();
            foreach (var (who, dots) in casts)
                if (Cast(room, Given.Id(who), [.. Fixed.Zip(dots)]) is null) last[who] = dots;
            Assert.All(last.Values, dots => Assert.True(dots.Sum() <= 5 && dots.All(n => n is >= 0 and <= 3)));
            Assert.Equal([.. Enumerable.Range(0, 3).Select(at => (int?)last.Values.Sum(dots => dots[at]))], Dots(room));
            Assert.Equal(last.Values.Count(dots => dots.Sum() > 0), View(room).Voters);
            var refolded = SessionState.Fold(room.Entries);
            Assert.Equal(room.State.Weights("vote").Where(dots => dots.Value > 0).ToHashSet(), refolded.Weights("vote").Where(dots => dots.Value > 0).ToHashSet());
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void The_report_ranks_with_ties_in_words_and_the_round_before_beside()
    {
        var room = Room();
        var people = room.Seats(2);
        Cast(room, people[0], ("c", 3));
        room.NewRound("vote");
        Cast(room, people[0], ("a", 2), ("b", 3));
        Cast(room, people[1], ("a", 1));
        var blocks = room.Section("vote");
        Assert.Contains(new Paragraph("Each participant had 5 dots and could put at most 3 on one option."), blocks);
        Assert.Contains(new Paragraph("2 people voted."), blocks);
        Assert.Equal([new("A (en)", null, 3, 0), new("B (en)", null, 3, 0), new("C (en)", null, 0, 3)], Assert.Single(blocks.OfType<Bars>()).Rows);
        Assert.Equal(["Rank 1 (3 dots each): A (en); B (en)"], Assert.Single(blocks.OfType<Bullets>()).Items);
        var table = Assert.Single(blocks.OfType<Table>());
        Assert.Equal(["1", "A (en)", "3", "0", "2"], table.Rows[0]);
        Assert.Equal(["1", "B (en)", "3", "0", "1"], table.Rows[1]);
        Assert.Equal(["3", "C (en)", "0", "3", "0"], table.Rows[2]);
        Assert.Equal("round 1: n = 1, round 2: n = 2", table.N);
        Assert.Equal(table.N, Assert.Single(blocks.OfType<Bars>()).N);
        Assert.Contains(new Paragraph("The vote was held again (round 1: n = 1, round 2: n = 2). The lighter bars show the round before."), blocks);
        Assert.Equal(1, View(room).VotersBefore);
    }

    [Fact]
    public void The_report_of_a_vote_without_ballots_says_so() =>
        Assert.Contains(new Paragraph("Niemand hat abgestimmt."), Room().Section("vote", "de"));

    [Theory]
    [InlineData("en", "Each participant had 1 dot.", "1 person voted.")]
    [InlineData("it", "Ogni partecipante aveva 1 bollino.", "Ha votato 1 persona.")]
    [InlineData("de", "Alle Teilnehmenden hatten je 1 Klebepunkt.", "Abgestimmt hat 1 Person.")]
    public void One_dot_of_one_person_is_told_in_the_singular(string language, params string[] sentences)
    {
        var room = new Given(Given.Item("vote", "dot-vote",
            new { question = Given.Text("Which first?"), budget = 1, maxPerItem = 1, options = Fixed.Select(id => new { id, label = Given.Text(id) }) }, "DV"));
        Assert.Null(Cast(room, room.Seat(), ("a", 1)));
        var said = room.Section("vote", language).OfType<Paragraph>().Select(paragraph => paragraph.Text).ToList();
        Assert.All(sentences, sentence => Assert.Contains(said, text => text.Contains(sentence, StringComparison.Ordinal)));
    }
}
