using Participation.LoadTests.Chaos;
using static Participation.Tests.LoadTests.ShortForm;

namespace Participation.Tests.LoadTests;

/// <summary>The short forms of the chaos programs on the real server that stand in its way: its disk full, restored from a backup with phones ahead of it, stopped for a while, its file held by another program, asked for reports while people give.</summary>
public sealed class HamperedTests
{
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
}
