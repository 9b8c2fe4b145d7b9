using System.Security.Cryptography;
using System.Text;
using Dapper;
using Microsoft.Data.Sqlite;
using Participation.Journal;
using Participation.Server.Storage;
using Participation.Tests.Journal;
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

    [Theory, MemberData(nameof(Released))]
    public async Task It_goes_on_in_the_second_form_and_no_line_of_before_is_written_anew(int version)
    {
        Write(version);
        Assert.True(JournalFile.Verify(file.Path) is { Holds: true, Entries: Rows }, "a copy that an older version made");
        Guid stream;
        IReadOnlyList<Line> before, after;
        using (var journal = new SqliteJournal(file.Path))
        {
            stream = Assert.Single(await journal.Firsts()).Stream;
            before = await journal.Lines(stream);
            await journal.Append(Many(stream, Rows + 1, Rows + 4));
            var (told, erasures) = Erasing(Rows + 5, [.. (await journal.Read(stream)).Where(entry => entry.Number is 7 or Rows + 2)]);
            await journal.Append([told], erasures: erasures);
            after = await journal.Lines(stream);
        }
        Assert.Equivalent(before.Where(line => line.Number != 7), after.Take(Rows).Where(line => line.Number != 7), strict: true);
        Assert.All(after, line => Assert.Equal(line.Number <= Rows, line.Words is null));
        Assert.Equal([new Noted(""), new Noted("")], after.Where(line => line.Salt is null).Select(line => line.ToEntry().Event));
        var check = JournalFile.Verify(file.Path, Convert.ToHexStringLower(before[^1].Hash()));
        Assert.True(check.Holds);
        Assert.Equal([new(stream.ToString(), 2, 1)], check.Erased);
        var head = Assert.Single(check.Found);
        Assert.Equal((Rows, 1), (head.Number, head.OnItsWord));
        Assert.Equal([7L], head.Erased);
        Assert.Equal([("journal.noted", 4), ("journal.words-erased", 1)], head.Followed);
        var elsewhere = new MemoryJournal();
        await elsewhere.Import(SessionFile.Read(SessionFile.Write(after)));
        Assert.Equivalent(after, await elsewhere.Lines(stream), strict: true);
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
            foreach (var line in FirstForm.Chained(Many(stream, 1, Rows)))
            {
                head = line.Hash();
                db.Execute($"INSERT INTO entry (stream, number, at, by, hand, command, body, name, salt, data, digest, previous) VALUES (@Stream, @Number, @At, @By, @Hand, @Command, @Body, @Name, @Salt, @Data, @Digest, @Previous)", new
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
        var rows = db.Query<Row>($"SELECT {Row.ColumnsOf(db)} FROM entry ORDER BY stream, number").Select(row => Convert.ToHexString(row.ToLine().Hash()));
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
