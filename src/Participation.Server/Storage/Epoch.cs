using Dapper;
using Microsoft.Data.Sqlite;

namespace Participation.Server.Storage;

/// <summary>Which life of the data file this is: a random id that stays over restarts and is another one after a backup was restored.</summary>
public sealed record Epoch(Guid Id)
{
    internal static Epoch Of(SqliteConnection db) => new(Row.Id(db.ExecuteScalar<byte[]>("SELECT id FROM epoch")!));

    /// <summary>A file that took no such step yet gets its epoch with it, and no other file has the same.</summary>
    internal static void Renew(SqliteConnection db)
    {
        if (db.ExecuteScalar<long>("SELECT count(*) FROM sqlite_schema WHERE name = 'epoch'") > 0) db.Execute("UPDATE epoch SET id = randomblob(16)");
    }
}
