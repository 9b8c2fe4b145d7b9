using Dapper;
using Microsoft.Data.Sqlite;
using Participation.Journal;
using SQLitePCL;

namespace Participation.Server.Storage;

/// <summary>The number and hash of a stream's last line.</summary>
internal sealed record Head(long Number, byte[] Hash)
{
    public static readonly Head None = new(0, Line.Nothing);
}

/// <summary>The writer's connection with its prepared commands. Belongs to one thread.</summary>
internal sealed class WriterTable : IDisposable
{
    private const int CheckpointPages = 1000;

    private readonly SqliteCommand insert;
    private readonly SqliteParameter[] values;
    private long pagesInLog;

    public WriterTable(SqliteConnection db)
    {
        Connection = db;
        insert = db.CreateCommand();
        insert.CommandText = $"INSERT INTO entry ({Row.Columns}) VALUES ($0, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
        values = [.. Enumerable.Range(0, 12).Select(i => insert.Parameters.Add(new SqliteParameter { ParameterName = $"${i}" }))];
        foreach (var i in (int[])[1, 2]) values[i].SqliteType = SqliteType.Integer;
        foreach (var i in (int[])[7, 9]) values[i].SqliteType = SqliteType.Text;
        foreach (var i in (int[])[0, 3, 4, 5, 6, 8, 10, 11]) values[i].SqliteType = SqliteType.Blob;
        insert.Prepare();
    }

    public SqliteConnection Connection { get; }

    /// <summary>False when another program holds the file's write lock.</summary>
    public bool TryBegin()
    {
        var code = raw.sqlite3_exec(Connection.Handle, "BEGIN IMMEDIATE");
        if ((code & 0xff) is raw.SQLITE_BUSY or raw.SQLITE_LOCKED) return false;
        SqliteException.ThrowExceptionForRC(code, Connection.Handle);
        return true;
    }

    public void Commit() => SqliteException.ThrowExceptionForRC(raw.sqlite3_exec(Connection.Handle, "COMMIT"), Connection.Handle);

    /// <summary>SQLite rolls back by itself after some errors; a second rollback would be an error of its own.</summary>
    public void Rollback()
    {
        if (raw.sqlite3_get_autocommit(Connection.Handle) == 0) raw.sqlite3_exec(Connection.Handle, "ROLLBACK");
    }

    public void Insert(Line line)
    {
        values[0].Value = Row.Bytes(line.Stream);
        values[1].Value = line.Number;
        values[2].Value = line.At.UtcTicks;
        values[3].Value = Row.Bytes(line.By);
        values[4].Value = line.Hand is { } hand ? Row.Bytes(hand) : DBNull.Value;
        values[5].Value = Row.Bytes(line.Command);
        values[6].Value = Row.Bytes(line.Body);
        values[7].Value = line.Name;
        values[8].Value = line.Salt is { } salt ? Row.Bytes(salt) : DBNull.Value;
        values[9].Value = line.Data ?? (object)DBNull.Value;
        values[10].Value = line.Digest;
        values[11].Value = line.Previous;
        insert.ExecuteNonQuery();
    }

    public Head HeadOf(Guid stream) => Connection.QuerySingleOrDefault<Head>(
        "SELECT number, hash FROM head WHERE stream = @stream", new { stream = Row.Bytes(stream) }) ?? Head.None;

    public void Move(Guid stream, Head head) => Connection.Execute("""
        INSERT INTO head (stream, number, hash) VALUES (@stream, @Number, @Hash)
        ON CONFLICT (stream) DO UPDATE SET number = excluded.number, hash = excluded.hash
        """, new { stream = Row.Bytes(stream), head.Number, head.Hash });

    /// <summary>Moves the log into the file once it has grown enough; called after the acknowledgements went out.</summary>
    public void CheckpointWhenDue()
    {
        raw.sqlite3_db_status(Connection.Handle, raw.SQLITE_DBSTATUS_CACHE_WRITE, out var written, out _, 1);
        pagesInLog += written;
        if (pagesInLog < CheckpointPages) return;
        Connection.Execute("PRAGMA wal_checkpoint(PASSIVE)");
        pagesInLog = 1;
    }

    /// <summary>Empties the log: what was erased from the file must not live on in it. Readers may be in the way; then the next time.</summary>
    public void Truncate()
    {
        if (pagesInLog == 0) return;
        if (Connection.ExecuteScalar<long>("PRAGMA wal_checkpoint(TRUNCATE)") == 0) pagesInLog = 0;
    }

    public void Dispose()
    {
        insert.Dispose();
        Connection.Dispose();
    }
}
