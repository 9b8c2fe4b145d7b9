using System.Collections.Concurrent;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Connections;
using Participation.Server.Accounts;

namespace Participation.Server.Live;

/// <summary>
/// With long polling a connection is many requests, which the framework knows by the token in their address. Here each must also come with the cookie of the
/// seat that the first one had: a token alone, read in a proxy's log, opens nothing. A WebSocket is one request with its own cookie.
/// </summary>
public sealed class PollKeeping(Seats seats)
{
    /// <summary>Whose each connection is; null: nobody's, whose connection may do nothing.</summary>
    private readonly ConcurrentDictionary<string, Seat?> open = [];

    public int Count => open.Count;

    /// <summary>Passes a request on to the hub, or answers as if there were no such connection.</summary>
    public async Task Guard(HttpContext http, RequestDelegate next)
    {
        if (Token(http) is not { Length: > 0 } token)
        {
            await next(http);
            return;
        }
        // The first poll makes it whose it is; who sends before that is not who asked for it.
        var first = HttpMethods.IsGet(http.Request.Method) && open.TryAdd(token, LiveHub.SeatOf(http, seats));
        if (!first && !IsOwn(http, token))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        await next(http);
        // There is no such connection: nothing is kept of tokens that somebody made up.
        if (first && http.Response.StatusCode >= 400) open.TryRemove(token, out _);
    }

    /// <summary>Forgets a connection when it ends.</summary>
    public async Task Keep(ConnectionContext connection, ConnectionDelegate next)
    {
        try
        {
            await next(connection);
        }
        finally
        {
            if (connection.GetHttpContext() is { } http && Token(http) is { Length: > 0 } token) open.TryRemove(token, out _);
        }
    }

    private bool IsOwn(HttpContext http, string token) =>
        open.TryGetValue(token, out var seat) && (seat is null || seats.Of(http, seat.Session, seat.Role)?.Id == seat.Id);

    private static string Token(HttpContext http) => http.Request.Query["id"].ToString();
}
