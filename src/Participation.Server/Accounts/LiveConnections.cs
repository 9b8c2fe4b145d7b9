using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;

namespace Participation.Server.Accounts;

/// <summary>Which live connections hang on what can be taken back, a sign-in or a leader's seat: when it ends, they do.</summary>
public sealed class LiveConnections
{
    private readonly ConcurrentDictionary<(Guid Held, string Connection), HubCallerContext> open = [];

    public void Add(Guid held, HubCallerContext connection)
    {
        var key = (held, connection.ConnectionId);
        open[key] = connection;
        connection.ConnectionAborted.Register(() => open.TryRemove(key, out _));
    }

    public bool Any(Guid held) => open.Keys.Any(key => key.Held == held);

    public void End(Guid held)
    {
        foreach (var (key, connection) in open)
            if (key.Held == held) connection.Abort();
    }
}
