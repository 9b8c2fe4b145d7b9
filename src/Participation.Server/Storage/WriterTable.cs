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

    private readonly Prepared insert;
    private readonly Prepared move;
    private readonly Prepared eraseWords;
    private readonly Prepared eraseWhole;
    // Something may be left of the time before: the first idle moment empties the log.
    private long pagesInLog = 1;
    private long version;

    public WriterTable(SqliteConnection db)
    {
        Connection = db;
        insert = new(db, $"INSERT INTO entry ({Row.Columns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)");
        move = new(db, """
            INSERT INTO head (stream, number, hash) VALUES (?1, ?2, ?3)
            ON CONFLICT (stream) DO UPDATE SET number = excluded.number, hash = excluded.hash
            """);
        eraseWords = new(db, "UPDATE entry SET salt = ?3, words = ?4 WHERE stream = ?1 AND number = ?2 AND words IS NOT NULL");
        eraseWhole = new(db, "UPDATE entry SET salt = ?3, data = ?4 WHERE stream = ?1 AND number = ?2 AND words IS NULL");
        version = SchemaVersion;
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

    /// <summary>Looks again at what the file is made of when another program changed that since the last group.</summary>
    /// <exception cref="StorageRefusedException">The file holds an object that is not the journal's, a trigger for example.</exception>
    public void CheckObjects()
    {
        var now = SchemaVersion;
        if (now == version) return;
        if (SchemaObjects.Foreign(Connection, Schema.Steps) is { Count: > 0 } foreign)
            throw new StorageRefusedException($"The file was changed by another program: {string.Join(", ", foreign)}.");
        version = now;
    }

    private long SchemaVersion => Connection.ExecuteScalar<long>("PRAGMA schema_version");

    public void Commit() => SqliteException.ThrowExceptionForRC(raw.sqlite3_exec(Connection.Handle, "COMMIT"), Connection.Handle);

    /// <summary>SQLite rolls back by itself after some errors; a second rollback would be an error of its own.</summary>
    public void Rollback()
    {
        if (raw.sqlite3_get_autocommit(Connection.Handle) == 0) raw.sqlite3_exec(Connection.Handle, "ROLLBACK");
    }

    public void Insert(Line line) => insert.RunForOneRow(Row.Bytes(line.Stream), line.Number, line.At.UtcTicks, Row.Bytes(line.By), Bytes(line.Hand),
        Row.Bytes(line.Command), Row.Bytes(line.Body), line.Name, line.Salt is { } salt ? Row.Bytes(salt) : Row.Erased, line.Data, line.Digest, line.Previous,
        line.Words?.Members, line.Words?.Text, line.Words?.Digest);

    /// <summary>Overwritten on disk, thanks to secure_delete, once the log is emptied too.</summary>
    public void Erase(Guid stream, Erasure erased) => (erased.IsWhole ? eraseWhole : eraseWords).RunForOneRow(Row.Bytes(stream), erased.Number, Row.Erased, erased.Left);

    public Head HeadOf(Guid stream) => Connection.QuerySingleOrDefault<Head>(
        "SELECT number, hash FROM head WHERE stream = @stream", new { stream = Row.Bytes(stream) }) ?? Head.None;

    public void Move(Guid stream, Head head) => move.RunForOneRow(Row.Bytes(stream), head.Number, head.Hash);

    /// <summary>Moves the log into the file once it has grown enough; called after the acknowledgements went out.</summary>
    public void CheckpointWhenDue()
    {
        raw.sqlite3_db_status(Connection.Handle, raw.SQLITE_DBSTATUS_CACHE_WRITE, out var written, out _, 1);
        pagesInLog += written;
        if (pagesInLog < CheckpointPages) return;
        Connection.Execute("PRAGMA wal_checkpoint(PASSIVE)");
        pagesInLog = 1;
    }

    /// <summary>Empties the log: what was erased from the file must not live on in it. False when readers are in the way; then the next time.</summary>
    public bool Truncate()
    {
        if (pagesInLog > 0 && Connection.ExecuteScalar<long>("PRAGMA wal_checkpoint(TRUNCATE)") == 0) pagesInLog = 0;
        return pagesInLog == 0;
    }

    public void Dispose()
    {
        insert.Dispose();
        move.Dispose();
        eraseWords.Dispose();
        eraseWhole.Dispose();
        Connection.Dispose();
    }

    private static byte[]? Bytes(Guid? id) => id is { } given ? Row.Bytes(given) : null;
}
