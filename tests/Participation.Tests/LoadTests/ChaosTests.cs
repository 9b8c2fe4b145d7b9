using Participation.LoadTests.Chaos;

namespace Participation.Tests.LoadTests;

/// <summary>
/// The short forms of the chaos programs, on the real server: killed and left without power under load, its disk full, restored from a backup
/// with phones ahead of it. The long forms are the same with more cycles, and they count the seconds.
/// </summary>
public sealed class ChaosTests
{
    [Fact]
    public Task Killed_five_times_under_load_it_loses_and_doubles_nothing() => Holds(Crashes.Kill, "--cycles 5 --phones 16 --most 1000 --within 60");

    [Fact]
    public Task Five_times_without_power_it_loses_and_doubles_nothing() => Holds(Crashes.Power, "--cycles 5 --phones 16 --most 1000 --within 60");

    [Fact]
    public Task Restored_from_a_backup_it_gets_back_what_phones_were_told() => Holds(Restores.Run, "--cycles 1 --phones 12");

    [Fact]
    public Task On_a_full_disk_nobody_is_told_that_it_was_saved() => Holds(FullDisk.Run, "--cycles 1 --phones 12 --within 20");

    [Fact]
    public Task In_a_flood_of_programs_nobody_honest_is_refused_and_one_command_removes_them() => Holds(Bots.Run, "--honest 40 --bots 300 --seconds 8 --most 20000");

    private static async Task Holds(Func<string[], Task<int>> program, string words)
    {
        if (OperatingSystem.IsLinux()) Assert.Equal(0, await program(words.Split(' ')));
    }
}
