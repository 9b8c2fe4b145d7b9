using Participation.Activities.Ideas;
using Participation.Sessions;
using Participation.Sessions.Acts;
using Participation.Sessions.Joining;
using Participation.Tests.Laws;

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

    private static async Task<Hall> Running()
    {
        var hall = await new Hall().Opened();
        await hall.Send(new JoinSession("en", null, null, null, Consent: true), Role.Participant, Given.Id(1));
        await Lead(hall, new StartSession());
        await Lead(hall, new OpenItem { Item = "ideas" });
        return hall;
    }

    private static Task<Receipt> Idea(Hall hall) => hall.Send(new GiveIdea("More trees", IdeaKind.Idea) { Item = "ideas" }, Role.Participant, Given.Id(1));

    private static async Task Lead(Hall hall, SessionCommand act) => Assert.Null((await hall.Send(act, Role.Facilitator, Given.Facilitator)).Refused);
}
