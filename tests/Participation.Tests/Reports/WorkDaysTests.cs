using Participation.Activities.Ideas;
using Participation.Reports;
using Participation.Server.Pages;
using Participation.Sessions;
using Participation.Sessions.Acts;
using Participation.Sessions.Reporting;
using Participation.Texts;
using Participation.Writing;

namespace Participation.Tests.Reports;

/// <summary>A report tells the days on which the room was at work, on the clock of the place, and counts no night as work.</summary>
public sealed class WorkDaysTests
{
    private static readonly TimeZoneInfo Rome = TimeZoneInfo.FindSystemTimeZoneById("Europe/Rome");
    private static readonly ReportFrame Frame = new("en", Rome, new string('a', 64));

    /// <summary>A moment of October 2026, told in UTC.</summary>
    private static DateTimeOffset On(int day, int hour, int minute = 0) => new(2026, 10, day, hour, minute, 0, TimeSpan.Zero);

    /// <summary>Opened on the 20th, begun where a test says so.</summary>
    private static Given Room(DateTimeOffset begun)
    {
        var agenda = new[] { "one", "two" }.Select(id => Given.Item(id, "ideas", new { question = Given.Text("What?") })).ToArray();
        agenda[1] = agenda[1] with { Mark = "IN" };
        return new Given(null, null, On(20, 22, 30), begun, agenda);
    }

    private static void Idea(Given room, string item, Guid who, string text) =>
        Assert.Null(room.Do<GiveIdea, Contributions>(item, who, new(text), GiveIdeaHandler.Decide));

    private static Given Close(Given room) => room.Act(new CloseSession(), CloseSessionHandler.Decide);

    private static string Cover(Given room, ReportFrame? frame = null) => SynthesisReport.Of(room.State, frame ?? Frame).Facts[0].Value;

    private static string Name(Given room) => ReportName.Of(room.State, Frame, "report", "pdf");

    private static Participation.Reports.Table Steps(Given room) => SynthesisReport.Of(room.State, Frame).Sections.Single(section => section.Title == "Method").Blocks.OfType<Participation.Reports.Table>().Single();

    private static string Method(Given room) => string.Join(' ', SynthesisReport.Of(room.State, Frame).Sections.Single(section => section.Title == "Method").Blocks.OfType<Paragraph>().Select(paragraph => paragraph.Text));

    [Fact]
    public void Opened_days_before_and_closed_the_day_after_a_session_is_of_the_day_on_which_it_was_held()
    {
        var room = Room(On(29, 8));
        var who = room.Seat();
        room.At(On(29, 9));
        Idea(room, "one", who, "A tree");
        Close(room.At(On(30, 7)));
        Assert.Equal("29 October 2026", Cover(room));
        Assert.Equal("29 ottobre 2026", Cover(room, Frame with { Language = "it" }));
        Assert.StartsWith("session-en-2026-10-29-aaaaaaaa-", Name(room), StringComparison.Ordinal);
        Assert.Equal(["2026-10-29"], DataSet.Of(room.State, Frame).Days);
        Assert.Contains("opened on 21 October 2026 at 00:30", Method(room), StringComparison.Ordinal);
        Assert.Contains("29 October 2026.", Method(room), StringComparison.Ordinal);
        Assert.Equal("09:00", Steps(room).Rows[0][2]);
    }

    [Fact]
    public void Of_a_session_over_a_night_both_days_are_told_and_the_night_is_no_work()
    {
        var room = Room(On(28, 15));
        var who = room.Seat();
        room.At(On(28, 15, 20));
        Idea(room, "one", who, "A tree");
        room.At(On(29, 7, 10));
        Idea(room, "one", who, "A bench");
        room.At(On(29, 7, 20)).Open("two");
        Close(room.At(On(29, 7, 45)));
        Assert.Equal("28–29 October 2026", Cover(room));
        Assert.Equal("28.–29. Oktober 2026", Cover(room, Frame with { Language = "de" }));
        Assert.Contains("-2026-10-28--2026-10-29-", Name(room), StringComparison.Ordinal);
        // The clocks went back on the 25th: at 15:00 UTC it is 16:00 in Rome.
        Assert.Equal(["28 Oct, 16:00", "29 Oct, 08:20"], Steps(room).Rows.Select(row => row[2]));
        Assert.Equal(["30", "25"], Steps(room).Rows.Select(row => row[4]));
        Assert.Contains("Breaks of more than three hours", Method(room), StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_lunch_is_the_steps_time_and_nothing_is_said_of_breaks()
    {
        var room = Room(On(28, 9));
        room.At(On(28, 11, 59)).Open("two");
        Close(room.At(On(28, 12)));
        Assert.Equal(["179", "1"], Steps(room).Rows.Select(row => row[4]));
        Assert.DoesNotContain("Breaks", Method(room), StringComparison.Ordinal);
    }

    [Fact]
    public void An_act_of_the_evening_that_is_taken_back_in_the_morning_brings_no_night_back()
    {
        var room = Room(On(28, 15));
        room.At(On(28, 15, 10)).Open("two");
        room.At(On(29, 7)).Undo();
        room.At(On(29, 7, 5));
        Idea(room, "one", room.Seat(), "A tree");
        Close(room.At(On(29, 7, 15)));
        Assert.Equal(["20", "–"], Steps(room).Rows.Select(row => row[4]));
    }

    [Fact]
    public void The_console_counts_on_from_the_morning()
    {
        var room = Room(On(28, 15));
        room.At(On(29, 7));
        Idea(room, "one", room.Seat(), "A tree");
        var step = room.State.Stage.Steps["one"];
        Assert.Equal(On(29, 7), room.State.Spells.Entered(step));
        room.At(On(29, 7, 30));
        Idea(room, "one", room.Seat(), "A bench");
        Assert.Equal(On(29, 7), room.State.Spells.Entered(room.State.Stage.Steps["one"]));
    }

    [Fact]
    public void What_was_tried_and_taken_back_days_before_or_hidden_days_after_is_no_day_of_the_work()
    {
        var room = Room(On(21, 9));
        room.At(On(21, 9, 1)).Undo();
        room.At(On(29, 9)).Open("one");
        Idea(room, "one", room.Seat(), "A tree");
        room.At(On(30, 9)).Mark("IM-001", Marking.Hide);
        Assert.Equal("29 October 2026", Cover(room));
    }

    [Theory]
    [InlineData("en", "28 October 2026", "1–2 November 2026", "31 October 2026 – 1 November 2026", "1 November 2026, 4 November 2026")]
    [InlineData("it", "28 ottobre 2026", "1º–2 novembre 2026", "31 ottobre 2026 – 1º novembre 2026", "1º novembre 2026, 4 novembre 2026")]
    [InlineData("de", "28. Oktober 2026", "1.–2. November 2026", "31. Oktober 2026 – 1. November 2026", "1. November 2026, 4. November 2026")]
    public void Days_are_told_as_a_person_tells_them(string language, string one, string two, string over, string apart)
    {
        var (words, first) = (Words.In[language], new DateOnly(2026, 11, 1));
        Assert.Equal([one, two, over, apart], [words.Days([new(2026, 10, 28)]), words.Days([first, new(2026, 11, 2)]), words.Days([new(2026, 10, 31), first]), words.Days([first, new(2026, 11, 4)])]);
    }
}
