using Participation.Sessions;

namespace Participation.Server.Live;

/// <summary>Takes out of memory the sessions that nobody looks at: those without a screen for which nothing was asked in the last ten minutes.</summary>
internal sealed class Forgetting(Desk<SessionState> desk, Broadcast<SessionState> broadcast, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken)) desk.Forget(kept: broadcast.HasRoom);
    }
}
