using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;

namespace Participation.Server.Live;

/// <summary>Ends live connections that have had no seat for twenty seconds: people sit down before they connect, and a server holds so many lines and no more.</summary>
public sealed class Seatless(TimeProvider clock) : BackgroundService
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<string, (HubCallerContext Connection, DateTimeOffset Since)> waiting = [];

    public void Add(HubCallerContext connection)
    {
        waiting[connection.ConnectionId] = (connection, clock.GetUtcNow());
        connection.ConnectionAborted.Register(() => Leave(connection.ConnectionId));
    }

    /// <summary>That connection has a seat now, or is gone.</summary>
    public void Leave(string connection) => waiting.TryRemove(connection, out _);

    /// <summary>Says that there is no seat, without the cost of throwing through the hub; who asks on is let go.</summary>
    public static ValueTask<object?> Refuse(HubCallerContext connection, int most)
    {
        var times = connection.Items.TryGetValue(nameof(Seatless), out var before) ? (int)before! + 1 : 1;
        connection.Items[nameof(Seatless)] = times;
        if (times >= most) connection.Abort();
        return ValueTask.FromException<object?>(new HubException("seat.none"));
    }

    public void EndOld()
    {
        var now = clock.GetUtcNow();
        foreach (var (connection, since) in waiting.Values)
            if (now - since >= Patience) connection.Abort();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken)) EndOld();
    }
}
