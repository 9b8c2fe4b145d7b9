using System.Diagnostics;
using Dapper;
using Microsoft.Data.Sqlite;
using Participation.Journal;
using Participation.Server.Storage;
using static Participation.Tests.Journal.Notes;

namespace Participation.Tests.Storage;

/// <summary>What goes wrong around the file: a second server, a foreign lock, a full disk. Nothing acknowledged is lost and the writer recovers by itself.</summary>
public sealed class FailureTests : IDisposable
{
    private readonly TemporaryFile file = new();
    private readonly Guid stream = Guid.NewGuid();

    [Fact]
    public void A_second_server_on_the_file_is_refused_until_the_first_has_ended()
    {
        using (new SqliteJournal(file.Path))
        {
            var refused = Assert.Throws<StorageRefusedException>(() => new SqliteJournal(file.Path));
            Assert.Contains("already running", refused.Message, StringComparison.Ordinal);
            if (OperatingSystem.IsLinux()) Assert.NotEqual(0, LockedByAnotherProcess());
        }
        if (OperatingSystem.IsLinux()) Assert.Equal(0, LockedByAnotherProcess());
        new SqliteJournal(file.Path).Dispose();
    }

    [Fact]
    public async Task A_short_foreign_lock_is_waited_for_while_readers_read()
    {
        using var journal = new SqliteJournal(file.Path);
        await journal.Append([Note(stream, 1)]);
        Task append;
        using (var foreign = Foreign("BEGIN EXCLUSIVE"))
        {
            append = journal.Append([Note(stream, 2)]);
            Assert.NotSame(append, await Task.WhenAny(append, Task.Delay(300)));
            Assert.Single(await journal.Read(stream));
            foreign.Execute("ROLLBACK");
        }
        await append;
        Assert.Equal(2, (await journal.Read(stream)).Count);
    }

    [Fact]
    public async Task A_long_foreign_lock_is_told_and_then_recovered_from()
    {
        using var journal = new SqliteJournal(file.Path, lockTimeout: TimeSpan.FromMilliseconds(100));
        using (var foreign = Foreign("BEGIN EXCLUSIVE"))
        {
            foreach (var append in new[] { journal.Append([Note(stream, 1)]), journal.Append([Note(stream, 2)]) })
                Assert.Equal("journal.locked", await CodeOf(append));
            foreign.Execute("ROLLBACK");
        }
        await journal.Append(Many(stream, 1, 3));
        Assert.Equal(3, (await journal.Read(stream)).Count);
    }

    [Fact]
    public async Task While_a_reader_keeps_a_ballot_in_the_log_the_next_one_waits()
    {
        using var journal = new SqliteJournal(file.Path, lockTimeout: TimeSpan.FromMilliseconds(100));
        await Emptied(journal);
        using (var foreign = Foreign("BEGIN DEFERRED"))
        {
            foreign.Execute("SELECT count(*) FROM box");
            await journal.Append([Note(stream, 3)], Ballot("b"));
            Assert.Equal("journal.locked", await CodeOf(journal.Append([Note(stream, 4)], Ballot("c"))));
            // What is no ballot does not wait.
            await journal.Append([Note(stream, 4)]);
            foreign.Execute("ROLLBACK");
        }
        await journal.Append([Note(stream, 5)], Ballot("c"));
    }

    [Fact]
    public async Task While_a_ballot_waits_for_a_reader_other_sessions_go_on()
    {
        using var journal = new SqliteJournal(file.Path, lockTimeout: TimeSpan.FromMinutes(2));
        await Emptied(journal);
        Task waits, behind;
        using (var foreign = Foreign("BEGIN DEFERRED"))
        {
            foreign.Execute("SELECT count(*) FROM box");
            await journal.Append([Note(stream, 3)], Ballot("b"));
            (waits, behind) = (journal.Append([Note(stream, 4)], Ballot("c")), journal.Append([Note(stream, 5)]));
            var other = Guid.NewGuid();
            for (var number = 1; number <= 3; number++) await journal.Append([Note(other, number)]).WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
            Assert.False(waits.IsCompleted || behind.IsCompleted);
            foreign.Execute("ROLLBACK");
        }
        await waits;
        await behind;
        Assert.Equal(5, (await journal.Read(stream)).Count);
    }

    /// <summary>A ballot was cast and the log emptied of it: what was written after it is on disk.</summary>
    private async Task Emptied(SqliteJournal journal)
    {
        await journal.Append([Note(stream, 1)], Ballot("a"));
        await journal.Append([Note(stream, 2)]);
    }

    private static BallotBoxed Ballot(string mark) => new("vote", 0, "", [mark]);

    [Fact]
    public async Task On_a_full_disk_appends_are_refused_reading_goes_on_and_space_brings_it_back()
    {
        using var journal = new SqliteJournal(file.Path);
        await journal.OnWriter(db => db.Execute($"PRAGMA max_page_count = {db.ExecuteScalar<int>("PRAGMA page_count") + 20}"));
        var (text, acknowledged) = (new string('x', 5000), 0);
        var appends = Enumerable.Range(1, 40).Select(number => journal.Append([Note(stream, number, text)])).ToList();
        var refusals = new List<string>();
        foreach (var append in appends)
        {
            try
            {
                await append;
                acknowledged++;
            }
            catch (JournalException e)
            {
                refusals.Add(e.Code);
            }
        }
        Assert.Equal("journal.full", refusals[0]);
        Assert.All(refusals, code => Assert.Contains(code, new[] { "journal.full", "journal.gap" }));
        Assert.Equal(acknowledged, (await journal.Read(stream)).Count);

        while (await Fits(journal.Append([Note(stream, acknowledged + 1, text)]))) acknowledged++;
        Assert.Equal(acknowledged, (await journal.Read(stream)).Count);
        Assert.True(JournalFile.Verify(file.Path).Holds);

        await journal.OnWriter(db => db.Execute("PRAGMA max_page_count = 100000"));
        await journal.Append(Many(stream, acknowledged + 1, acknowledged + 5));
        Assert.Equal(acknowledged + 5, (await journal.Read(stream)).Count);
        Assert.True(JournalFile.Verify(file.Path).Holds);
    }

    [Fact]
    public async Task On_a_full_disk_no_ballot_lies_without_its_entry_and_no_entry_stands_without_its_ballot()
    {
        using var journal = new SqliteJournal(file.Path);
        await journal.OnWriter(db => db.Execute($"PRAGMA max_page_count = {db.ExecuteScalar<int>("PRAGMA page_count") + 6}"));
        var voted = 0;
        while (await Fits(journal.Append([Note(stream, voted + 1, new string('x', 500))], new BallotBoxed("vote", 0, "", [$"{voted} {new string('m', 200)}"])))) voted++;
        Assert.InRange(voted, 1, 100);
        Assert.Equal(voted, (await journal.Read(stream)).Count);
        Assert.Equal(voted, Assert.Single(await journal.Box(stream, "vote", 0)).Ballots);
    }

    [Fact]
    public async Task A_group_fails_as_a_whole_and_what_was_queued_behind_it_fails_by_its_numbers()
    {
        using var journal = new SqliteJournal(file.Path);
        var other = Guid.NewGuid();
        Task[] appends = [];
        Task innocent = Task.CompletedTask;
        await journal.OnWriter(_ =>
        {
            var tooLong = Note(stream, 1, new string('x', 8_000_000));
            innocent = journal.Append([Note(other, 1)]);
            appends = [journal.Append([tooLong]), .. Enumerable.Range(2, 600).Select(number => journal.Append([Note(stream, number)]))];
        });
        Assert.Equal("journal.failed", await CodeOf(innocent));
        Assert.Equal("journal.failed", await CodeOf(appends[0]));
        Assert.Equal("journal.gap", await CodeOf(appends[^1]));
        await Task.WhenAll(journal.Append([Note(other, 1)]), journal.Append([Note(stream, 1)]));
        Assert.Single(await journal.Read(stream));
    }

    [Fact]
    public async Task A_commit_that_fails_is_acknowledged_to_nobody()
    {
        using var journal = new SqliteJournal(file.Path);
        // Checked when the transaction ends: every insert succeeds and the commit does not.
        await journal.OnWriter(db => db.Execute("""
            CREATE TEMP TABLE known (id INTEGER PRIMARY KEY);
            CREATE TEMP TABLE unknown (id INTEGER REFERENCES known (id) DEFERRABLE INITIALLY DEFERRED);
            CREATE TEMP TRIGGER never AFTER INSERT ON main.entry BEGIN INSERT INTO unknown VALUES (1); END
            """));
        Assert.Equal("journal.failed", await CodeOf(journal.Append([Note(stream, 1)])));
        Assert.Empty(await journal.Read(stream));
        await journal.OnWriter(db => db.Execute("DROP TRIGGER temp.never"));
        await journal.Append([Note(stream, 1)]);
        Assert.Single(await journal.Read(stream));
    }

    [Fact]
    public async Task When_too_many_wait_the_next_is_refused_as_busy()
    {
        using var journal = new SqliteJournal(file.Path, capacity: 3);
        Task[] appends = [];
        await journal.OnWriter(_ => appends = [.. Enumerable.Range(1, 5).Select(number => journal.Append([Note(stream, number)]))]);
        await Task.WhenAll(appends[..3]);
        Assert.Equal("journal.busy", await CodeOf(appends[3]));
        Assert.Equal(3, (await journal.Read(stream)).Count);
    }

    [Fact]
    public async Task After_its_end_the_journal_refuses_and_has_kept_all_that_waited()
    {
        Task[] appends;
        var journal = new SqliteJournal(file.Path);
        await using (journal) appends = [.. Enumerable.Range(1, 50).Select(number => journal.Append([Note(stream, number)]))];
        Assert.All(appends, append => Assert.True(append.IsCompletedSuccessfully));
        Assert.Equal("journal.failed", await CodeOf(journal.Append([Note(stream, 51)])));
        Assert.False(File.Exists(file.Path + "-wal"));
        using var again = new SqliteJournal(file.Path);
        Assert.Equal(50, (await again.Read(stream)).Count);
        await again.Append([Note(stream, 51)]);
    }

    public void Dispose() => file.Dispose();

    private static async Task<bool> Fits(Task append)
    {
        try
        {
            await append;
            return true;
        }
        catch (JournalException e) when (e.Code == "journal.full")
        {
            return false;
        }
    }

    private SqliteConnection Foreign(string sql)
    {
        var db = new SqliteConnection($"Data Source={file.Path};Pooling=False");
        db.Open();
        db.Execute(sql);
        return db;
    }

    /// <summary>The exit code of a process that asks for the lock: 0 when it gets it.</summary>
    private int LockedByAnotherProcess()
    {
        using var process = Process.Start("flock", ["--nonblock", file.Path + ".lock", "true"]);
        process.WaitForExit();
        return process.ExitCode;
    }
}
