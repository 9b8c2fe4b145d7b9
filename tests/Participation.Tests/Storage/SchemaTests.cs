using Dapper;
using Microsoft.Data.Sqlite;
using Participation.Journal;
using Participation.Server.Storage;
using static Participation.Tests.Journal.Notes;

namespace Participation.Tests.Storage;

/// <summary>Old files are taken along step by step with a copy before each; newer and foreign files are left alone.</summary>
public sealed class SchemaTests : IDisposable
{
    private readonly TemporaryFile file = new();
    private readonly Guid stream = Guid.NewGuid();

    [Fact]
    public void A_new_file_takes_every_step_and_needs_no_copy()
    {
        using var db = Schema.Open(file.Path, Schema.Steps);
        Assert.Equal(Schema.Steps.Count, db.ExecuteScalar<int>("PRAGMA user_version"));
        Assert.Empty(Directory.GetFiles(file.Folder, "*before*"));
    }

    [Fact]
    public async Task Before_each_step_the_file_is_copied()
    {
        await Written(4);
        string[] steps = [.. Schema.Steps, "CREATE TABLE first (id INTEGER) STRICT", "CREATE TABLE second (id INTEGER) STRICT"];
        using (var db = Schema.Open(file.Path, steps)) Assert.Equal(steps.Length, db.ExecuteScalar<int>("PRAGMA user_version"));
        Assert.Equal(4, JournalFile.Verify(file.Path).Entries);
        for (var number = Schema.Steps.Count + 1; number <= steps.Length; number++)
        {
            var copy = $"{file.Path}.before-{number:0000}";
            Assert.True(JournalFile.Verify(copy) is { Breaks: [], Entries: 4 });
            using var db = JournalConnection.Reader(copy);
            Assert.Equal(number - 1, db.ExecuteScalar<int>("PRAGMA user_version"));
        }
    }

    [Fact]
    public async Task A_step_that_breaks_off_leaves_nothing_and_can_be_taken_again()
    {
        await Written(4);
        Assert.Throws<StorageRefusedException>(() => Schema.Open(file.Path, [.. Schema.Steps, "CREATE TABLE half (id INTEGER) STRICT; DELETE FROM entry; no SQL"]));
        using (var db = Schema.Open(file.Path, Schema.Steps))
            Assert.Equal(0, db.ExecuteScalar<int>("SELECT count(*) FROM sqlite_schema WHERE name = 'half'"));
        Assert.True(JournalFile.Verify(file.Path) is { Holds: true, Entries: 4 });
        Schema.Open(file.Path, [.. Schema.Steps, "CREATE TABLE half (id INTEGER) STRICT"]).Dispose();
    }

    [Fact]
    public async Task A_newer_file_is_refused_and_left_as_it_was()
    {
        await Written(1);
        Change("PRAGMA user_version = 99");
        var refused = Refused();
        Assert.Contains("newer version", refused.Message, StringComparison.Ordinal);
        Change($"PRAGMA user_version = {Schema.Steps.Count}");
        using var journal = new SqliteJournal(file.Path);
        Assert.Single(await journal.Read(stream));
    }

    [Fact]
    public void A_file_of_another_program_is_refused_and_left_as_it_was()
    {
        Change("CREATE TABLE recipes (id INTEGER); PRAGMA user_version = 3");
        var bytes = File.ReadAllBytes(file.Path);
        Assert.Contains("another program", Refused().Message, StringComparison.Ordinal);
        Assert.Equal(bytes, File.ReadAllBytes(file.Path));
    }

    [Fact]
    public void A_file_that_is_no_database_is_refused_and_left_as_it_was()
    {
        var text = string.Concat(Enumerable.Repeat("Dear diary. ", 500));
        File.WriteAllText(file.Path, text);
        Assert.Contains("not a journal", Refused().Message, StringComparison.Ordinal);
        Assert.Equal(text, File.ReadAllText(file.Path));
    }

    [Theory]
    [InlineData("CREATE TRIGGER swallow BEFORE INSERT ON entry BEGIN SELECT raise(IGNORE); END", "trigger swallow")]
    [InlineData("CREATE INDEX slow ON entry (by)", "index slow")]
    [InlineData("CREATE VIEW all_entries AS SELECT * FROM entry", "view all_entries")]
    [InlineData("CREATE TABLE other (id INTEGER)", "table other")]
    [InlineData("ALTER TABLE head ADD COLUMN note TEXT", "table head")]
    public async Task A_foreign_object_is_refused_at_start_and_found_by_the_check(string sql, string named)
    {
        await Written(4);
        Change(sql);
        Assert.Contains(named, Refused().Message, StringComparison.Ordinal);
        Assert.Contains(JournalFile.Verify(file.Path).Damage, found => found.EndsWith(named, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_trigger_that_comes_while_the_server_runs_lets_no_receipt_out()
    {
        using var journal = new SqliteJournal(file.Path);
        await journal.Append(Many(stream, 1, 2));
        Change("CREATE TRIGGER swallow BEFORE INSERT ON entry BEGIN SELECT raise(IGNORE); END");
        var failed = await Assert.ThrowsAsync<JournalException>(() => journal.Append([Note(stream, 3)]));
        Assert.Equal("journal.failed", failed.Code);
        Change("DROP TRIGGER swallow");
        await journal.Append([Note(stream, 3)]);
        Assert.Equal(3, (await journal.Read(stream)).Count);
    }

    public void Dispose() => file.Dispose();

    private StorageRefusedException Refused() => Assert.Throws<StorageRefusedException>(() => new SqliteJournal(file.Path));

    private async Task Written(int count)
    {
        using var journal = new SqliteJournal(file.Path);
        await journal.Append(Many(stream, 1, count));
    }

    private void Change(string sql)
    {
        using var db = new SqliteConnection($"Data Source={file.Path};Pooling=False");
        db.Open();
        db.Execute(sql);
    }
}
