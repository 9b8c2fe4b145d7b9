namespace Participation.Server.Pages;

/// <summary>
/// Soon after the start, sums up the sessions that changed while nobody looked, or all of them when the program is a new one, so that the first
/// list finds it done: newest first and one after the other, which leaves the other processors to the room.
/// </summary>
internal sealed partial class Summing(SessionDirectory directory, SessionSummaries summaries, TimeProvider clock, ILogger<Summing> log) : BackgroundService
{
    /// <summary>The first pages go first.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(Pause, clock, stoppingToken);
        foreach (var session in directory.All)
        {
            if (stoppingToken.IsCancellationRequested) return;
            try
            {
                await summaries.Of([session]);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // The list will say it to whoever asks; a server that runs does not stop for it.
                Failed(log, session, e);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Session {Session} could not be summed up.")]
    private static partial void Failed(ILogger log, Guid session, Exception e);
}
