using Dapper;
using Microsoft.Data.Sqlite;

namespace Participation.Server.Storage;

/// <summary>A PRAGMA of a connection: how it is set and what SQLite must then answer.</summary>
internal sealed record Setting(string Pragma, string Value, string Answer)
{
    // Sound defaults that SQLite does not have: a hostile or damaged file can run no code and is noticed early; erased text leaves the pages.
    private static readonly Setting[] Every =
    [
        new("foreign_keys", "ON", "1"), new("trusted_schema", "OFF", "0"), new("cell_size_check", "ON", "1"), new("mmap_size", "0", "0"),
        new("secure_delete", "ON", "1"), new("temp_store", "MEMORY", "2"), new("wal_autocheckpoint", "0", "0"),
    ];

    /// <summary>The writer's. Its wait for a foreign lock is short because the writer itself asks again until its time is over.</summary>
    public static readonly Setting[] Writing =
        [new("journal_mode", "WAL", "wal"), new("synchronous", "FULL", "2"), new("busy_timeout", "50", "50"), .. Every];

    /// <summary>Readers open the file read-only; that they cannot write needs no setting.</summary>
    public static readonly Setting[] Reading =
        [new("busy_timeout", "1000", "1000"), .. Every];

    public static void Apply(SqliteConnection db, Setting[] settings)
    {
        foreach (var setting in settings) db.ExecuteScalar($"PRAGMA {setting.Pragma} = {setting.Value}");
        Assert(db, settings);
    }

    /// <exception cref="StorageRefusedException">SQLite did not take a setting, as with WAL on a network file system.</exception>
    public static void Assert(SqliteConnection db, Setting[] settings)
    {
        foreach (var setting in settings)
        {
            var answer = db.ExecuteScalar<string>($"PRAGMA {setting.Pragma}");
            if (answer != setting.Answer)
                throw new StorageRefusedException(
                    $"SQLite answers {setting.Pragma} = {answer} on {db.DataSource}; {setting.Answer} is needed. Is it on a local disk?");
        }
    }
}
