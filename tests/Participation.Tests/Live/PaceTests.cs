using Participation.Server.Live;

namespace Participation.Tests.Live;

public sealed class PaceTests
{
    private static TimeSpan At(double seconds) => TimeSpan.FromSeconds(seconds);

    [Fact]
    public void In_a_quiet_room_everything_comes_at_once()
    {
        var pace = new Pace();
        for (var n = 0; n < 60; n++)
        {
            Assert.True(pace.MayTellWhole(At(n)), $"idea {n}");
            pace.Told(At(n), 400, whole: true);
        }
    }

    [Fact]
    public void In_a_rush_whole_views_cost_a_phone_a_thousand_bytes_a_second_and_counts_come_five_times_as_often_as_seconds()
    {
        var (pace, whole, counts) = (new Pace(), 0, 0);
        for (var n = 0; n < 600; n++)
        {
            var now = At(n / 10.0);
            if (pace.MayTellWhole(now))
            {
                pace.Told(now, 6_000, whole: true);
                whole++;
            }
            else if (pace.MayTell(now))
            {
                pace.Told(now, 150, whole: false);
                counts++;
            }
        }
        // A minute earns 60,000 bytes, and three seconds were saved up before it.
        Assert.InRange(whole, 10, 11);
        Assert.InRange(counts, 270, 300);
    }

    [Fact]
    public void After_a_pause_no_more_is_saved_up_than_three_seconds_earn()
    {
        var pace = new Pace();
        pace.Told(At(3_600), 2_900, whole: true);
        Assert.True(pace.MayTellWhole(At(3_600)));
        pace.Told(At(3_600), 2_000, whole: true);
        Assert.False(pace.MayTellWhole(At(3_601.8)));
        Assert.True(pace.MayTellWhole(At(3_602)));
    }

    [Fact]
    public async Task One_at_a_time_is_at_work_and_nobody_who_comes_meanwhile_is_forgotten()
    {
        var pulse = new Pulse();
        var (asked, done, atWork, most) = (0, 0, 0, 0);
        void Work()
        {
            do
            {
                most = Math.Max(most, Interlocked.Increment(ref atWork));
                Volatile.Write(ref done, Volatile.Read(ref asked));
                Interlocked.Decrement(ref atWork);
            }
            while (!pulse.End());
        }
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            for (var n = 0; n < 50_000; n++)
            {
                Interlocked.Increment(ref asked);
                if (pulse.Begin()) Work();
            }
        })));
        Assert.Equal(200_000, done);
        Assert.Equal(1, most);
    }
}
