using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Participation.Server.Storage;

/// <summary>What SQLite's own checks find in a file.</summary>
internal static class Damage
{
    /// <summary>The quick check at every start: pages and rows, without the order of the indexes.</summary>
    /// <exception cref="StorageRefusedException">The file is damaged; nothing more is written into it.</exception>
    public static void Refuse(SqliteConnection db, string path)
    {
        if (Quick(db) is { } first)
            throw new StorageRefusedException(
                $"{path} is damaged ({first}). Nothing was changed in it. Restore the newest copy that holds: restore {Path.Combine(Path.GetDirectoryName(path)!, BackupFolder.Name)}/FILE --to {Path.GetDirectoryName(path)}");
    }

    /// <summary>The first finding of the quick check; null when there is none.</summary>
    public static string? Quick(SqliteConnection db) => Ask(db, "quick_check(3)").FirstOrDefault();

    /// <summary>The whole check; nothing when the file is sound.</summary>
    public static string[] Of(SqliteConnection db) => Ask(db, "integrity_check");

    // Some damage ends the check itself; then its words are the finding.
    private static string[] Ask(SqliteConnection db, string check)
    {
        try
        {
            return [.. db.Query<string>($"PRAGMA {check}").Where(text => text != "ok")];
        }
        catch (SqliteException e) when (e.SqliteErrorCode is raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB or raw.SQLITE_IOERR)
        {
            return [e.Message];
        }
    }
}
