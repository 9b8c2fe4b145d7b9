using Dapper;
using Microsoft.Data.Sqlite;
using Participation.Journal;

namespace Participation.Server.Storage;

/// <summary>The first line of a stream that does not hold. <c>Stream</c> is an id, or bytes in hexadecimal when it is none.</summary>
public sealed record JournalBreak(string Stream, long Number, string Reason);

/// <summary>How many lines of a journal have lost their text, with its salt. The chain holds without them, so they are told.</summary>
public sealed record JournalErasure(string Stream, long Lines);

/// <summary>What the check of a journal's file found: breaks of the chain, and damage of the file in SQLite's words.</summary>
public sealed record JournalCheck(int Streams, long Entries, IReadOnlyList<JournalBreak> Breaks, IReadOnlyList<string> Damage)
{
    public IReadOnlyList<JournalErasure> Erased { get; init; } = [];

    /// <summary>The hash of each journal's last line, in hex, as its report prints it.</summary>
    public IReadOnlyList<string> Heads { get; init; } = [];

    public bool Holds => Breaks.Count == 0 && Damage.Count == 0;
}

/// <summary>Checks and copies of a journal's file; both work while a server runs on it.</summary>
public static class JournalFile
{
    /// <summary>The one data file of a server, in its data folder.</summary>
    public const string Name = "participation.db";

    /// <summary>The SQLite that this program carries.</summary>
    public static string SqliteVersion => SQLitePCL.raw.sqlite3_libversion().utf8_to_string();

    /// <summary>Walks every stream's chain to its recorded head, and has SQLite check the pages.</summary>
    public static JournalCheck Verify(string path)
    {
        try
        {
            using var db = JournalConnection.Reader(path);
            // One snapshot: a server that writes meanwhile must not look like a cut tail.
            using var snapshot = db.BeginTransaction(deferred: true);
            var streams = db.Query<byte[]>("SELECT stream FROM entry UNION SELECT stream FROM head", transaction: snapshot).ToList();
            return new(streams.Count, db.ExecuteScalar<long>("SELECT count(*) FROM entry", transaction: snapshot),
                [.. streams.Select(stream => Break(db, stream)).OfType<JournalBreak>()],
                [.. Damage.Of(db), .. Foreign(db), .. BoxCheck.Of(db)])
            {
                Erased = [.. db.Query<(byte[] Stream, long Lines)>("SELECT stream, count(*) FROM entry WHERE salt = zeroblob(16) GROUP BY stream", transaction: snapshot)
                    .Select(found => new JournalErasure(NameOf(found.Stream), found.Lines))],
                Heads = [.. db.Query<string>("SELECT lower(hex(hash)) FROM head", transaction: snapshot)],
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
        return Copy(path, destination, replace: false, Verify);
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
        File.Delete(part);
        try
        {
            PrivateFile.Make(part);
            using (var db = JournalConnection.Reader(path)) db.Execute("VACUUM INTO @part", new { part });
            var check = verify(part);
            if (!check.Holds) throw new StorageRefusedException($"The copy of {path} does not hold; verify the journal.");
            WholeFile.Put(part, destination, replace);
            return check;
        }
        finally
        {
            File.Delete(part);
        }
    }

    private static string NameOf(byte[] stream) => stream.Length == 16 ? Row.Id(stream).ToString() : Convert.ToHexStringLower(stream);

    private static IEnumerable<string> Foreign(SqliteConnection db) =>
        SchemaObjects.Foreign(db, Schema.Steps.Take(db.ExecuteScalar<int>("PRAGMA user_version"))).Select(made => $"not as this program made it: {made}");

    private static JournalBreak? Break(SqliteConnection db, byte[] stream)
    {
        var name = NameOf(stream);
        var last = Head.None;
        try
        {
            var lines = db.Query<Row>($"SELECT {Row.Columns} FROM entry WHERE stream = @stream ORDER BY number", new { stream }, buffered: false)
                .Select(row => row.ToLine())
                .Select(line =>
                {
                    last = new(line.Number, line.Hash());
                    return line;
                });
            if (Line.Break(lines) is var (number, reason)) return new(name, number, reason);
        }
        catch (Exception e) when (e is FormatException or InvalidCastException)
        {
            return new(name, last.Number + 1, "form");
        }
        var head = db.QuerySingleOrDefault<Head>("SELECT number, hash FROM head WHERE stream = @stream", new { stream }) ?? Head.None;
        if (head.Number > last.Number) return new(name, last.Number + 1, "missing");
        return head.Number < last.Number || !head.Hash.AsSpan().SequenceEqual(last.Hash) ? new(name, last.Number, "head") : null;
    }
}
