using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;

namespace Participation.Server.Accounts;

/// <summary>Which live connections hang on which sign-in: when it ends, they do.</summary>
public sealed class LiveConnections
{
    private readonly ConcurrentDictionary<(Guid SignIn, string Connection), HubCallerContext> open = [];

    public void Add(Guid signIn, HubCallerContext connection)
    {
        var key = (signIn, connection.ConnectionId);
        open[key] = connection;
        connection.ConnectionAborted.Register(() => open.TryRemove(key, out _));
    }

    public void End(Guid signIn)
    {
        foreach (var (key, connection) in open)
            if (key.SignIn == signIn) connection.Abort();
    }
}
