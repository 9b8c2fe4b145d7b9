using System.Globalization;
using Participation.Activities.Ideas;
using Participation.Reports;
using Participation.Sessions;
using Participation.Sessions.Acts;
using Participation.Sessions.Joining;
using Participation.Sessions.Reporting;
using Participation.Tests.Laws;
using Participation.Texts;
using Table = Participation.Reports.Table;

namespace Participation.Tests.Sessions;

/// <summary>A laptop's clock is set back, or forward, in the middle of a session: nothing opens, nothing closes and nothing lasts a negative time by that.</summary>
public sealed class ClockTests
{
    [Theory, InlineData(-1), InlineData(1), InlineData(24 * 3652)]
    public async Task A_clock_that_leaps_opens_no_closed_step_and_closes_no_open_one(int hours)
    {
        var hall = await Running();
        hall.Now = hall.Now.AddHours(hours);
        Assert.Null((await Idea(hall)).Refused);
        await Lead(hall, new LockStep { Item = "ideas" });
        hall.Now = hall.Now.AddMinutes(1);
        Assert.Equal("step.closed", (await Idea(hall)).Refused?.Code);
        hall.Now = hall.Now.AddHours(hours).AddMinutes(1);
        Assert.Equal("step.closed", (await Idea(hall)).Refused?.Code);
        Assert.All((await hall.State()).Stage.Steps.Values, step => Assert.True(step.Seconds >= 0));
    }

    [Theory, InlineData(-1), InlineData(1), InlineData(24 * 3652)]
    public async Task A_timer_is_never_longer_than_it_was_set_and_never_negative(int hours)
    {
        var hall = await Running();
        await Lead(hall, new StartTimer(300));
        hall.Now = hall.Now.AddHours(hours);
        await Lead(hall, new PauseTimer());
        Assert.Equal(hours < 0 ? 300 : 0, (await hall.State()).Stage.Timer!.Left);
        Assert.Equal("ideas", (await hall.State()).Stage.Open);
    }

    /// <summary>The night in which the clock on the wall shows 02:30 twice, and the one in which it never does (F11).</summary>
    [Theory]
    [InlineData("2026-10-25T00:20:00Z", "02:20", "02:10")]
    [InlineData("2026-03-29T00:20:00Z", "01:20", "03:10")]
    public async Task In_the_night_when_the_clocks_change_minutes_are_as_long_as_ever(string start, string first, string second)
    {
        var hall = await Running(DateTimeOffset.Parse(start, CultureInfo.InvariantCulture));
        hall.Now = hall.Now.AddMinutes(20);
        Assert.Null((await Idea(hall)).Refused);
        hall.Now = hall.Now.AddMinutes(30);
        await Lead(hall, new OpenItem { Item = "clusters" });
        hall.Now = hall.Now.AddMinutes(15);
        await Lead(hall, new OpenItem { Item = "ideas" });
        Assert.Null((await Idea(hall)).Refused);
        await Lead(hall, new CloseSession());

        var state = await hall.State();
        Assert.Equal([3000, 900], new[] { "ideas", "clusters" }.Select(item => state.Stage.Steps[item].Seconds));
        foreach (var zone in new[] { "Europe/Vienna", "Europe/Rome" })
        {
            var report = SynthesisReport.Of(state, new("en", TimeZoneInfo.FindSystemTimeZoneById(zone), new string('0', 64)));
            var rows = report.Sections.Single(section => section.Title == Words.In["en"]["report.method.title"]).Blocks.OfType<Table>().Single().Rows;
            Assert.Equal([(first, "50"), (second, "15")], new[] { "ideas", "clusters" }.Select(item => rows.Single(row => row[1] == $"{item} (en)")).Select(row => (row[2], row[4])));
            var annex = report.Sections[^1].Blocks.OfType<Table>().SelectMany(table => table.Rows).Select(row => row[0]).ToList();
            Assert.Equal(annex.Order(StringComparer.Ordinal), annex);
        }
    }

    private static async Task<Hall> Running(DateTimeOffset? now = null)
    {
        var hall = new Hall();
        if (now is { } at) hall.Now = at;
        await hall.Opened();
        await hall.Send(new JoinSession("en", null, null, null, Consent: true), Role.Participant, Given.Id(1));
        await Lead(hall, new StartSession());
        await Lead(hall, new OpenItem { Item = "ideas" });
        return hall;
    }

    private static Task<Receipt> Idea(Hall hall) => hall.Send(new GiveIdea("More trees", IdeaKind.Idea) { Item = "ideas" }, Role.Participant, Given.Id(1));

    private static async Task Lead(Hall hall, SessionCommand act) => Assert.Null((await hall.Send(act, Role.Facilitator, Given.Facilitator)).Refused);
}
