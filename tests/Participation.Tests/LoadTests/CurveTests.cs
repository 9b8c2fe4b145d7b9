using Participation.LoadTests;
using Participation.LoadTests.Growth;

namespace Participation.Tests.LoadTests;

/// <summary>Whether a cost grows in proportion is told right.</summary>
public sealed class CurveTests
{
    private static readonly int[] Sizes = [100, 300, 1000, 3000, 10_000];

    [Theory]
    [InlineData(0, "flat")]
    [InlineData(0.5, "below linear")]
    [InlineData(1, "linear")]
    [InlineData(2, "ABOVE LINEAR")]
    public void A_power_of_the_size_has_its_own_exponent(double power, string word)
    {
        var curve = Curve.Of(Sizes.Select(size => ((double)size, 7 * Math.Pow(size, power))))!;
        Assert.Equal(power, curve.Exponent, 6);
        Assert.Equal(power, curve.AtTheEnd, 6);
        Assert.Equal(word, curve.Word);
    }

    [Fact]
    public void A_square_that_hides_behind_a_fixed_cost_shows_at_the_end()
    {
        var curve = Curve.Of(Sizes.Select(size => ((double)size, 1e6 + ((double)size * size))))!;
        Assert.True(curve.Exponent < 1.15);
        Assert.Equal("ABOVE LINEAR", curve.Word);
    }

    [Fact]
    public void Order_does_not_matter_and_what_was_not_measured_is_left_out() =>
        Assert.Equal(1, Curve.Of([(1000, 10), (10, 0), (100, 1), (10_000, 100)])!.Exponent, 6);

    [Fact]
    public void One_size_is_no_curve() => Assert.Null(Curve.Of([(100, 1), (200, 0)]));

    [Fact]
    public void The_middle_of_an_even_count_lies_between_two() => Assert.Equal(new Median(2.5, 1, 9), Median.Of([9, 3, 2, 1]));
}
