using Dapper;
using Microsoft.Data.Sqlite;
using Participation.Server.Storage;

namespace Participation.Tests.Storage;

/// <summary>The settings that durability and privacy rest on are there, and a missing one stops the start.</summary>
public sealed class SettingTests : IDisposable
{
    private readonly TemporaryFile file = new();

    [Fact]
    public async Task The_writer_runs_with_every_setting()
    {
        using var journal = new SqliteJournal(file.Path);
        var seen = new Dictionary<string, string?>();
        var needed = new Dictionary<string, string?>
        {
            ["journal_mode"] = "wal", ["synchronous"] = "2", ["foreign_keys"] = "1", ["trusted_schema"] = "0", ["cell_size_check"] = "1",
            ["mmap_size"] = "0", ["secure_delete"] = "1", ["temp_store"] = "2", ["wal_autocheckpoint"] = "0",
        };
        await journal.OnWriter(db =>
        {
            foreach (var pragma in needed.Keys) seen[pragma] = db.ExecuteScalar<string>($"PRAGMA {pragma}");
        });
        Assert.Equal(needed, seen);
    }

    [Theory]
    [InlineData("journal_mode", "DELETE")]
    [InlineData("synchronous", "NORMAL")]
    [InlineData("foreign_keys", "OFF")]
    [InlineData("trusted_schema", "ON")]
    [InlineData("cell_size_check", "OFF")]
    [InlineData("mmap_size", "65536")]
    [InlineData("secure_delete", "OFF")]
    [InlineData("temp_store", "FILE")]
    [InlineData("wal_autocheckpoint", "1000")]
    [InlineData("busy_timeout", "0")]
    public void A_setting_undone_is_noticed(string pragma, string value)
    {
        using var db = JournalConnection.Writer(file.Path);
        Setting.Assert(db, Setting.Writing);
        db.ExecuteScalar($"PRAGMA {pragma} = {value}");
        var refused = Assert.Throws<StorageRefusedException>(() => Setting.Assert(db, Setting.Writing));
        Assert.Contains(pragma, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_place_that_cannot_do_WAL_is_refused()
    {
        using var memory = new SqliteConnection("Data Source=:memory:");
        memory.Open();
        var refused = Assert.Throws<StorageRefusedException>(() => Setting.Apply(memory, Setting.Writing));
        Assert.Contains("journal_mode = memory", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reader_cannot_write()
    {
        using (new SqliteJournal(file.Path))
        {
            using var reader = JournalConnection.Reader(file.Path);
            Assert.Throws<SqliteException>(() => reader.Execute("DELETE FROM head"));
        }
    }

    public void Dispose() => file.Dispose();
}
