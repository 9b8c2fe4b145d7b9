using Participation.LoadTests.Chaos;

namespace Participation.Tests.LoadTests;

/// <summary>
/// The short forms of the chaos programs, on the real server: killed and left without power under load, its disk full, restored from a backup
/// with phones ahead of it, stopped for a while, its file held by another program, asked for reports while people give, without files to open, hammered upon. The long forms are the same with more cycles, and they count the seconds.
/// </summary>
public sealed class ChaosTests
{
    [Fact]
    public Task Killed_five_times_under_load_it_loses_and_doubles_nothing() => Holds(Crashes.Kill, "--cycles 5 --phones 16 --most 1000 --within 60");

    [Fact]
    public Task Five_times_without_power_it_loses_and_doubles_nothing() => Holds(Crashes.Power, "--cycles 5 --phones 16 --most 1000 --within 60");

    [Fact]
    public Task A_first_start_that_loses_its_power_is_followed_by_a_sound_one() => Holds(FirstStarts.Run, "--cycles 2");

    [Fact]
    public Task Restored_from_a_backup_it_gets_back_what_phones_were_told() => Holds(Restores.Run, "--cycles 1 --phones 12");

    [Fact]
    public Task On_a_full_disk_nobody_is_told_that_it_was_saved() => Holds(FullDisk.Run, "--cycles 1 --phones 12 --within 20");

    [Fact]
    public Task Stopped_and_gone_on_it_loses_nothing_and_closes_nothing() => Holds(StoppedProcess.Run, "--cycles 1 --seconds 3 --phones 8");

    [Fact]
    public Task While_another_program_holds_the_file_nobody_notices() => Holds(LockedFile.Run, "--cycles 2 --phones 8 --most 2000");

    [Fact]
    public Task A_report_while_people_give_is_a_moment_of_the_record() => Holds(LiveReports.Run, "--cycles 1 --phones 8");

    [Fact]
    public Task Beside_people_who_erase_in_a_loop_nobody_else_loses_a_word() => Holds(Erasers.Run, "--honest 6 --before 300 --seconds 2 --windows 1 --times 100000");

    [Fact]
    public Task In_a_flood_of_programs_nobody_honest_is_refused_and_one_command_removes_them() => Holds(Bots.Run, "--honest 40 --bots 300 --seconds 8 --most 20000");

    [Fact]
    public Task With_few_files_and_many_silent_connections_people_are_served_and_new_ones_come_in() => Holds(Files.Run, "--limit 700 --silent 1500 --honest 10 --seconds 3 --most 20000");

    [Theory, InlineData("mine"), InlineData("negotiate"), InlineData("frames"), InlineData("joins"), InlineData("idle")]
    public Task Somebody_who_hammers_takes_nothing_from_others(string mode) =>
        Holds(HammerProgram.Run, $"--mode {mode} --honest 8 --seconds 3 --warm-up 2 --most 20000{(mode == "idle" ? " --limit 700 --connections 1000" : "")}");

    private static async Task Holds(Func<string[], Task<int>> program, string words)
    {
        // Beside other tests screens may take longer than they should on a machine of their own.
        if (OperatingSystem.IsLinux()) Assert.Equal(0, await program([.. words.Split(' '), "--slowness", "12"]));
    }
}
