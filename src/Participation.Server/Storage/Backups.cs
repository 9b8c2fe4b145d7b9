using System.Threading.Channels;

namespace Participation.Server.Storage;

/// <summary>
/// Copies the data file every five minutes while something is written, and at once when a session closes: by a reader, beside the writer's way. While
/// people vote in secret it waits until they are counted, or their session closes, and six hours at most: a vote of days, or a forgotten one, must not
/// leave everybody without a copy.
/// What fails is said in the log and tried again; no session waits for it.
/// </summary>
/// <param name="second">Another folder, best on another disk; null: none.</param>
internal sealed partial class Backups(SqliteJournal journal, string folder, string? second, FreeSpace space, TimeProvider clock, ILogger<Backups> log)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(5), MostWait = TimeSpan.FromHours(6), BetweenErasures = TimeSpan.FromMinutes(1);

    private readonly BackupFolder first = new(journal.File, folder);
    private readonly BackupFolder? other = second is { Length: > 0 } ? new(journal.File, Path.GetFullPath(second)) : null;
    private readonly SemaphoreSlim making = new(1);
    private readonly Channel<bool> due = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly DateTimeOffset began = clock.GetUtcNow();
    private long copied;
    private long? renewed;
    private volatile bool erased;

    /// <summary>When the newest copy was made; null: none since the start.</summary>
    public DateTimeOffset? Last { get; private set; }

    /// <summary>How many requests for a copy nobody has looked at yet.</summary>
    internal int Asked => due.Reader.Count;

    /// <summary>A copy is due now: a session was closed.</summary>
    public void Ask() => due.Writer.TryWrite(true);

    /// <summary>Words were erased: copies that still hold them go within a minute or so, also when the server ended in between.</summary>
    public void AskAnew()
    {
        erased = true;
        Ask();
    }

    /// <summary>After an erasure: a new copy is made, and every older one goes, in both folders and beside the file.</summary>
    public Task Anew(CancellationToken ct = default) => Copy(alone: true, ct);

    private async Task Copy(bool alone, CancellationToken ct)
    {
        await making.WaitAsync(ct);
        try
        {
            // What is erased from here on asks again.
            if (alone) erased = false;
            var made = await Task.Run(Make, ct);
            first.DropVotes(made);
            other?.DropVotes(made);
            if (!alone) return;
            first.KeepOnly(made);
            other?.KeepOnly(made);
            WholeFile.Delete(Directory.GetFiles(Path.GetDirectoryName(journal.File)!, Path.GetFileName(journal.File) + ".before-*"));
        }
        catch when (alone)
        {
            erased = true;
            throw;
        }
        finally
        {
            making.Release();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        if (await Task.Run(() => journal.LastErasure() is { } last && (first.HasOlder(last) || other?.HasOlder(last) is true), stoppingToken)) AskAnew();
        var tick = timer.WaitForNextTickAsync(stoppingToken).AsTask();
        var asked = due.Reader.WaitToReadAsync(stoppingToken).AsTask();
        var owed = Task.CompletedTask;
        while (!stoppingToken.IsCancellationRequested)
        {
            // However many erase, one copy a minute is made for all of them; the first at once.
            if (owed.IsCompleted && erased) owed = Task.Delay(Left(), clock, stoppingToken);
            var first = erased ? await Task.WhenAny(tick, asked, owed) : await Task.WhenAny(tick, asked);
            if (first == tick) tick = timer.WaitForNextTickAsync(stoppingToken).AsTask();
            else if (first == asked)
            {
                due.Reader.TryRead(out _);
                asked = due.Reader.WaitToReadAsync(stoppingToken).AsTask();
            }
            if (stoppingToken.IsCancellationRequested || (erased ? Left() > TimeSpan.Zero : journal.Commits == copied)) continue;
            await Try(stoppingToken);
        }
    }

    /// <summary>What is still owed to erasures is paid before the server ends.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (erased) await Try(cancellationToken);
    }

    /// <summary>How long the next copy for erasures has to wait.</summary>
    private TimeSpan Left() => renewed is { } since && BetweenErasures - clock.GetElapsedTime(since) is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero;

    /// <summary>A copy now, unless people vote in secret.</summary>
    internal async Task Try(CancellationToken ct)
    {
        try
        {
            // A copy of a box in the middle of a vote would show the ballots until then. What was erased goes all the same.
            if (!erased && clock.GetUtcNow() - (Last ?? began) < MostWait && await Task.Run(journal.IsVoting, ct)) return;
            if (erased) renewed = clock.GetTimestamp();
            await Copy(erased, ct);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Failed(log, e);
        }
    }

    private string Make()
    {
        if (!space.Holds(new FileInfo(journal.File).Length)) throw new IOException("The disk has no room for a copy.");
        var commits = journal.Commits;
        var made = first.Make(clock.GetUtcNow());
        (copied, Last) = (commits, clock.GetUtcNow());
        try
        {
            other?.Take(made);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A stick that was drawn: the first copy is made, the next one is tried there again.
            Failed(log, e);
        }
        return made;
    }

    [LoggerMessage(LogLevel.Warning, "A backup could not be made; it is tried again within five minutes.")]
    private static partial void Failed(ILogger log, Exception e);
}
