using Microsoft.Data.Sqlite;

namespace Participation.Server.Storage;

/// <summary>The two ways to open the journal's file: the one writer, and readers that can do no harm.</summary>
internal static class JournalConnection
{
    /// <summary>For the writer thread only. SQLite before 3.51.3 can damage a WAL that two connections write or checkpoint.</summary>
    public static SqliteConnection Writer(string path) => Open(path, SqliteOpenMode.ReadWriteCreate, pooled: false, 5, Setting.Writing);

    public static SqliteConnection Reader(string path, bool pooled = false) => Open(path, SqliteOpenMode.ReadOnly, pooled, 1, Setting.Reading);

    /// <summary>Reads, and may roll back what a writer left half done: a reader cannot.</summary>
    public static SqliteConnection Recovering(string path) => Open(path, SqliteOpenMode.ReadWrite, pooled: false, 1, Setting.Reading);

    /// <summary>Closes the readers that wait for reuse.</summary>
    public static void ClosePool(string path)
    {
        using var unopened = new SqliteConnection(Address(path, SqliteOpenMode.ReadOnly, pooled: true, 1));
        SqliteConnection.ClearPool(unopened);
    }

    private static string Address(string path, SqliteOpenMode mode, bool pooled, int seconds) =>
        new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = pooled, DefaultTimeout = seconds }.ToString();

    private static SqliteConnection Open(string path, SqliteOpenMode mode, bool pooled, int seconds, Setting[] settings)
    {
        var db = new SqliteConnection(Address(path, mode, pooled, seconds));
        try
        {
            db.Open();
            Setting.Apply(db, settings);
            return db;
        }
        catch
        {
            db.Dispose();
            throw;
        }
    }
}
