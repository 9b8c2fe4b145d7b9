using Participation.LoadTests.Figures;

namespace Participation.Tests.LoadTests;

/// <summary>What is quoted of a run: shares of times, medians of repeats, the rise of samples.</summary>
public sealed class FiguresTests
{
    [Fact]
    public void A_share_is_the_time_within_which_so_many_lie_to_two_per_cent()
    {
        var times = new Percentiles();
        for (var ms = 1; ms <= 1000; ms++) times.Add((double)ms);
        Assert.InRange(times.At(0.5), 500, 500 * 1.02);
        Assert.InRange(times.At(0.99), 990, 990 * 1.02);
        Assert.InRange(times.At(1), 1000, 1000 * 1.02);
        Assert.Equal(1000, times.Count);
    }

    [Fact]
    public void One_slow_time_is_the_last_and_moves_no_other_share()
    {
        var times = new Percentiles();
        for (var n = 0; n < 999; n++) times.Add(1.0);
        times.Add(60_000.0);
        Assert.InRange(times.At(0.99), 1, 1.02);
        Assert.InRange(times.At(1), 60_000, 61_200);
    }

    [Fact]
    public void What_was_not_measured_has_no_figures() => Assert.Empty(new Percentiles().Figures("receipt"));

    [Fact]
    public void Samples_on_a_line_rise_as_the_line_and_a_burst_in_the_middle_does_not_tip_it()
    {
        var line = Enumerable.Range(0, 91).Select(minute => (Hours: minute / 60.0, Megabytes: 200 + (3 * minute / 60.0))).ToList();
        Assert.Equal(3, Slope.Of(line), 9);
        line[45] = (line[45].Hours, 900);
        Assert.Equal(3, Slope.Of(line), 9);
        Assert.Equal(-3, Slope.Of([.. line.Select(sample => (sample.Hours, -sample.Megabytes))]), 9);
    }

    [Fact]
    public void No_samples_or_all_at_one_moment_do_not_rise()
    {
        Assert.Equal(0, Slope.Of([]));
        Assert.Equal(0, Slope.Of([(1, 5), (1, 9)]));
    }

    [Fact]
    public void Repeats_give_median_and_range_of_each_figure()
    {
        var outcome = Outcome.Of("load", [], [Run(3), Run(1), Run(2), Run(10)]);
        var figure = Assert.Single(outcome.Figures);
        Assert.Equal((2.5, 1, 10), (figure.Median, figure.Least, figure.Most));
        Assert.Equal([3, 1, 2, 10], figure.Values);
        Assert.True(outcome.Counts);
        Assert.Contains(outcome.Table(), line => line.Contains("2.50 ms", StringComparison.Ordinal) && line.Contains("1 – 10", StringComparison.Ordinal));
    }

    [Fact]
    public void One_finding_in_one_repeat_and_no_figure_counts()
    {
        var outcome = Outcome.Of("load", [], [Run(1), Run(1) with { Remarks = ["lost: one"] }]);
        Assert.False(outcome.Counts);
        Assert.Contains("DOES NOT COUNT", outcome.Table().First(), StringComparison.Ordinal);
    }

    private static Run Run(double value) => new([new("receipt, p50", "ms", value)], []);
}
