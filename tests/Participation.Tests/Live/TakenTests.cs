using Microsoft.Extensions.DependencyInjection;
using Participation.Journal;
using Participation.Sessions;
using Participation.Tests.Laws;
using Participation.Views;

namespace Participation.Tests.Live;

/// <summary>Who comes after the receipt of an erasure is told none of its words, also while the screens that hang already wait for their next frame.</summary>
public sealed class TakenTests
{
    private const string Words = "words of Ada alone";

    [Theory, InlineData(Role.Facilitator), InlineData(Role.Participant), InlineData(Role.Projector)]
    public async Task Who_joins_after_the_receipt_of_an_erasure_is_told_nothing_of_it(Role role)
    {
        var clock = new Still();
        await using var house = await House.Built("http://127.0.0.1:0", services => services.AddSingleton<TimeProvider>(clock));
        await using var facilitator = await house.Entered(Role.Facilitator);
        await facilitator.Done("session.start");
        await facilitator.Done("session.open-item", item: "ideas");
        await using var phone = await house.Joined();
        await using var there = role == Role.Participant ? await house.Joined() : await house.Entered(role);
        await using var late = role == Role.Participant ? await (await Seated(house)).Connect(role, join: false) : await there.Browser.Connect(role, join: false);
        await phone.Done("ideas.give", new { text = Words }, "ideas");
        await there.Until(screen => screen.View.Says(Words), "the words on a screen");
        // Between two frames: the one before was shown, and the next one comes when the test says so.
        clock.Stand();
        await phone.Done("ideas.give", new { text = "something else" }, "ideas");
        await Patience.Until(() => clock.Beats > 0, () => "no frame is waited for");
        await phone.Done("session.erase-mine");
        var joining = late.Join();
        await Patience.Until(() => joining.IsCompleted || clock.Glances > 0, () => "the screen is neither told nor kept waiting");
        clock.GoOn();
        Assert.DoesNotContain(Words, (await joining).ToJsonString(), StringComparison.Ordinal);
        await there.Until(screen => screen.View.Lacks(Words), "the screens without the words");
    }

    [Fact]
    public void What_changed_nothing_hurries_no_phone()
    {
        var session = new Given(Given.Item("ideas", "ideas", new { question = Given.Text("What now?") }));
        var nothing = session.Entries[^1] with { Event = new NothingChanged() };
        Assert.Equal(default, new SessionSurface().Reach(nothing, session.State));
    }

    private static async Task<Browser> Seated(House house)
    {
        var browser = house.Browser();
        await browser.Join(new { code = house.Code, command = Guid.NewGuid(), consent = true, language = "en" });
        return browser;
    }

    /// <summary>Runs on as always, and keeps what waits for the next frame while it is told to.</summary>
    private sealed class Still : TimeProvider
    {
        private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(100), Glance = TimeSpan.FromMilliseconds(10);
        private readonly List<ITimer> kept = [];
        private bool stands;

        public int Beats { get; private set; }

        public int Glances { get; private set; }

        public void Stand()
        {
            lock (kept) stands = true;
        }

        public void GoOn()
        {
            lock (kept)
            {
                stands = false;
                foreach (var timer in kept) timer.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan);
            }
        }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            lock (kept)
            {
                if (!stands || (dueTime != Beat && dueTime != Glance)) return base.CreateTimer(callback, state, dueTime, period);
                if (dueTime == Beat) Beats++;
                else Glances++;
                var timer = base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, period);
                kept.Add(timer);
                return timer;
            }
        }
    }
}
