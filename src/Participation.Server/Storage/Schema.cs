using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Participation.Server.Storage;

/// <summary>The numbered steps that make the tables; <c>PRAGMA user_version</c> says how many a file has taken.</summary>
internal static class Schema
{
    private const int ApplicationId = 0x50727463;

    /// <summary>The SQL of each step, first to last.</summary>
    public static readonly IReadOnlyList<string> Steps =
    [
        .. typeof(Schema).Assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(".sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(Text),
    ];

    /// <summary>The writer's connection to a file that has taken all steps. Before each step a file that was there is copied to <c>FILE.before-NNNN</c>.</summary>
    /// <exception cref="StorageRefusedException">The file is of a newer version, not a journal, or locked.</exception>
    public static SqliteConnection Open(string path, IReadOnlyList<string> steps)
    {
        SqliteConnection? db = null;
        try
        {
            if (Exists(path)) Recognise(path, steps);
            db = JournalConnection.Writer(path);
            var found = db.ExecuteScalar<int>("PRAGMA user_version");
            for (var taken = found; taken < steps.Count; taken++)
            {
                if (found > 0) JournalFile.Keep(path, $"{path}.before-{taken + 1:0000}");
                Take(db, steps, taken);
            }
            return db;
        }
        catch (Exception e)
        {
            db?.Dispose();
            if (e is SqliteException sqlite) throw Refused(path, sqlite);
            throw;
        }
    }

    private static bool Exists(string path) => new FileInfo(path) is { Exists: true, Length: > 0 };

    // Read only, so that a file which is not ours is left exactly as it was.
    private static void Recognise(string path, IReadOnlyList<string> steps)
    {
        using var db = Whole(path);
        var version = db.ExecuteScalar<int>("PRAGMA user_version");
        if (version == 0 && db.ExecuteScalar<int>("SELECT count(*) FROM sqlite_schema") == 0) return;
        if (Stranger(db, steps) is { } stranger) throw new StorageRefusedException($"{path} {stranger}");
        if (SchemaObjects.Foreign(db, steps.Take(version)) is { Count: > 0 } foreign)
            throw new StorageRefusedException($"{path} was changed by another program: {string.Join(", ", foreign)}. Take the last good backup.");
    }

    // A first start that was cut off before the file was in WAL mode leaves a rollback journal. Until SQLite has rolled it back nobody can read the file, and for that it writes.
    private static SqliteConnection Whole(string path)
    {
        SqliteConnection? db = null;
        try
        {
            db = JournalConnection.Reader(path);
            db.ExecuteScalar<int>("PRAGMA user_version");
            return db;
        }
        catch (SqliteException e) when (e.SqliteErrorCode == raw.SQLITE_READONLY && File.Exists(path + "-journal"))
        {
            db?.Dispose();
            return JournalConnection.Recovering(path);
        }
    }

    /// <summary>Whose file it is when it is none that this program can read; else null.</summary>
    public static string? Stranger(SqliteConnection db, IReadOnlyList<string> steps)
    {
        var version = db.ExecuteScalar<int>("PRAGMA user_version");
        return db.ExecuteScalar<int>("PRAGMA application_id") != ApplicationId ? "is an SQLite file of another program."
            : version > steps.Count ? $"was written by a newer version of this program (schema {version}; this one knows {steps.Count}). Install the newer version."
            : null;
    }

    private static void Take(SqliteConnection db, IReadOnlyList<string> steps, int taken)
    {
        using var transaction = db.BeginTransaction(deferred: false);
        var number = taken + 1;
        db.Execute(steps[taken], transaction: transaction);
        // A statement in the middle of a step can fail without a word.
        if (SchemaObjects.Foreign(db, steps.Take(number)) is { Count: > 0 } foreign) throw new StorageRefusedException($"Step {number} failed at {string.Join(", ", foreign)}; the file is as it was.");
        db.Execute($"PRAGMA user_version = {number}", transaction: transaction);
        transaction.Commit();
    }

    private static StorageRefusedException Refused(string path, SqliteException e) => new(e.SqliteErrorCode switch
    {
        raw.SQLITE_NOTADB => $"{path} is not a journal: it is no SQLite file.",
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => $"{path} is locked by another program.",
        raw.SQLITE_FULL => $"The disk of {path} is full.",
        _ => $"{path} cannot be opened: {e.Message}",
    }, e);

    private static string Text(string resource)
    {
        using var reader = new StreamReader(typeof(Schema).Assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
