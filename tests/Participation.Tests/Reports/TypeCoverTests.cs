using Participation.Activities.Ideas;
using Participation.Journal;
using Participation.Sessions.Acts;
using Participation.Sessions.Joining;
using static Participation.Tests.Reports.TypedRoom;

namespace Participation.Tests.Reports;

/// <summary>Whose presence hides of what type others are, and whose does not: in one report, and between two.</summary>
public sealed class TypeCoverTests
{
    /// <summary>A dot: they gave nothing; an exclamation mark: they erased themselves before the close.</summary>
    [Theory]
    [InlineData("6a 1b 4-.", "")] // the silent hide nobody: seven have contributed
    [InlineData("5a 4b 1a!", "")] // the erased row is the one of which nothing is stated
    [InlineData("20a 3b 4-!", "")]
    [InlineData("20a 6b 1-. 1c.", "a b")] // of whoever gave nothing no row can tell
    [InlineData("20a 6b 1c!", "a b")]
    [InlineData("3a 4b.", "")] // not all are alike
    [InlineData("3a 2a.", "a")]
    [InlineData("20a 4b 6-! 6-", "a")]
    public void Only_those_hide_others_who_gave_something_that_is_there(string room, string printed)
    {
        var paper = Read(Room([("plenary", room)]));
        Assert.Equal(printed.Split(' ', StringSplitOptions.RemoveEmptyEntries), Printed(paper));
        Assert.All(paper.Rows.Where(row => row.IsErased), row => Assert.Equal(Withheld, row.Type));
    }

    [Fact]
    public void Who_is_silent_at_a_table_hides_nobody_there() =>
        Assert.Empty(Printed(Read(Room([("North", "6a 1b 3c. 3-."), ("South", "6a 6b")]))));

    /// <summary>Words that a facilitator erases may be anybody's, also when a report is out: it says of the others what it said.</summary>
    [Fact]
    public void Words_erased_by_the_team_change_nothing_that_a_report_says_of_others()
    {
        var room = Room([("plenary", "6a 4b 1-")]);
        var before = Read(room);
        Assert.Contains("a", Printed(before));
        var silent = room.Entries.Single(entry => entry.Event is IdeaGiven { Number: 11 });
        room.Happens(Given.Facilitator, new WordsErased(new Dictionary<string, string> { [$"{silent.Number}"] = "" }));
        Assert.Equal(before.Rows, Read(room).Rows);
        room.Happens(Given.Id(11), new WordsErased(new Dictionary<string, string> { [$"{silent.Number}"] = "" }));
        Assert.Empty(Read(room).ByType);
    }

    [Fact]
    public void Nothing_is_said_of_people_who_are_not_counted()
    {
        var room = Room([("North", "6a 6b"), ("South", "6a")]);
        var bot = Given.Id(500);
        room.Happens(bot, new ParticipantSeated(bot, 500, "en", "b", null, "South", false, true))
            .Happens(bot, new IdeaGiven("ideas", 99, "Of a flood", null, null, null, null, null))
            .Happens(Given.Facilitator, new FloodRemoved(DateTimeOffset.UnixEpoch, [bot]));
        Assert.Equal(["a", "b"], Printed(Read(room)));
        Assert.Equal(Withheld, Read(room).Rows[^1].Type);
    }

    /// <summary>One who comes, or says anew who they are, between two closes would be what the second report counts more than the first, beside the one row that is new.</summary>
    [Theory]
    [InlineData("1b", 0, false)]
    [InlineData("3a 1b", 0, false)]
    [InlineData("6a 5b", 0, true)]
    [InlineData("", 0, true)]
    [InlineData("", 1, false)]
    [InlineData("1c!", 0, false)]
    public void Whoever_comes_after_a_close_that_was_taken_back_is_not_told_by_the_difference_of_two_reports(string late, int corrected, bool told)
    {
        var room = Room([("plenary", "8a 8b")]);
        var count = Read(room).ByType;
        Assert.NotEmpty(count);
        room.Undo();
        if (late.Length > 0) People(room, Plenary, late);
        for (var n = 1; n <= corrected; n++) room.Happens(Given.Id(n), new ParticipantCorrected(Given.Id(n), "b", null, null));
        room.Happens(Given.Facilitator, new SessionClosed());
        var paper = Read(room);
        Assert.Equal(told, paper.ByType.Count > 0);
        Assert.Equal(told ? ["a", "b"] : [], Printed(paper));
        // Nobody is told by coming back to what was told before.
        room.Undo().Happens(Given.Facilitator, new SessionClosed());
        Assert.Equal(told, Read(room).ByType.Count > 0);
    }
}
