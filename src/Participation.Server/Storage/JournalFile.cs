using Dapper;
using Microsoft.Data.Sqlite;

namespace Participation.Server.Storage;

/// <summary>Checks and copies of a journal's file; both work while a server runs on it.</summary>
public static class JournalFile
{
    /// <summary>The one data file of a server, in its data folder.</summary>
    public const string Name = "participation.db";

    /// <summary>The SQLite that this program carries.</summary>
    public static string SqliteVersion => SQLitePCL.raw.sqlite3_libversion().utf8_to_string();

    /// <summary>Walks every stream's chain to its recorded head, has SQLite check the pages, and asks what a start would ask: a file that holds can be started on.</summary>
    /// <param name="sought">The beginning of a hash, in lower hex, to be found on the way.</param>
    public static JournalCheck Verify(string path, string? sought = null)
    {
        try
        {
            using var db = JournalConnection.Reader(path);
            // One snapshot: a server that writes meanwhile must not look like a cut tail.
            using var snapshot = db.BeginTransaction(deferred: true);
            var streams = db.Query<byte[]>("SELECT stream FROM entry UNION SELECT stream FROM head", transaction: snapshot).ToList();
            var walks = streams.ConvertAll(stream => new JournalWalk(db, stream, sought));
            return new(streams.Count, db.ExecuteScalar<long>("SELECT count(*) FROM entry", transaction: snapshot),
                [.. walks.Select(walk => walk.Break).OfType<JournalBreak>()], [.. Damage.Of(db), .. Unfit(db), .. Foreign(db), .. BoxCheck.Of(db)])
            {
                Erased = [.. walks.Select(walk => walk.Erased).OfType<JournalErasure>()],
                Found = [.. walks.SelectMany(walk => walk.Found)],
            };
        }
        catch (SqliteException e)
        {
            return new(0, 0, [], [e.Message]);
        }
    }

    /// <summary>Copies the file as it stands at one moment, opens and checks the copy, and puts it whole into its place.</summary>
    /// <exception cref="StorageRefusedException">The destination exists, or the copy does not hold.</exception>
    public static JournalCheck Backup(string path, string destination)
    {
        if (!File.Exists(path)) throw new StorageRefusedException($"{path} does not exist.");
        if (File.Exists(destination)) throw new StorageRefusedException($"{destination} exists already; a backup never replaces a file.");
        return Copy(path, destination, replace: false, copy => Verify(copy));
    }

    /// <summary>The copy that is kept before a schema step. Its tables may be older than this program reads, so only its pages are checked.</summary>
    internal static void Keep(string path, string destination) => Copy(path, destination, replace: true, copy =>
    {
        using var db = JournalConnection.Reader(copy);
        return new(0, 0, [], Damage.Of(db));
    });

    private static JournalCheck Copy(string path, string destination, bool replace, Func<string, JournalCheck> verify)
    {
        var part = destination + WholeFile.Part;
        try
        {
            PrivateFile.Fresh(part).Dispose();
            using (var db = JournalConnection.Reader(path)) db.Execute("VACUUM INTO @part", new { part });
            var check = verify(part);
            if (!check.Holds) throw new StorageRefusedException($"The copy of {path} does not hold{(check.Damage.Count > 0 ? $" ({check.Damage[0]})" : "")}; verify the journal.");
            WholeFile.Put(part, destination, replace);
            return check;
        }
        finally
        {
            File.Delete(part);
        }
    }

    private static IEnumerable<string> Unfit(SqliteConnection db) =>
        ((string?[])[Schema.Stranger(db, Schema.Steps), Epoch.Wrong(db)]).OfType<string>().Select(wrong => $"the file {wrong}");

    private static IEnumerable<string> Foreign(SqliteConnection db) =>
        SchemaObjects.Foreign(db, Schema.Steps.Take(db.ExecuteScalar<int>("PRAGMA user_version"))).Select(made => $"not as this program made it: {made}");
}
