using System.Net;
using Participation.Server.Accounts;
using Participation.Tests.Live;

namespace Participation.Tests.Accounts;

/// <summary>Who tries passwords is slowed, and the owner is not.</summary>
public sealed class SignInTriesTests
{
    private static readonly IPAddress Here = IPAddress.Parse("192.0.2.1"), There = IPAddress.Parse("198.51.100.7");
    private const int Many = 1_000;
    private readonly Clock clock = new();

    [Fact]
    public void Five_tries_are_free_then_each_waits_longer_up_to_a_minute()
    {
        var tries = new SignInTries(clock);
        for (var n = 0; n < 5; n++) Assert.True(tries.May("Ada", Here, null));
        foreach (var wait in new[] { 1, 2, 4, 8, 16, 32, 60, 60 })
        {
            Assert.False(tries.May("Ada", Here, null));
            clock.Pass(TimeSpan.FromSeconds(wait - 0.5));
            Assert.False(tries.May(" ADA", Here, null));
            clock.Pass(TimeSpan.FromSeconds(0.5));
            Assert.True(tries.May("ada", Here, null));
        }
    }

    [Fact]
    public void Who_signed_in_in_this_browser_before_does_not_wait_for_strangers()
    {
        var (tries, own) = (new SignInTries(clock), Guid.NewGuid());
        Assert.Contains(false, Enumerable.Range(0, Many).Select(_ => tries.May("Ada", Here, null)));
        Assert.True(tries.May("Ada", Here, own));
        Assert.True(tries.May("Bea", Here, null));
        Assert.True(tries.May("Ada", There, null));
        // A browser's own tries are counted too.
        Assert.Contains(false, Enumerable.Range(0, Many).Select(_ => tries.May("Ada", Here, own)));
        Assert.False(tries.May("Ada", Here, own));
    }

    [Fact]
    public void Many_names_from_one_place_and_one_name_from_many_places_are_slowed()
    {
        var tries = new SignInTries(clock);
        Assert.Equal(30, Enumerable.Range(0, 200).Count(n => tries.May($"name {n}", Here, null)));
        Assert.True(tries.May("name 1", There, null));
        Assert.Equal(100, Enumerable.Range(0, 300).Count(n => tries.May("Ada", IPAddress.Parse($"10.1.{n / 200}.{n % 200}"), null)));
    }

    [Fact]
    public void A_try_that_nobody_looked_at_counts_for_nothing_and_shortens_no_wait_of_another()
    {
        var tries = new SignInTries(clock);
        for (var n = 0; n < Many; n++)
        {
            Assert.True(tries.May("Ada", Here, null));
            tries.Unseen("Ada", Here, null);
        }
        // All three counts are as they were: of the name here, of the place, of the name.
        for (var n = 0; n < 7; n++) Assert.True(tries.May("Ada", Here, null) || n >= 5);
        Assert.Equal(25, Enumerable.Range(0, 200).Count(n => tries.May($"name {n}", Here, null)));
        Assert.Equal(95, Enumerable.Range(0, 300).Count(n => tries.May("Ada", IPAddress.Parse($"10.1.{n / 200}.{n % 200}"), null)));
        // One was under way when another had to wait; it ends unseen, and the other waits on.
        clock.Pass(TimeSpan.FromSeconds(1));
        Assert.True(tries.May("Ada", Here, Guid.Empty));
        for (var n = 0; n < 6; n++) tries.May("Ada", Here, Guid.Empty);
        tries.Unseen("Ada", Here, Guid.Empty);
        Assert.True(tries.May("Ada", Here, Guid.Empty));
        clock.Pass(TimeSpan.FromSeconds(1));
        Assert.True(tries.May("Ada", Here, Guid.Empty));
        tries.Unseen("Ada", Here, Guid.Empty);
        Assert.False(tries.May("Ada", Here, Guid.Empty));
    }

    [Fact]
    public void A_right_password_forgets_the_wrong_ones_and_an_hour_does()
    {
        var tries = new SignInTries(clock);
        for (var n = 0; n < 4; n++) tries.May("Ada", Here, null);
        tries.Right("Ada", Here, null);
        for (var n = 0; n < 5; n++) Assert.True(tries.May("Ada", Here, null));
        Assert.False(tries.May("Ada", Here, null));
        clock.Pass(TimeSpan.FromHours(1) + TimeSpan.FromMinutes(1));
        for (var n = 0; n < 5; n++) Assert.True(tries.May("Ada", Here, null));
    }
}
