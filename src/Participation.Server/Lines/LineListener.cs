using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Options;
using Participation.Server.Accounts;

namespace Participation.Server.Lines;

/// <summary>Gives the server its connections, each as a line in the book. Kestrel's own limit comes later, after a thread has taken it up: too late in a flood.</summary>
internal sealed class LineFactory(IOptions<SocketTransportOptions> options, ILoggerFactory logs, LineBook book, IConfiguration configuration)
    : IConnectionListenerFactory, IConnectionListenerFactorySelector
{
    private readonly SocketTransportFactory sockets = new(options, logs);
    private readonly HashSet<IPAddress> proxies = [.. NamedProxies.In(configuration)];

    public bool CanBind(EndPoint endpoint) => sockets.CanBind(endpoint);

    public async ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default) =>
        new LineListener(await sockets.BindAsync(endpoint, cancellationToken), book, proxies);
}

/// <summary>Takes one connection after the other; none while those that were ended still hold what the system gave them.</summary>
internal sealed class LineListener(IConnectionListener inner, LineBook book, HashSet<IPAddress> proxies) : IConnectionListener
{
    private const int Looks = 40;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    public EndPoint EndPoint => inner.EndPoint;

    public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default)
    {
        while (await inner.AcceptAsync(cancellationToken) is { } connection)
        {
            var from = (connection.RemoteEndPoint as IPEndPoint)?.Address ?? IPAddress.None;
            var line = new Line(connection, book, DoorTries.Network(from), proxies.Contains(from));
            connection.Features.Set(line);
            if (book.Admit(line) && await HasRoom(cancellationToken)) return line;
            line.Abort();
            await line.DisposeAsync();
        }
        return null;
    }

    /// <summary>Up to the brim those that were ended are closed meanwhile. Beyond it they are waited for, but not for ever: one may hold on, because a report is being made for it.</summary>
    private async Task<bool> HasRoom(CancellationToken ct)
    {
        for (var look = 0; look < Looks && book.Open > book.Capacity.Brim; look++) await Task.Delay(Pause, ct);
        return book.Open <= book.Capacity.Brim;
    }

    public ValueTask UnbindAsync(CancellationToken cancellationToken = default) => inner.UnbindAsync(cancellationToken);

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
