using Microsoft.Extensions.Logging.Abstractions;
using Participation.Journal;
using Participation.Server.Storage;
using Participation.Tests.Live;
using static Participation.Tests.Journal.Notes;

namespace Participation.Tests.Storage;

/// <summary>Words that were erased leave the copies by one new copy a minute, however many erase: each reads the whole file.</summary>
public sealed class ErasureCopyTests : IDisposable
{
    private readonly TemporaryFile file = new();
    private readonly Guid stream = Guid.NewGuid();
    private readonly Clock clock = new();
    private long number;

    private string Place => Path.Combine(file.Folder, "backups");

    [Fact]
    public async Task However_many_erase_one_copy_a_minute_is_made()
    {
        using var journal = new SqliteJournal(file.Path);
        using var backups = Of(journal);
        await backups.StartAsync(TestContext.Current.CancellationToken);
        await Erase(journal, backups);
        await Until(() => Copies().Length == 1 && backups.Last is not null);
        var first = Assert.Single(Copies());
        for (var n = 0; n < 20; n++) await Erase(journal, backups);
        // What was asked for is looked at: a copy that follows at once would be another file by now.
        await Until(() => backups.Asked == 0);
        Assert.Equal([first], Copies());
        clock.Pass(TimeSpan.FromMinutes(1));
        backups.Ask();
        await Until(() => Copies() is [var copy] && copy != first);
        Assert.Equal(number, JournalFile.Verify(Assert.Single(Copies())).Entries);
        await backups.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task What_is_owed_when_the_server_stops_is_paid_then()
    {
        using var journal = new SqliteJournal(file.Path);
        using var backups = Of(journal);
        await backups.StartAsync(TestContext.Current.CancellationToken);
        await Erase(journal, backups);
        await Until(() => Copies().Length == 1 && backups.Last is not null);
        var first = Assert.Single(Copies());
        await Erase(journal, backups);
        await backups.StopAsync(TestContext.Current.CancellationToken);
        Assert.NotEqual(first, Assert.Single(Copies()));
    }

    public void Dispose() => file.Dispose();

    private Backups Of(SqliteJournal journal) => new(journal, Place, null, new FreeSpace(() => long.MaxValue), clock, NullLogger<Backups>.Instance);

    private string[] Copies() => Directory.Exists(Place) ? Directory.GetFiles(Place, "*.db") : [];

    private async Task Erase(SqliteJournal journal, Backups backups)
    {
        clock.Pass(TimeSpan.FromMilliseconds(5));
        var note = Note(stream, ++number, "a secret");
        await journal.Append([note]);
        var (told, erasures) = Erasing(++number, note);
        await journal.Append([told], erasures: erasures);
        backups.AskAnew();
    }

    private static Task Until(Func<bool> holds) => Patience.Until(holds, () => "the copies are not as they are to be");
}
