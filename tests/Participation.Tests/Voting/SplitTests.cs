using Participation.Reports;
using Participation.Sessions;
using Participation.Sessions.Acts;
using Participation.Sessions.Joining;
using Participation.Tests.Activities;
using Participation.Voting;
using Table = Participation.Reports.Table;

namespace Participation.Tests.Voting;

/// <summary>How a vote is split by who cast it: by what they were then, in one dimension, after the close, and as long as no other report can be subtracted from it.</summary>
public sealed class SplitTests
{
    public static TheoryData<string> Kinds => [.. Examples.Votes];

    [Theory, MemberData(nameof(Kinds))]
    public void Every_kind_in_which_people_vote_can_be_split(string kind) =>
        Assert.True(ActivityKinds.Of(kind).Records.Settings.IsAssignableTo(typeof(ISplitBallots)), $"The settings of {kind} do not say by what its votes are split.");

    [Theory, MemberData(nameof(Kinds))]
    public void Large_groups_stand_by_themselves_and_small_ones_together(string kind)
    {
        var room = new SplitRoom(kind).Votes("a 4 2 0, b 2 1 0, c 3 3 1, d 1 1 0").Close();
        Assert.Equal(["a:4 2 0", "c:3 3 1", "_others:3 2 0"], Written(room.Printed));
        Assert.True(room.Says("report.split.rule"));
        Assert.Equal(Dimension.Type, room.Data.Split);
    }

    /// <summary>Table and bars on the page, data set, table for programs and sheets.</summary>
    [Theory, MemberData(nameof(Kinds))]
    public void Pages_and_files_say_the_same(string kind)
    {
        var room = new SplitRoom(kind).Votes("a 5 2 0, b 2 1 0, - 3 3 1, d 1 2 0").Close();
        Assert.Equal(3, room.Printed.Count);
        Assert.Equal(Written(room.Printed).Order(), Written(room.OnPage).Order());
        if (room.OnFigure.Count > 0) Assert.Equal(Written(room.Printed).Order(), Written(room.OnFigure).Order());
        var (sheet, table, data) = room.InFiles;
        Assert.InRange(data.Count, 9, int.MaxValue);
        Assert.Equal(data, sheet);
        Assert.Equal(data, table);
    }

    [Fact]
    public void Where_groups_differ_a_scale_is_drawn_for_each() => Assert.Equal(3, new SplitRoom("opinions").Votes("a 5 2 0, b 2 1 0, - 3 3 1, d 1 2 0").Close().OnFigure.Count);

    /// <summary>Where many groups are told they stand under each other.</summary>
    [Fact]
    public void Many_groups_have_a_row_for_each_option()
    {
        var room = new SplitRoom("dot-vote", tables: false, many: true).Votes("a 5 2 0, b 4 1 0, c 3 3 1, d 1 6 0, e 2 2 2, - 5 0 0").Close();
        Assert.Equal(6, room.Printed.Count);
        var table = room.Blocks.OfType<Table>().Single(table => table.Title == "The same votes by stakeholder type");
        Assert.Equal(6 * room.Choices.Count, table.Rows.Count);
        Assert.Contains(table.Rows, row => row.SequenceEqual(["Type d (en) (n\u00A0=\u00A07)", "birch (en)", "6"]));
        Assert.Contains(table.Rows, row => row.SequenceEqual(["not stated (n\u00A0=\u00A05)", "amber (en)", "5"]));
    }

    /// <summary>No workshop says so; a session that does is told as a secret vote all the same.</summary>
    [Theory, MemberData(nameof(Kinds))]
    public void A_secret_vote_has_no_groups(string kind)
    {
        var room = new SplitRoom(kind, secret: true).Votes("a 5 2 0, b 3 3 1");
        Assert.Equal(14, room.Room.Entries.Count(entry => entry.Event is StepVoted));
        Assert.Null(room.Close().Data.Split);
        Assert.DoesNotContain(room.Blocks.OfType<Subheading>(), block => block.Text == "By stakeholder type");
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Where_all_sit_together_nothing_is_split_by_tables(string kind)
    {
        var room = new SplitRoom(kind, "table", tables: false).Votes("a 5 2 0, b 3 3 1").Close();
        Assert.Empty(room.Printed);
        Assert.DoesNotContain(room.Blocks.OfType<Subheading>(), block => block.Text == "By table");
    }

    [Theory]
    [InlineData("type", "a:3 2 0", "b:2 3 0", "c:4 1 1")]
    [InlineData("class", "x:5 5 0", "y:4 1 1")]
    [InlineData("zone", "east:5 5 0", "west:4 1 1")]
    [InlineData("table", "t1:5 5 0", "_none:4 1 1")]
    public void It_is_split_by_what_the_workshop_says(string split, params string[] printed)
    {
        foreach (var kind in Examples.Votes)
        {
            var room = new SplitRoom(kind, split);
            foreach (var (type, choices) in (IEnumerable<(char, int[])>)[('a', [3, 2, 0]), ('b', [2, 3, 0]), ('c', [4, 1, 1])])
                foreach (var (choice, n) in choices.Index())
                    for (var i = 0; i < n; i++) room.Cast(room.Come(type, type == 'c' ? "west" : "east", type == 'c' ? null : "t1"), choice);
            Assert.Equal(printed, Written(room.Close().Printed));
        }
    }

    [Theory, MemberData(nameof(Kinds))]
    public void A_ballot_stays_with_what_its_voter_was_then(string kind)
    {
        var room = new SplitRoom(kind).Votes("a 3 2 0, b 3 2 0");
        var (late, early) = (room.Come('a'), room.Come('a'));
        room.Cast(early, 2).Room.Happens(early, new ParticipantCorrected(early, "b", null, null)).Happens(late, new ParticipantCorrected(late, "b", null, null));
        room.Cast(late, 2).Close();
        Assert.Equal(["a:3 2 1", "b:3 2 1"], Written(room.Printed));
        Assert.Equal(2, room.Room.State.Corrected.Count);
    }

    [Theory, MemberData(nameof(Kinds))]
    public void A_flood_is_in_no_group(string kind)
    {
        var room = new SplitRoom(kind).Votes("a 3 2 0, b 3 2 0");
        var bots = Enumerable.Range(0, 9).Select(_ => room.Come('b')).ToList();
        foreach (var bot in bots) room.Cast(bot, 2);
        room.Room.Happens(Given.Facilitator, new FloodRemoved(DateTimeOffset.UnixEpoch, bots));
        Assert.Equal(["a:3 2 0", "b:3 2 0"], Written(room.Close().Printed));
    }

    [Theory, MemberData(nameof(Kinds))]
    public void As_long_as_the_session_goes_on_no_group_stands_anywhere(string kind)
    {
        var room = new SplitRoom(kind).Votes("a 3 2 0, b 3 3 0");
        Assert.Empty(room.Printed);
        Assert.Empty(room.OnPage);
        Assert.True(room.Says("report.split.later"));
        Assert.Equal(2, room.Close().Printed.Count);
    }

    /// <summary>What was told stays told as long as nothing changes; then the second report has no groups, for the difference would be one ballot in its group.</summary>
    [Theory, MemberData(nameof(Kinds))]
    public void After_a_ballot_behind_a_close_no_report_splits_any_more(string kind)
    {
        var room = new SplitRoom(kind).Votes("a 3 2 0, b 3 3 0");
        var late = room.Come('b');
        var before = Written(room.Close().Printed);
        Assert.Equal(before, Written(room.Reopen().Close().Printed));
        room.Reopen().Cast(late, 0).Close();
        Assert.Empty(room.Printed);
        Assert.Empty(room.OnPage);
        Assert.True(room.Says("report.split.recounted"));
        Assert.Equal([7, 5], room.Totals[..2]);
    }

    [Theory, MemberData(nameof(Kinds))]
    public void After_a_flood_behind_a_close_no_report_splits_any_more(string kind)
    {
        var room = new SplitRoom(kind).Votes("a 3 2 0, b 6 5 0").Close().Reopen();
        room.Room.Happens(Given.Facilitator, new FloodRemoved(DateTimeOffset.UnixEpoch, [.. room.Room.State.Participants.Keys.Where(who => room.Room.State.Participants[who].Type == "b").Take(6)]));
        Assert.Empty(room.Close().Printed);
        Assert.True(room.Says("report.split.recounted"));
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Of_two_rounds_the_last_one_is_split(string kind)
    {
        var room = new SplitRoom(kind);
        var people = Enumerable.Range(0, 12).Select(n => room.Come(n < 6 ? 'a' : 'b')).ToList();
        foreach (var (n, who) in people.Index()) room.Cast(who, n % 2);
        room.Room.NewRound("vote");
        foreach (var (n, who) in people.Index()) room.Cast(who, n % 3);
        Assert.Equal(["a:2 2 2", "b:2 2 2"], Written(room.Close().Printed));
        Assert.All(room.Data.Counts.Where(count => count.Group is not null), count => Assert.Equal(2, count.Round));
    }

    /// <summary>All of the three and the two gave amber a dot, whatever else they gave: that would be told of each of them.</summary>
    [Fact]
    public void A_choice_that_all_of_the_others_made_takes_the_next_group_to_them()
    {
        var room = new SplitRoom("dot-vote", budget: 2);
        foreach (var (type, first) in "aaaaaabbbccddddd".Select((type, n) => (type, n is > 5 and < 11 ? "1 amber" : n % 2 == 0 ? "1 amber" : "1 dune")))
            room.Cast(room.Come(type), first, $"1 {(room.Room.State.Participants.Count % 2 == 0 ? "birch" : "cedar")}");
        Assert.Equal(["a", "_others"], room.Close().Printed.Keys);
        Assert.Equal(10, room.Data.Counts.Single(count => count is { Group: SplitRoom.Others, Of: null }).N);
    }

    [Theory, MemberData(nameof(Kinds))]
    public void A_ballot_that_was_taken_back_is_in_no_group(string kind)
    {
        var room = new SplitRoom(kind).Votes("a 3 2 0, b 3 3 0");
        var (undecided, paper) = (room.Come('b'), room.Room.State.Rounds.All.Values.Single().Ballots.First().Value.Keys.Single());
        room.Cast(undecided, 2);
        Assert.Equal(12, Assert.Single(room.Room.State.Rounds.All.Values).Strata!.Count);
        room.Room.Happens(undecided, new BallotCast("vote", paper, []));
        Assert.Equal(11, Assert.Single(room.Room.State.Rounds.All.Values).Strata!.Count);
        Assert.Equal(["a:3 2 0", "b:3 3 0"], Written(room.Close().Printed));
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Too_few_are_not_split_and_the_report_says_so(string kind)
    {
        var room = new SplitRoom(kind).Votes("a 2 2 0, b 1 1 1").Close();
        Assert.Empty(room.Printed);
        Assert.True(room.Says("report.split.none"));
    }

    private static IEnumerable<string> Written(Dictionary<string, int[]> groups) => groups.Select(group => $"{group.Key}:{string.Join(' ', group.Value.Take(3))}");
}
