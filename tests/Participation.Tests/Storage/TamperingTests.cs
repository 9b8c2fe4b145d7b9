using Dapper;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Data.Sqlite;
using Participation.Activities.Clusters;
using Participation.Activities.DotVote;
using Participation.Activities.Ideas;
using Participation.Journal;
using Participation.Server.Storage;
using Participation.Tests.Journal;
using Participation.Tests.Laws;
using static Participation.Tests.Journal.Notes;

namespace Participation.Tests.Storage;

/// <summary>
/// Whoever changes a stored entry by hand is found out, every time, also when well-formed entries follow that would excuse it. What may pass is an erasure, of words alone, and it is counted.
/// </summary>
public sealed class TamperingTests : IDisposable
{
    private const int Streams = 3, Entries = 8;

    private static readonly string[] Columns =
        ["stream", "number", "at", "by", "hand", "command", "body", "name", "salt", "data", "digest", "previous", "members", "words", "seal"];

    /// <summary>How often something is changed: TAMPERINGS=10000 is the long form, four fifths of it values and the rest rows.</summary>
    private static readonly int Times = int.Parse(Environment.GetEnvironmentVariable("TAMPERINGS") ?? "500", System.Globalization.CultureInfo.InvariantCulture);

    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, int.MaxValue).ToArbitrary();

    private readonly TemporaryFile file = new();
    private readonly Guid[] streams = [.. Enumerable.Range(0, Streams).Select(_ => Guid.NewGuid())];

    public TamperingTests()
    {
        using (var journal = new SqliteJournal(file.Path))
        {
            // One stream is of the second form, one of the first, one of both. The words of each one's second entry are erased, and its last entry tells so.
            for (var form = 0; form < Streams; form++)
            {
                var (stream, first) = (streams[form], form == 1 ? Entries - 1 : form == 2 ? 4 : 0);
                var entries = Recorded(stream);
                journal.Import(FirstForm.Chained(entries[..first])).Wait();
                journal.Append(entries[first..]).Wait();
                var (told, erasures) = Erasing(Entries, journal.Read(stream, after: 1, most: 1).Result[0]);
                journal.Append([told], erasures: erasures).Wait();
            }
        }
        Assert.True(JournalFile.Verify(file.Path).Holds);
    }

    /// <summary>The check says so and goes on: it runs beside a room's work after a crash.</summary>
    [Theory]
    [InlineData("UPDATE entry SET salt = NULL, data = NULL WHERE stream = @stream AND number = 3")]
    [InlineData("UPDATE entry SET name = 'step.voted', data = '{}' WHERE stream = @stream AND number = 3")]
    [InlineData("UPDATE entry SET name = 'step.voted', data = '[]' WHERE stream = @stream AND number = 3")]
    [InlineData("UPDATE entry SET name = 'step.counted', data = '{\"item\":1,\"round\":\"one\"}' WHERE stream = @stream AND number = 3")]
    [InlineData("UPDATE entry SET name = 'step.voted', data = '{\"item\":\"a\",\"round\":1.5}' WHERE stream = @stream AND number = 3")]
    public void A_row_that_no_journal_wrote_is_named_and_no_fault_of_the_check(string change)
    {
        using (var db = new SqliteConnection($"Data Source={file.Path};Pooling=False")) db.Execute(change, new { stream = Row.Bytes(streams[0]) });
        var check = JournalFile.Verify(file.Path);
        Assert.False(check.Holds);
        Assert.Contains((3, streams[0].ToString()), check.Breaks.Select(found => (found.Number, found.Stream)));
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
            db.Execute(chance.Next(7) switch
            {
                0 => "DELETE FROM entry WHERE stream = @stream AND number = @number",
                1 => "DELETE FROM entry WHERE stream = @stream AND number >= @number",
                2 => "DELETE FROM head WHERE stream = @stream",
                3 => "UPDATE head SET number = number + @bit WHERE stream = @stream",
                4 => "UPDATE head SET hash = randomblob(32) WHERE stream = @stream",
                5 => "UPDATE entry SET words = NULL, members = NULL, seal = NULL WHERE stream = @stream AND number >= 5",
                _ => "UPDATE entry SET data = (SELECT data FROM entry WHERE stream = @stream AND number = @number % 8 + 1) WHERE stream = @stream AND number = @number",
            }, where);
        })));

    [Fact]
    public async Task Whatever_an_enemy_changes_and_appends_is_found_or_took_words_alone()
    {
        var before = new List<IReadOnlyList<Line>>();
        using (var journal = new SqliteJournal(file.Path))
            foreach (var stream in streams) before.Add(await journal.Lines(stream));
        var (passed, found, faults) = (0, 0, new List<string>());
        for (var seed = 0; seed < Times; seed++)
        {
            var (recorded, enemy, copy) = (before[seed % Streams], new Enemy(new Random(seed)), file.Path + ".copy");
            var after = enemy.Attack(recorded);
            File.Copy(file.Path, copy, overwrite: true);
            Put(copy, after);
            var head = Convert.ToHexStringLower(recorded[^1].Hash());
            var check = JournalFile.Verify(copy, head);
            if (!check.Holds || check.Found.Count == 0) found++;
            else passed++;
            // Without the fingerprint everything is found but an end that was written anew; with it that too.
            if (check.Holds && (check.Found.Count == 1 || !enemy.WroteTheEndAnew(recorded, after)) && !SaysTheSame(recorded, after, check)) faults.Add($"{seed}");
        }
        Expect.None(faults);
        Assert.True(passed > Times / 100, $"{passed} of {Times} erased words as an eraser does");
        Assert.True(found > Times / 2, $"{found} of {Times} were found");
    }

    [Fact]
    public void The_first_break_of_each_stream_is_named_with_its_reason()
    {
        using (var db = Opened(file.Path))
        {
            db.Execute("UPDATE entry SET words = '{\"text\":\"forged\"}' WHERE stream = @stream AND number IN (4, 6)", new { stream = Row.Bytes(streams[0]) });
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
        Assert.All(JournalFile.Verify(file.Path).Erased, erased => Assert.Equal((1, erased.Stream == streams[0].ToString() ? 0 : 1), (erased.Lines, erased.OnItsWord)));
        string head;
        using (var journal = new SqliteJournal(file.Path)) head = Convert.ToHexString((await journal.Lines(streams[0]))[^1].Hash());
        using var said = new StringWriter();
        Assert.Equal(0, StorageCommands.Run(["verify", file.Path, "--head", head], said));
        Assert.Contains($"Journal {streams[0]}: the text of 1 entry was erased.{said.NewLine}", said.ToString(), StringComparison.Ordinal);
        Assert.Contains($"Journal {streams[1]}: the text of 1 entry was erased. Of these 1 were written before texts were kept apart", said.ToString(), StringComparison.Ordinal);
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

    /// <summary>What people say and count: notes, ideas with a place, dots, keywords, names.</summary>
    private static Entry[] Recorded(Guid stream)
    {
        Event[] happened =
        [
            new Noted("note 1"), new IdeaGiven("ideas", 1, "Trees", IdeaKind.Idea, null, null, "the square", null), new DotsCast("vote", new Dictionary<string, int> { ["a"] = 1, ["b"] = 2 }),
            new IdeaGiven("ideas", 2, "Benches", null, "green", null, null, null), new DotsCast("vote", new Dictionary<string, int>()), new KeywordsChosen("board", "g", ["shade", "water"]),
            new ClusterNamed("board", "c", "Shade", "S"),
        ];
        return [.. happened.Select((e, at) => Note(stream, at + 1) with { Event = e })];
    }

    private static void Put(string path, IReadOnlyList<Line> lines)
    {
        using var db = Opened(path);
        using var transaction = db.BeginTransaction();
        db.Execute("DELETE FROM entry WHERE stream = @stream", new { stream = Row.Bytes(lines[0].Stream) });
        foreach (var line in lines)
        {
            db.Execute($"INSERT OR REPLACE INTO entry ({Row.Columns}) VALUES (@Stream, @Number, @Ticks, @By, @Hand, @Command, @Body, @Name, @Salt, @Data, @Digest, @Previous, @Members, @Words, @Seal)", new
            {
                Stream = Row.Bytes(line.Stream), line.Number, Ticks = line.At.UtcTicks, By = Row.Bytes(line.By), Hand = line.Hand is { } hand ? Row.Bytes(hand) : null, Command = Row.Bytes(line.Command),
                Body = Row.Bytes(line.Body), line.Name, Salt = line.Salt is { } salt ? Row.Bytes(salt) : Row.Erased, line.Data, line.Digest, line.Previous,
                line.Words?.Members, Words = line.Words?.Text, Seal = line.Words?.Digest,
            });
        }
        db.Execute("UPDATE head SET number = @Number, hash = @hash WHERE stream = @stream", new { stream = Row.Bytes(lines[0].Stream), lines[^1].Number, hash = lines[^1].Hash() });
        transaction.Commit();
    }

    /// <summary>Every entry that was recorded says what it said, but for words that are told to be erased, and of the first form what is told to rest on who erased.</summary>
    private static bool SaysTheSame(IReadOnlyList<Line> before, IReadOnlyList<Line> after, JournalCheck check)
    {
        var (erased, whole) = (after.Count(line => line.Salt is null), after.Count(line => line is { Salt: null, Words: null }));
        var told = check.Erased.SingleOrDefault(one => one.Stream == before[0].Stream.ToString());
        if ((told?.Lines ?? 0, told?.OnItsWord ?? 0) != (erased, whole)) return false;
        return before.Zip(after).All(pair =>
        {
            var (was, now) = pair;
            if ((was.Number, was.At, was.By, was.Hand, was.Command, was.Body, was.Name, was.Words is null) != (now.Number, now.At, now.By, now.Hand, now.Command, now.Body, now.Name, now.Words is null)) return false;
            if (now.Salt is not null || was.Salt is null && was.Words is not null) return (was.Salt, was.Json) == (now.Salt, now.Json);
            return now.Words is null || (now.Data, now.Words.Members) == (was.Data, was.Words!.Members) && now.Words.Text == Erasures.Of([was.ToEntry()])[0].Left;
        });
    }

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
            case "":
                return "x";
            case string text:
                var at = chance.Next(text.Length);
                return text[..at] + (text[at] == 'x' ? 'y' : 'x') + text[(at + 1)..];
            case long number:
                return column == "number" ? number + Entries : number ^ (1L << chance.Next(62));
            default:
                return column is "members" or "words" ? "{}" : new byte[16];
        }
    }
}
