using MediatR;
using Participation.Server.Pages;
using Participation.Sessions;
using Participation.Sessions.Erasing;

namespace Participation.Server;

/// <summary>For how many months after the opening the words of a session are kept, unless its facilitator says otherwise; 0: nobody said.</summary>
public sealed record Keeping(int Months);

/// <summary>Erases the words of sessions whose time is over. What was counted stays.</summary>
internal sealed partial class Retention(
    SessionDirectory directory, Desk<SessionState> desk, IMediator mediator, TimeProvider clock, ILogger<Retention> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(6);
    private readonly HashSet<Guid> done = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The start belongs to those who wait for it.
        await Task.Delay(TimeSpan.FromMinutes(1), clock, stoppingToken);
        using var timer = new PeriodicTimer(Pause, clock);
        do
        {
            await Round(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Looks at each session once: those whose time is over lose their words.</summary>
    internal async Task Round(CancellationToken ct)
    {
        foreach (var session in directory.All) await Try(session, ct);
    }

    private async Task Try(Guid session, CancellationToken ct)
    {
        try
        {
            var now = clock.GetUtcNow();
            if (done.Contains(session) || (await desk.Glance(session)).KeepUntil is not { } until || until > now) return;
            var receipt = await mediator.Send(new EraseSession
            {
                From = new Sender(session, Guid.Empty, null, Role.Facilitator, Guid.CreateVersion7(), now, default),
            }, ct);
            if (receipt.Refused is null) done.Add(session);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Failed(log, session, e.GetType().Name);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The words of session {Session}, whose time is over, could not be erased ({Error}); it is tried again in six hours.")]
    private static partial void Failed(ILogger log, Guid session, string error);
}
