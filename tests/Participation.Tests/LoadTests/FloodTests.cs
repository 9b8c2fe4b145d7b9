using Participation.LoadTests.Chaos;
using static Participation.Tests.LoadTests.ShortForm;

namespace Participation.Tests.LoadTests;

/// <summary>The short forms of the chaos programs on the real server that crowd it: erasers, programs that join, silent connections where few files may be opened, somebody who hammers.</summary>
public sealed class FloodTests
{
    [Fact]
    public Task Beside_people_who_erase_in_a_loop_nobody_else_loses_a_word() => Holds(Erasers.Run, "--honest 6 --before 300 --seconds 2 --windows 1 --times 100000");

    [Fact]
    public Task In_a_flood_of_programs_nobody_honest_is_refused_and_one_command_removes_them() => Holds(Bots.Run, "--honest 40 --bots 300 --seconds 8 --most 20000");

    [Fact]
    public Task With_few_files_and_many_silent_connections_people_are_served_and_new_ones_come_in() => Holds(Files.Run, "--limit 700 --silent 1500 --honest 10 --seconds 3 --most 20000");

    [Theory, InlineData("mine"), InlineData("negotiate"), InlineData("frames"), InlineData("joins"), InlineData("idle")]
    public Task Somebody_who_hammers_takes_nothing_from_others(string mode) =>
        Holds(HammerProgram.Run, $"--mode {mode} --honest 8 --seconds 3 --warm-up 2 --most 20000{(mode == "idle" ? " --limit 700 --connections 1000" : "")}");
}
