using System.Diagnostics;
using System.Text;
using Participation.LoadTests.Figures;
using Participation.LoadTests.Load;

namespace Participation.Tests.LoadTests;

/// <summary>An idea has reached a phone when the phone shows as many ideas as the idea's place in the journal.</summary>
public sealed class TotalsTests
{
    private readonly Totals totals = new();

    [Fact]
    public void Each_idea_arrives_with_the_first_total_that_includes_it()
    {
        Show(1, at: 100);
        Show(3, at: 250);
        var times = Times([Ms(90), Ms(95), Ms(200)]);
        Assert.Equal(3, times.Count);
        Assert.InRange(times.At(0.33), 10, 10.3);
        Assert.InRange(times.At(0.66), 50, 51.1);
        Assert.InRange(times.At(1), 155, 158.2);
    }

    [Fact]
    public void What_was_never_shown_or_is_not_measured_is_not_counted()
    {
        Show(2, at: 100);
        Assert.Equal(1, Times([0, Ms(90), Ms(95)]).Count);
    }

    [Fact]
    public void A_total_told_twice_or_by_a_join_counts_once()
    {
        Show(2, at: 100);
        totals.Note(2, Ms(500));
        Assert.InRange(Times([Ms(90), Ms(90)]).At(1), 10, 10.3);
        Assert.Equal(2, totals.Last);
    }

    [Fact]
    public void A_frame_that_says_nothing_of_the_total_changes_nothing()
    {
        totals.Show("""{"patch":[{"op":"replace","path":"/joined","value":9}]}"""u8, Ms(1));
        Assert.Equal(0, totals.Last);
    }

    private Percentiles Times(long[] due)
    {
        var times = new Percentiles();
        totals.Deliver(due, times);
        return times;
    }

    private void Show(int total, int at) =>
        totals.Show(Encoding.UTF8.GetBytes($$"""{"patch":[{"op":"replace","path":"/activity/total","value":{{total}}}]}"""), Ms(at));

    private static long Ms(int ms) => ms * Stopwatch.Frequency / 1000;
}
