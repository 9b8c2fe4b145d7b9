using Dapper;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Data.Sqlite;
using Participation.Journal;
using Participation.Server.Storage;
using static Participation.Tests.Journal.Notes;

namespace Participation.Tests.Storage;

/// <summary>Whoever changes a stored entry by hand is found out, every time.</summary>
public sealed class TamperingTests : IDisposable
{
    private const int Streams = 3, Entries = 8;

    private static readonly string[] Columns =
        ["stream", "number", "at", "by", "hand", "command", "body", "name", "salt", "data", "digest", "previous"];

    /// <summary>How often something is changed: TAMPERINGS=10000 is the long form, four fifths of it values and the rest rows.</summary>
    private static readonly int Times = int.Parse(Environment.GetEnvironmentVariable("TAMPERINGS") ?? "500", System.Globalization.CultureInfo.InvariantCulture);

    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, int.MaxValue).ToArbitrary();

    private readonly TemporaryFile file = new();
    private readonly Guid[] streams = [.. Enumerable.Range(0, Streams).Select(_ => Guid.NewGuid())];

    public TamperingTests()
    {
        using (var journal = new SqliteJournal(file.Path))
        {
            // The words of each stream's second entry are erased, and its last entry tells so.
            foreach (var notes in streams.Select(stream => Many(stream, 1, Entries - 1)))
            {
                journal.Append(notes).Wait();
                var (told, erasures) = Erasing(Entries, notes[1]);
                journal.Append([told], erasures: erasures).Wait();
            }
        }
        Assert.True(JournalFile.Verify(file.Path).Holds);
    }

    [Fact]
    public void Any_changed_value_of_any_row_is_found() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(Times * 4 / 5), Prop.ForAll(Seeds, seed => Found(seed, (db, chance) =>
        {
            var column = Columns[chance.Next(Columns.Length)];
            var where = new { stream = Row.Bytes(streams[chance.Next(Streams)]), number = chance.Next(1, Entries + 1) };
            var value = ((IDictionary<string, object?>)db.QuerySingle(
                $"SELECT {column} AS value FROM entry WHERE stream = @stream AND number = @number", where))["value"];
            db.Execute($"UPDATE entry SET {column} = @value WHERE stream = @stream AND number = @number",
                new { where.stream, where.number, value = Changed(value, column, chance) });
        })));

    [Fact]
    public void A_row_taken_away_a_cut_tail_and_a_changed_head_are_found() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(Times / 5), Prop.ForAll(Seeds, seed => Found(seed, (db, chance) =>
        {
            var where = new { stream = Row.Bytes(streams[chance.Next(Streams)]), number = chance.Next(1, Entries + 1), bit = chance.Next(1, 256) };
            db.Execute(chance.Next(6) switch
            {
                0 => "DELETE FROM entry WHERE stream = @stream AND number = @number",
                1 => "DELETE FROM entry WHERE stream = @stream AND number >= @number",
                2 => "DELETE FROM head WHERE stream = @stream",
                3 => "UPDATE head SET number = number + @bit WHERE stream = @stream",
                4 => "UPDATE head SET hash = randomblob(32) WHERE stream = @stream",
                _ => "UPDATE entry SET data = (SELECT data FROM entry WHERE stream = @stream AND number = @number % 8 + 1) WHERE stream = @stream AND number = @number",
            }, where);
        })));

    [Fact]
    public void The_first_break_of_each_stream_is_named_with_its_reason()
    {
        using (var db = Opened(file.Path))
        {
            db.Execute("UPDATE entry SET data = '{\"text\":\"forged\"}' WHERE stream = @stream AND number IN (4, 6)", new { stream = Row.Bytes(streams[0]) });
            db.Execute("DELETE FROM entry WHERE stream = @stream AND number > 5", new { stream = Row.Bytes(streams[1]) });
        }
        var found = JournalFile.Verify(file.Path).Breaks.OrderBy(found => found.Number).ToList();
        // What told of the erased second entry went with the tail.
        Assert.Equal([new(streams[1].ToString(), 2, "data"), new(streams[0].ToString(), 4, "data")], found);
    }

    [Fact]
    public async Task Erased_texts_are_counted_and_a_journal_is_known_by_its_printed_head()
    {
        Assert.Equal(streams.Order(), JournalFile.Verify(file.Path).Erased.Select(erased => Guid.Parse(erased.Stream)).Order());
        Assert.All(JournalFile.Verify(file.Path).Erased, erased => Assert.Equal(1, erased.Lines));
        string head;
        using (var journal = new SqliteJournal(file.Path)) head = Convert.ToHexString((await journal.Lines(streams[0]))[^1].Hash());
        using var said = new StringWriter();
        Assert.Equal(0, StorageCommands.Run(["verify", file.Path, "--head", head], said));
        Assert.Contains($"Journal {streams[0]}: the text of 1 entries was erased.", said.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, StorageCommands.Run(["verify", file.Path, "--head", head.Replace(head[0], head[0] == '0' ? '1' : '0')], said));
    }

    [Fact]
    public void A_damaged_page_is_told_in_words_not_by_a_crash()
    {
        using (var bytes = File.OpenWrite(file.Path))
        {
            bytes.Position = 4096;
            bytes.Write(new byte[4096]);
        }
        Assert.NotEmpty(JournalFile.Verify(file.Path).Damage);
    }

    public void Dispose() => file.Dispose();

    /// <summary>Whether Verify finds what the seed makes of a fresh copy.</summary>
    private bool Found(int seed, Action<SqliteConnection, Random> tamper)
    {
        var copy = file.Path + ".copy";
        File.Copy(file.Path, copy, overwrite: true);
        using (var db = Opened(copy)) tamper(db, new Random(seed));
        return !JournalFile.Verify(copy).Holds;
    }

    private static SqliteConnection Opened(string path)
    {
        var db = new SqliteConnection($"Data Source={path};Pooling=False");
        db.Open();
        db.Execute("PRAGMA journal_mode = DELETE; PRAGMA ignore_check_constraints = ON");
        return db;
    }

    private static object Changed(object? value, string column, Random chance)
    {
        switch (value)
        {
            case byte[] bytes:
                bytes[chance.Next(bytes.Length)] ^= (byte)(1 << chance.Next(8));
                return chance.Next(8) == 0 ? bytes[1..] : bytes;
            case string text:
                var at = chance.Next(text.Length);
                return text[..at] + (text[at] == 'x' ? 'y' : 'x') + text[(at + 1)..];
            case long number:
                return column == "number" ? number + Entries : number ^ (1L << chance.Next(62));
            default:
                return column == "data" ? "{}" : new byte[16];
        }
    }
}
