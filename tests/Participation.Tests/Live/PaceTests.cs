using Participation.Server.Live;

namespace Participation.Tests.Live;

public sealed class PaceTests
{
    private static TimeSpan At(double seconds) => TimeSpan.FromSeconds(seconds);

    private const int Hall = 300;

    [Fact]
    public void In_a_quiet_hall_everything_comes_at_once()
    {
        var pace = new Pace();
        for (var n = 0; n < 60; n++)
        {
            Assert.True(pace.MayTellWhole(At(n)), $"idea {n}");
            pace.ToldWhole(At(n), 400, Hall);
        }
    }

    [Fact]
    public void In_a_rush_whole_views_cost_a_phone_of_a_full_hall_nine_hundred_bytes_a_second_and_counts_come_in_between()
    {
        var (whole, counts) = Minute(Hall);
        // A minute earns 54,000 bytes, and three seconds were saved up before it.
        Assert.InRange(whole, 9, 10);
        Assert.InRange(counts, 270, 300);
        Assert.Equal((whole, counts), Minute(10 * Hall));
    }

    [Fact]
    public void Few_phones_have_more_air_each() => Assert.InRange(Minute(Hall / 10).Whole, 90, 100);

    [Fact]
    public void After_a_pause_no_more_is_saved_up_than_three_seconds_earn()
    {
        var pace = new Pace();
        pace.ToldWhole(At(3_600), 2_600, Hall);
        Assert.True(pace.MayTellWhole(At(3_600)));
        pace.ToldWhole(At(3_600), 1_800, Hall);
        Assert.False(pace.MayTellWhole(At(3_601.8)));
        Assert.True(pace.MayTellWhole(At(3_602)));
    }

    [Fact]
    public void No_view_is_so_large_that_it_silences_a_phone_for_longer_than_ten_seconds()
    {
        var pace = new Pace();
        pace.ToldWhole(At(0), 10_000_000, Hall);
        Assert.False(pace.MayTellWhole(At(9)));
        Assert.True(pace.MayTellWhole(At(10)));
    }

    [Fact]
    public void What_is_taken_back_is_told_within_a_second()
    {
        var pace = new Pace();
        pace.ToldWhole(At(0), 10_000, Hall);
        Assert.False(pace.MayTakeBack(At(0.9)));
        Assert.True(pace.MayTakeBack(At(1)));
    }

    private static (int Whole, int Counts) Minute(int phones)
    {
        var (pace, whole, counts) = (new Pace(), 0, 0);
        for (var n = 0; n < 600; n++)
        {
            var now = At(n / 10.0);
            if (pace.MayTellWhole(now))
            {
                pace.ToldWhole(now, 6_000, phones);
                whole++;
            }
            else if (pace.MayTell(now))
            {
                pace.Told(now);
                counts++;
            }
        }
        return (whole, counts);
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
