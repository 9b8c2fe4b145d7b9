using Dapper;
using Microsoft.Data.Sqlite;
using Participation.Server.Storage;

namespace Participation.Server.Accounts;

/// <summary>
/// <c>accounts.db</c>: who may sign in, and who is signed in. Apart from the journal, so that neither its backup nor a session's file lets anybody
/// in. One connection, written rarely; what is asked on every request is answered from memory.
/// </summary>
public sealed class AccountFile : IDisposable
{
    public const string Name = "accounts.db";

    private const int ApplicationId = 0x50727461;

    private const string Tables = """
        CREATE TABLE account (id BLOB PRIMARY KEY CHECK (length(id) = 16), name TEXT NOT NULL CHECK (length(name) <= 200), key TEXT NOT NULL UNIQUE,
            role TEXT NOT NULL, password TEXT NOT NULL, totp TEXT, totpStep INTEGER NOT NULL, disabled INTEGER NOT NULL, created INTEGER NOT NULL) STRICT;
        CREATE TABLE sign_in (token BLOB PRIMARY KEY CHECK (length(token) = 32), id BLOB NOT NULL UNIQUE, account BLOB NOT NULL REFERENCES account(id),
            created INTEGER NOT NULL, used INTEGER NOT NULL, expires INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE invitation (token BLOB PRIMARY KEY CHECK (length(token) = 32), role TEXT, account BLOB REFERENCES account(id), session BLOB,
            expires INTEGER NOT NULL, used INTEGER) STRICT, WITHOUT ROWID;
        CREATE TABLE leads (account BLOB NOT NULL REFERENCES account(id), session BLOB NOT NULL, PRIMARY KEY (account, session)) STRICT, WITHOUT ROWID;
        """;

    /// <summary>Added by the second version: under which name the organisation's directory knows whom.</summary>
    private const string Directory = """
        CREATE TABLE identity (key TEXT PRIMARY KEY CHECK (length(key) BETWEEN 1 AND 255), account BLOB NOT NULL UNIQUE REFERENCES account(id)) STRICT, WITHOUT ROWID;
        """;

    /// <summary>Added by the third: who leads a session by a link, without an account.</summary>
    private const string LeaderSeats = """
        CREATE TABLE leader_seat (id BLOB PRIMARY KEY CHECK (length(id) = 16), session BLOB NOT NULL CHECK (length(session) = 16),
            created INTEGER NOT NULL, expires INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        """;

    private static readonly string[] Steps = [Tables, Directory, LeaderSeats];
    private static readonly int Version = Steps.Length;
    private static readonly string Mark = $"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {Version};";

    private readonly SqliteConnection db;

    /// <exception cref="StorageRefusedException">The file is damaged, of a newer version or of another program.</exception>
    public AccountFile(string folder)
    {
        var path = Path.Combine(folder, Name);
        PrivateFile.Make(path);
        db = Open(path);
        foreach (var beside in new[] { "-wal", "-shm" }) PrivateFile.Close(path + beside);
        var version = db.ExecuteScalar<int>("PRAGMA user_version");
        if (version > Version) throw new StorageRefusedException($"{path} was written by a newer version of this program. Install the newer version.");
        if (version > 0 && db.ExecuteScalar<int>("PRAGMA application_id") != ApplicationId) throw new StorageRefusedException($"{path} is an SQLite file of another program.");
        if (version < Version) Write(string.Join(' ', [.. Steps.Skip(version), Mark]));
        Storage.Folder.Flush(path);
    }

    /// <summary>One at a time: what is written and what is remembered of it change together.</summary>
    public Lock Gate { get; } = new();

    public List<T> Read<T>(string sql)
    {
        lock (Gate) return db.Query<T>(sql).AsList();
    }

    /// <summary>Writes and makes it last. What was overwritten leaves the log at once, too: it may have been a token.</summary>
    public int Write(string sql, object? values = null)
    {
        lock (Gate)
        {
            using var transaction = db.BeginTransaction(deferred: false);
            var rows = db.Execute(sql, values, transaction);
            transaction.Commit();
            db.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
            return rows;
        }
    }

    public void Dispose() => db.Dispose();

    private static SqliteConnection Open(string path)
    {
        SqliteConnection? db = null;
        try
        {
            db = JournalConnection.Writer(path);
            if (Damage.Quick(db) is not { } found) return db;
            db.Dispose();
            throw Damaged(path, found, null);
        }
        catch (SqliteException e)
        {
            db?.Dispose();
            throw Damaged(path, e.Message, e);
        }
    }

    private static StorageRefusedException Damaged(string path, string reason, Exception? inner) => new(
        $"{path} cannot be used ({reason}). Nothing was changed in it. Put it back from a copy, or delete it and start again: then there are no accounts, and the setup link makes the first one.", inner);
}
