using Dapper;
using Microsoft.Data.Sqlite;
using Participation.Server.Storage;
using Participation.Tests.Injection;
using static Participation.Tests.Journal.Notes;

namespace Participation.Tests.Storage;

/// <summary>A restored file holds what its backup held, begins another epoch, and what was there before stays beside it.</summary>
public sealed class RestoreTests : IDisposable
{
    private readonly TemporaryFile file = new();
    private readonly Guid stream = Guid.NewGuid();

    private string Data => Path.Combine(file.Folder, "data");

    private string Live => Path.Combine(Data, "participation.db");

    private string Copy => Path.Combine(file.Folder, "copy.db");

    [Fact]
    public async Task It_holds_what_the_backup_held_under_another_epoch_and_keeps_what_was_there()
    {
        var before = await Ahead();
        Assert.Equal(0, Run("restore", Copy, "--to", Data).Code);
        using (var journal = new SqliteJournal(Live))
        {
            Assert.Equal(5, (await journal.Read(stream)).Count);
            Assert.NotEqual(before, journal.Epoch);
            await journal.Append([Note(stream, 6)]);
        }
        var aside = Assert.Single(Directory.GetFiles(Data, "*.before-restore-*"));
        Assert.Equal(9, JournalFile.Verify(aside).Entries);
        Assert.True(JournalFile.Verify(Live) is { Holds: true, Entries: 6 });
        Assert.Equal(5, JournalFile.Verify(Copy).Entries);
        Assert.Empty(Directory.GetFiles(Data, "*.restored*"));
    }

    [Fact]
    public async Task An_epoch_stays_over_restarts_and_two_files_never_share_one()
    {
        var first = await Ahead();
        using (var again = new SqliteJournal(Live)) Assert.Equal(first, again.Epoch);
        using (var other = new SqliteJournal(file.Path)) Assert.NotEqual(first, other.Epoch);
        Assert.Equal(0, Run("restore", Copy, "--to", Data).Code);
        using (var once = new SqliteJournal(Live)) Assert.NotEqual(first, once.Epoch);
        var second = EpochOf(Live);
        Assert.Equal(0, Run("restore", Copy, "--to", Data).Code);
        Assert.NotEqual(second, EpochOf(Live));
    }

    [Fact]
    public async Task While_a_server_runs_and_from_a_damaged_copy_nothing_is_restored()
    {
        await Ahead();
        using (new SqliteJournal(Live))
            Assert.Contains("already running", Run("restore", Copy, "--to", Data).Text, StringComparison.Ordinal);
        Assert.Equal(1, Run("restore", Copy + "x", "--to", Data).Code);
        Assert.Equal(1, Run("restore", Live, "--to", Data).Code);
        using (var spoiled = new FileStream(Copy, FileMode.Open))
        {
            spoiled.Position = 4096 + 100;
            spoiled.Write(new byte[3000]);
        }
        Assert.Equal(1, Run("restore", Copy, "--to", Data).Code);
        Assert.True(JournalFile.Verify(Live) is { Holds: true, Entries: 9 });
        Assert.Equal(2, Run("restore").Code);
        Assert.Empty(Directory.GetFiles(Data, "*restore*"));
    }

    [Theory]
    [InlineData("PRAGMA user_version = 9", "newer version")]
    [InlineData("PRAGMA application_id = 7", "another program")]
    [InlineData("DELETE FROM epoch", "epoch")]
    [InlineData("INSERT INTO epoch (id) VALUES (randomblob(16))", "epoch")]
    [InlineData("DROP TABLE epoch", "table epoch")]
    public async Task A_copy_on_which_no_server_starts_does_not_hold_and_is_not_restored(string sql, string told)
    {
        await Ahead();
        using (var db = new SqliteConnection($"Data Source={Copy};Pooling=False"))
        {
            db.Open();
            db.Execute(sql);
        }
        Assert.Contains(told, Assert.Throws<StorageRefusedException>(() => new SqliteJournal(Copy)).Message, StringComparison.Ordinal);
        foreach (var args in new string[][] { ["verify", Copy], ["restore", Copy, "--to", Data], ["backup", Copy, "--to", Copy + ".again"] })
        {
            var (code, text) = Run(args);
            Assert.Equal(1, code);
            Assert.Contains(told, text, StringComparison.Ordinal);
        }
        Assert.False(File.Exists(Copy + ".again"));
        Assert.True(JournalFile.Verify(Live) is { Holds: true, Entries: 9 });
        Assert.Empty(Directory.GetFiles(Data, "*restore*"));
    }

    /// <summary>A whole chain, by somebody who can hash: its first entry is what the start reads of each journal.</summary>
    [Theory]
    [InlineData("x.unknown", "{}")]
    [InlineData("session.opened", "{}")]
    [InlineData("session.opened", "{\"title\":null}")]
    [InlineData("session.opened", "[]")]
    public async Task A_copy_with_a_first_entry_that_no_start_can_read_does_not_hold_and_is_not_restored(string name, string data)
    {
        await Ahead();
        using (var table = new WriterTable(JournalConnection.Writer(Copy)))
        {
            var forged = Assert.Single(EvilFiles.Whole((name, data)));
            table.Insert(forged);
            table.Move(forged.Stream, new(1, forged.Hash()));
        }
        Assert.Contains("no beginning", Run("verify", Copy).Text, StringComparison.Ordinal);
        foreach (var args in new string[][] { ["verify", Copy], ["restore", Copy, "--to", Data], ["backup", Copy, "--to", Copy + ".again"] })
        {
            var (code, text) = Run(args);
            Assert.Equal(1, code);
            Assert.Contains("does not hold", text, StringComparison.Ordinal);
        }
        // A server that has such a file all the same says so, and what to do.
        using var journal = new SqliteJournal(Copy);
        var refused = await Assert.ThrowsAsync<StorageRefusedException>(() => journal.Firsts(TestContext.Current.CancellationToken));
        Assert.Contains("Restore the newest copy", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_file_with_an_unsettled_log_gives_way_to_its_backup()
    {
        await Ahead();
        File.WriteAllBytes(Live, [.. File.ReadAllBytes(Live)[..2000], .. new byte[9000]]);
        File.WriteAllBytes(Live + "-wal", new byte[5000]);
        Assert.NotEmpty(Refused());
        Assert.Equal(0, Run("restore", Copy, "--to", Data).Code);
        Assert.True(JournalFile.Verify(Live) is { Holds: true, Entries: 5 });
    }

    [Fact]
    public async Task A_damaged_file_takes_nobody_and_says_what_to_do()
    {
        await Ahead();
        using (var spoiled = new FileStream(Live, FileMode.Open))
        {
            spoiled.Position = 4096;
            spoiled.Write([.. Enumerable.Repeat((byte)0xEE, 300)]);
        }
        Assert.Contains("restore ", Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_was_not_closed_is_known_by_its_log()
    {
        var broken = Path.Combine(file.Folder, "broken.db");
        using (var journal = new SqliteJournal(file.Path))
        {
            Assert.False(journal.BrokeOff);
            await journal.Append(Many(stream, 1, 3));
            File.Copy(file.Path, broken);
            File.Copy(file.Path + "-wal", broken + "-wal");
        }
        using (var journal = new SqliteJournal(broken)) Assert.True(journal.BrokeOff);
        using (var journal = new SqliteJournal(broken)) Assert.False(journal.BrokeOff);
        Assert.Equal(3, JournalFile.Verify(broken).Entries);
    }

    public void Dispose() => file.Dispose();

    /// <summary>A copy with five entries of a file that went on to nine; the epoch of both.</summary>
    private async Task<Epoch> Ahead()
    {
        using var journal = new SqliteJournal(Live);
        await journal.Append(Many(stream, 1, 5));
        JournalFile.Backup(Live, Copy);
        await journal.Append(Many(stream, 6, 9));
        return journal.Epoch;
    }

    private string Refused() => Assert.Throws<StorageRefusedException>(() => new SqliteJournal(Live)).Message;

    private static Epoch EpochOf(string path)
    {
        using var db = JournalConnection.Reader(path);
        return Epoch.Of(db);
    }

    private static (int? Code, string Text) Run(params string[] args)
    {
        using var output = new StringWriter();
        return (StorageCommands.Run(args, output), output.ToString());
    }
}
