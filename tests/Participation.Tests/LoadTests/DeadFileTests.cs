using Dapper;
using Microsoft.Data.Sqlite;
using Participation.Journal;
using Participation.LoadTests.Chaos;
using Participation.LoadTests.Chaos.Power;
using Participation.LoadTests.Hub;
using Participation.LoadTests.Oracle;
using Participation.Server.Storage;
using Participation.Tests.Journal;
using Participation.Tests.Storage;

namespace Participation.Tests.LoadTests;

/// <summary>The look at what a dead server left behind is believed only because each fault that was put into a sound file is found.</summary>
public sealed class DeadFileTests : IDisposable
{
    private readonly TemporaryFile file = new();
    private readonly List<Intent> acknowledged = [];

    public DeadFileTests()
    {
        using var journal = new SqliteJournal(file.Path);
        Entry[] entries = [.. Notes.Many(Guid.NewGuid(), 1, 9)];
        journal.Append(entries).GetAwaiter().GetResult();
        acknowledged.AddRange(entries.Select(entry => Receipt(entry.Hand ?? entry.By, entry.Command, entry.Number)));
    }

    [Fact]
    public void A_sound_file_has_no_findings() => Assert.Empty(Found());

    [Fact]
    public void A_receipt_without_a_row_is_found()
    {
        acknowledged.Add(Receipt(Guid.NewGuid(), Guid.NewGuid(), 10));
        Assert.Single(Found());
    }

    [Theory]
    [InlineData("DELETE FROM entry WHERE number = 9")]
    [InlineData("DELETE FROM entry WHERE number = 4")]
    [InlineData("UPDATE entry SET command = (SELECT command FROM entry WHERE number = 2), by = (SELECT by FROM entry WHERE number = 2), hand = NULL WHERE number = 4")]
    [InlineData("UPDATE entry SET words = replace(words, 'note', 'vote') WHERE number = 5")]
    [InlineData("UPDATE head SET number = 8")]
    [InlineData("UPDATE entry SET number = number + 100 WHERE number >= 8")]
    public void A_row_that_is_lost_doubled_altered_or_out_of_order_is_found(string fault)
    {
        using (var db = new SqliteConnection($"Data Source={file.Path};Pooling=False"))
        {
            db.Open();
            db.Execute(fault);
        }
        Assert.NotEmpty(Found());
    }

    [Fact]
    public async Task A_sync_that_was_missed_is_found()
    {
        if (!OperatingSystem.IsLinux()) return;
        // What the shim would have noted: the file before the last group, and nothing of it since.
        var disk = new Disk(file.Folder, new Oldest());
        using (var journal = new SqliteJournal(file.Path))
        {
            var entry = Notes.Note(Guid.NewGuid(), 1);
            await journal.Append([entry]);
            acknowledged.Add(Receipt(entry.Hand ?? entry.By, entry.Command, 1));
        }
        Assert.Empty(Found());
        disk.Rewind();
        Assert.Single(Found());
    }

    public void Dispose()
    {
        file.Dispose();
        if (Directory.Exists(file.Folder + ".disk")) Directory.Delete(file.Folder + ".disk", recursive: true);
    }

    /// <summary>Of all that a disk may have made of what was not flushed, the oldest.</summary>
    private sealed class Oldest : Random
    {
        public override int Next(int maxValue) => 0;
    }

    private List<string> Found() => DeadFile.Check(file.Path, acknowledged);

    private static Intent Receipt(Guid by, Guid command, long number) =>
        new(by, new Sent(command, "note", new { })) { Answer = new Answer(number, null) };
}
