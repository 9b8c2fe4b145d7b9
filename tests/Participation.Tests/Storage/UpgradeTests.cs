using System.Security.Cryptography;
using System.Text;
using Dapper;
using Microsoft.Data.Sqlite;
using Participation.Journal;
using Participation.Server.Storage;
using static Participation.Tests.Journal.Notes;

namespace Participation.Tests.Storage;

/// <summary>
/// A file of every schema there ever was is taken along with all that it holds, also when the server is killed in the middle of any statement
/// of any step. The old files are made by the first so many steps: a step is never changed once it was released.
/// </summary>
public sealed class UpgradeTests : IDisposable
{
    private const int Rows = 200;

    private readonly TemporaryFile file = new();

    public static TheoryData<int> Released => [.. Enumerable.Range(1, Schema.Steps.Count)];

    [Theory, MemberData(nameof(Released))]
    public void A_file_of_every_release_is_taken_along_with_all_that_it_holds(int version)
    {
        var before = Write(version);
        using (var journal = new SqliteJournal(file.Path)) Assert.NotEqual(Guid.Empty, journal.Epoch.Id);
        Assert.Equal(before, Content(file.Path));
        Assert.True(JournalFile.Verify(file.Path) is { Holds: true, Entries: Rows });
    }

    [Theory, MemberData(nameof(Released))]
    public void Killed_in_any_statement_of_any_step_it_starts_again_with_all_that_it_held(int version)
    {
        var before = Write(version);
        for (var step = version; step < Schema.Steps.Count; step++)
        {
            using var db = JournalConnection.Writer(file.Path);
            db.Execute("BEGIN IMMEDIATE");
            var done = 0;
            foreach (var statement in Statements(Schema.Steps[step]).Append($"PRAGMA user_version = {step + 1}"))
            {
                db.Execute(statement);
                Recovers(before, $"{step}-{done++}");
            }
            db.Execute("COMMIT");
            Recovers(before, $"{step}-committed");
        }
    }

    public void Dispose() => file.Dispose();

    /// <summary>What a kill at this moment leaves is copied, opened, and holds the same.</summary>
    private void Recovers(string before, string moment)
    {
        var left = Path.Combine(file.Folder, $"killed-{moment}.db");
        foreach (var part in (string[])["", "-wal"])
            if (File.Exists(file.Path + part)) File.Copy(file.Path + part, left + part);
        for (var again = 0; again < 2; again++)
        {
            using var journal = new SqliteJournal(left);
            Assert.Equal((moment, before), (moment, Content(left)));
        }
        Assert.True(JournalFile.Verify(left) is { Holds: true, Entries: Rows });
    }

    /// <summary>A file as that release wrote it, with two hundred entries; what it holds.</summary>
    private string Write(int version)
    {
        using (var db = Schema.Open(file.Path, [.. Schema.Steps.Take(version)]))
        {
            var (head, stream) = (Line.Nothing, Guid.NewGuid());
            foreach (var entry in Many(stream, 1, Rows))
            {
                var line = Line.Of(entry, head);
                head = line.Hash();
                db.Execute($"INSERT INTO entry ({Row.Columns}) VALUES (@Stream, @Number, @At, @By, @Hand, @Command, @Body, @Name, @Salt, @Data, @Digest, @Previous)", new
                {
                    Stream = Row.Bytes(line.Stream), line.Number, At = line.At.UtcTicks, By = Row.Bytes(line.By), Hand = line.Hand is { } hand ? Row.Bytes(hand) : null,
                    Command = Row.Bytes(line.Command), Body = Row.Bytes(line.Body), line.Name, Salt = Row.Bytes(line.Salt!.Value), line.Data, line.Digest, line.Previous,
                });
            }
            db.Execute("INSERT INTO head (stream, number, hash) VALUES (@stream, @number, @hash)", new { stream = Row.Bytes(stream), number = Rows, hash = head });
            db.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        return Content(file.Path);
    }

    private static string Content(string path)
    {
        using var db = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=False");
        db.Open();
        var rows = db.Query<Row>($"SELECT {Row.Columns} FROM entry ORDER BY stream, number").Select(row => Convert.ToHexString(row.ToLine().Hash()));
        return Convert.ToHexString(SHA256.HashData(Encoding.ASCII.GetBytes(string.Concat(rows))));
    }

    /// <summary>The statements of a step, by SQLite's own word on where one ends.</summary>
    private static IEnumerable<string> Statements(string sql)
    {
        var open = "";
        foreach (var part in sql.Split(';')[..^1])
        {
            open += part + ";";
            if (SQLitePCL.raw.sqlite3_complete(open) == 0) continue;
            yield return open;
            open = "";
        }
    }
}
