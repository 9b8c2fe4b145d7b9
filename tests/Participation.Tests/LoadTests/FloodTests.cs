using Participation.LoadTests.Chaos;
using static Participation.Tests.LoadTests.ShortForm;

namespace Participation.Tests.LoadTests;

/// <summary>The short forms of the chaos programs on the real server that crowd it: erasers, programs that join, silent connections where few files may be opened, somebody who hammers.</summary>
public sealed class FloodTests
{
    [Fact]
    public Task Beside_people_who_erase_in_a_loop_nobody_else_loses_a_word() => Holds(Erasers.Run, "--honest 6 --before 300 --seconds 2 --windows 1");

    [Fact]
    public Task In_a_flood_of_programs_nobody_honest_is_refused_and_one_command_removes_them() => Holds(Bots.Run, "--honest 40 --bots 20 --seconds 8 --pause 1");

    [Fact]
    public Task With_few_files_and_many_silent_connections_people_are_served_and_new_ones_come_in() => Holds(Files.Run, "--limit 700 --silent 1500 --honest 10 --seconds 3 --patience 20");

    [Fact]
    public Task Whoever_asks_for_their_own_file_in_a_loop_is_given_five_and_takes_nothing_from_others() => Hammers("mine");

    [Fact]
    public Task Whoever_negotiates_in_a_loop_without_a_seat_is_given_a_small_part_and_takes_nothing_from_others() => Hammers("negotiate");

    [Fact]
    public Task Whoever_sends_frames_without_end_is_read_at_the_rate_of_a_person_and_takes_nothing_from_others() => Hammers("frames --connections 8");

    [Fact]
    public Task Whoever_joins_without_end_and_has_no_seat_is_answered_ten_times_and_takes_nothing_from_others() => Hammers("joins");

    [Fact]
    public Task Whoever_opens_more_connections_than_there_is_room_for_shuts_nobody_out() => Hammers("idle --limit 700 --connections 1000 --patience 20");

    private static Task Hammers(string mode) => Holds(HammerProgram.Run, $"--mode {mode} --honest 8 --seconds 3 --warm-up 2");
}
