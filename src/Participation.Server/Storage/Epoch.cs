using Dapper;
using Microsoft.Data.Sqlite;

namespace Participation.Server.Storage;

/// <summary>Which life of the data file this is: a random id that stays over restarts and is another one after a backup was restored.</summary>
public sealed record Epoch(Guid Id)
{
    /// <exception cref="StorageRefusedException">The file has none, or several.</exception>
    internal static Epoch Of(SqliteConnection db) => Wrong(db) is { } wrong
        ? throw new StorageRefusedException($"{db.DataSource} {wrong} Take the last good backup.")
        : new(Row.Id(db.ExecuteScalar<byte[]>("SELECT id FROM epoch")!));

    /// <summary>Why phones could not tell which life of the file this is; null when they can, or when the file took no such step yet.</summary>
    internal static string? Wrong(SqliteConnection db) => IsThere(db) && db.ExecuteScalar<long>("SELECT count(*) FROM epoch") is var ids and not 1
        ? $"has {ids} epochs in place of one: it was changed by another program."
        : null;

    /// <summary>A file that took no such step yet gets its epoch with it, and no other file has the same.</summary>
    internal static void Renew(SqliteConnection db)
    {
        if (IsThere(db)) db.Execute("UPDATE epoch SET id = randomblob(16)");
    }

    private static bool IsThere(SqliteConnection db) => db.ExecuteScalar<long>("SELECT count(*) FROM sqlite_schema WHERE name = 'epoch'") > 0;
}
