namespace Participation.Server.Storage;

/// <summary>After a stop that was none (power, a kill, a crash) the whole file is checked, pages, indexes and chains, beside the room's work.</summary>
internal sealed partial class FullCheck(SqliteJournal journal, ILogger<FullCheck> log) : BackgroundService
{
    /// <summary>What it found; null while it looks, and when there was nothing to look for.</summary>
    public JournalCheck? Found { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!journal.BrokeOff) return;
        Found = await Task.Run(Verified, stoppingToken);
        if (Found.Holds) Sound(log, Found.Entries, Found.Streams);
        else Broken(log, journal.File, Found.Damage.Concat(Found.Breaks.Select(found => $"journal {found.Stream} breaks at entry {found.Number}")).First());
    }

    /// <summary>A file so damaged that the check itself breaks off does not hold, and is no reason to leave the room alone.</summary>
    private JournalCheck Verified()
    {
        try
        {
            return JournalFile.Verify(journal.File);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return new(0, 0, [], [$"the check broke off: {e.GetType().Name}"]);
        }
    }

    [LoggerMessage(LogLevel.Information, "The server had not been stopped properly. The whole data file was checked and holds: {Entries} entries in {Streams} journals.")]
    private static partial void Sound(ILogger log, long entries, int streams);

    [LoggerMessage(LogLevel.Critical, "The data file {File} does not hold: {Reason}. Restore the newest backup that does.")]
    private static partial void Broken(ILogger log, string file, string reason);
}
