using Participation.LoadTests.Chaos;
using static Participation.Tests.LoadTests.ShortForm;

namespace Participation.Tests.LoadTests;

/// <summary>The short forms of the chaos programs on the real server that kill it or take its power. The long forms are the same with more cycles.</summary>
public sealed class CrashTests
{
    [Fact]
    public Task Killed_five_times_under_load_it_loses_and_doubles_nothing() => Holds(Crashes.Kill, "--cycles 5 --phones 16 --most 1000 --within 60");

    [Fact]
    public Task Five_times_without_power_it_loses_and_doubles_nothing() => Holds(Crashes.Power, "--cycles 5 --phones 16 --most 1000 --within 60");

    [Fact]
    public Task A_first_start_that_loses_its_power_is_followed_by_a_sound_one() => Holds(FirstStarts.Run, "--cycles 2");
}
