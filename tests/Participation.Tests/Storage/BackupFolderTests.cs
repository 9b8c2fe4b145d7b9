using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Participation.Journal;
using Participation.Server.Storage;
using Participation.Sessions.Acts;
using Participation.Tests.Live;
using Participation.Voting;
using static Participation.Tests.Journal.Notes;

namespace Participation.Tests.Storage;

/// <summary>The copies that make themselves: when, how many stay, where, and who may read them.</summary>
public sealed class BackupFolderTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFile file = new();

    private string Place => Path.Combine(file.Folder, "backups");

    [Fact]
    public void The_newest_dozen_stays_and_one_of_each_day()
    {
        new SqliteJournal(file.Path).Dispose();
        var folder = new BackupFolder(file.Path, Place);
        for (var day = 0; day < 3; day++)
            for (var n = 0; n < 8; n++) folder.Make(Start.AddDays(day).AddMinutes(5 * n));
        string[] kept = [.. folder.All.Select(copy => Path.GetFileNameWithoutExtension(copy)["journal-".Length..])];
        Assert.Equal(13, kept.Length);
        Assert.Equal("20261122-093500000", kept[0]);
        Assert.Equal("20261124-093500000", kept[^1]);
        Assert.All(folder.All, copy => Assert.True(JournalFile.Verify(copy).Holds));
        if (OperatingSystem.IsWindows()) return;
        foreach (var copy in folder.All) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(copy));
    }

    [Fact]
    public void Two_of_one_moment_do_not_meet()
    {
        new SqliteJournal(file.Path).Dispose();
        var folder = new BackupFolder(file.Path, Place);
        Assert.NotEqual(folder.Make(Start), folder.Make(Start));
        Assert.Equal(2, folder.All.Count);
    }

    [Fact]
    public async Task What_is_asked_for_is_copied_into_both_folders()
    {
        using var journal = new SqliteJournal(file.Path);
        var second = Path.Combine(file.Folder, "stick");
        using var backups = Of(journal, second, long.MaxValue);
        await backups.StartAsync(TestContext.Current.CancellationToken);
        await journal.Append(Many(Guid.NewGuid(), 1, 7));
        backups.Ask();
        await Until(() => Directory.Exists(second) && Directory.GetFiles(second, "*.db").Length == 1);
        await backups.StopAsync(TestContext.Current.CancellationToken);
        foreach (var folder in new[] { Place, second })
            Assert.Equal(7, JournalFile.Verify(Assert.Single(Directory.GetFiles(folder))).Entries);
    }

    [Fact]
    public async Task After_an_erasure_no_copy_holds_the_text_any_more()
    {
        using var journal = new SqliteJournal(file.Path);
        var stream = Guid.NewGuid();
        using var backups = Of(journal, Path.Combine(file.Folder, "stick"), long.MaxValue);
        var note = Note(stream, 1, "a secret marker");
        await journal.Append([note]);
        new BackupFolder(file.Path, Place).Make(Start);
        new BackupFolder(file.Path, Path.Combine(file.Folder, "stick")).Make(Start);
        JournalFile.Keep(file.Path, file.Path + ".before-0002");
        var (told, erasures) = Erasing(2, note);
        await journal.Append([told], erasures: erasures);
        await backups.Anew(TestContext.Current.CancellationToken);
        var copies = Directory.GetFiles(file.Folder, "*", SearchOption.AllDirectories).Where(path => !path.EndsWith("-wal", StringComparison.Ordinal) && path != file.Path).ToList();
        Assert.Equal(2, copies.Count(path => path.EndsWith(".db", StringComparison.Ordinal)));
        Assert.DoesNotContain(copies, path => !path.EndsWith(".lock", StringComparison.Ordinal) && Encoding.UTF8.GetString(File.ReadAllBytes(path)).Contains("secret marker", StringComparison.Ordinal));
    }

    [Fact]
    public async Task While_people_vote_in_secret_no_copy_is_made()
    {
        var clock = new Clock();
        using var journal = new SqliteJournal(file.Path);
        using var backups = Of(journal, null, long.MaxValue, clock);
        var (stream, ct) = (Guid.NewGuid(), TestContext.Current.CancellationToken);
        await Vote(stream);
        await backups.Try(ct);
        Assert.False(Directory.Exists(Place));
        await journal.Append([Note(stream, 2) with { Event = new SessionClosed() }]);
        await backups.Try(ct);
        Assert.Single(Directory.GetFiles(Place));
        // A vote that nobody counts for hours does not keep the server without a copy.
        await Vote(Guid.NewGuid());
        await backups.Try(ct);
        Assert.Single(Directory.GetFiles(Place));
        clock.Pass(TimeSpan.FromHours(6));
        await backups.Try(ct);
        Assert.Equal(2, Directory.GetFiles(Place).Length);

        Task Vote(Guid session) => journal.Append([Note(session, 1) with { Event = new StepVoted("vote", 0, "") }], new BallotBoxed("vote", 0, "", ["a"]));
    }

    /// <summary>An erasure does not wait for the end of a vote: its copy holds the box as it was, and two of these would tell the ballots between.</summary>
    [Fact]
    public async Task A_copy_from_the_middle_of_a_secret_vote_goes_with_the_next_one_in_both_folders_and_no_other_does()
    {
        var (clock, stick) = (new Clock(), Path.Combine(file.Folder, "stick"));
        using var journal = new SqliteJournal(file.Path);
        using var backups = Of(journal, stick, long.MaxValue, clock);
        var (session, ct) = (Guid.NewGuid(), TestContext.Current.CancellationToken);
        await journal.Append([Note(Guid.NewGuid(), 1)]);
        await backups.Try(ct);
        var before = Assert.Single(Directory.GetFiles(Place, "*.db"));
        await journal.Append([Note(session, 1) with { Event = new StepVoted("vote", 0, "") }], new BallotBoxed("vote", 0, "", ["a"]));
        clock.Pass(TimeSpan.FromHours(6));
        await backups.Try(ct);
        var among = Directory.GetFiles(Place, "*.db").Max()!;
        Assert.NotEqual(before, among);
        await journal.Append([Note(session, 2) with { Event = new StepCounted("vote", 0, 1, [new Counted("", 1, null, null)]) }], new BoxesEmptied(("vote", 0)));
        clock.Pass(TimeSpan.FromSeconds(1));
        await backups.Try(ct);
        foreach (var place in new[] { Place, stick })
        {
            Assert.Equal(2, Directory.GetFiles(place, "*.db").Length);
            Assert.Contains(Path.GetFileName(before), Directory.GetFiles(place).Select(Path.GetFileName));
            Assert.DoesNotContain(Path.GetFileName(among), Directory.GetFiles(place).Select(Path.GetFileName));
        }
    }

    [Fact]
    public async Task What_was_left_half_made_goes_with_the_next_copy()
    {
        using var journal = new SqliteJournal(file.Path);
        using var backups = Of(journal, null, long.MaxValue);
        var half = Path.Combine(Directory.CreateDirectory(Place).FullName, "journal-20261122-090000000.db.part");
        foreach (var left in new[] { half, half + "-journal" }) await File.WriteAllTextAsync(left, "a secret marker", TestContext.Current.CancellationToken);
        await backups.Anew(TestContext.Current.CancellationToken);
        Assert.EndsWith(".db", Assert.Single(Directory.GetFiles(Place)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_disk_gets_no_copy()
    {
        using var journal = new SqliteJournal(file.Path);
        using var backups = Of(journal, null, 50_000_000);
        await Assert.ThrowsAsync<IOException>(() => backups.Anew(TestContext.Current.CancellationToken));
        Assert.False(Directory.Exists(Place));
    }

    [Fact]
    public async Task Every_five_minutes_what_was_written_is_copied_and_what_was_not_is_not()
    {
        using var journal = new SqliteJournal(file.Path);
        var (clock, stream) = (new ByHand(), Guid.NewGuid());
        using var backups = Of(journal, null, long.MaxValue, clock);
        await backups.StartAsync(TestContext.Current.CancellationToken);
        await Until(() => clock.Period is not null);
        Assert.Equal(TimeSpan.FromMinutes(5), clock.Period);
        for (var n = 1; n <= 3; n++)
        {
            await journal.Append([Note(stream, n, $"note {n}")]);
            clock.Tick();
            await Until(() => Directory.Exists(Place) && Directory.GetFiles(Place, "*.db").Length == n && backups.Last is { } last && last >= clock.GetUtcNow());
            // Nothing was written since: these make no copy, so that the next count is right.
            clock.Tick();
        }
        await backups.StopAsync(TestContext.Current.CancellationToken);
        Assert.Equal([1, 2, 3], Directory.GetFiles(Place).Order().Select(copy => JournalFile.Verify(copy).Entries));
    }

    public void Dispose() => file.Dispose();

    private Backups Of(SqliteJournal journal, string? second, long free, TimeProvider? clock = null) =>
        new(journal, Place, second, new FreeSpace(() => free), clock ?? TimeProvider.System, NullLogger<Backups>.Instance);

    /// <summary>A timer that goes when the test says so; each time a second has passed.</summary>
    private sealed class ByHand : TimeProvider
    {
        private Action tick = () => { };
        private int ticks;

        public TimeSpan? Period { get; private set; }

        public override DateTimeOffset GetUtcNow() => Start.AddSeconds(ticks);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            (tick, Period) = (() => callback(state), period);
            return base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        public void Tick()
        {
            Interlocked.Increment(ref ticks);
            tick();
        }
    }

    private static Task Until(Func<bool> holds) => Patience.Until(holds, () => "the copies did not come");
}
