using System.Collections.Concurrent;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Connections;
using Participation.Server.Accounts;
using Participation.Server.Lines;
using Participation.Server.Pages;

namespace Participation.Server.Live;

/// <summary>
/// With long polling a connection is many requests, which the framework knows by the token in their address. Here each must also come with the cookie of the
/// seat that the first one had: a token alone, read in a proxy's log, opens nothing. All of them are one screen, and it has its place from the first poll to its end. A WebSocket is one request with its own cookie.
/// </summary>
public sealed class PollKeeping(Seats seats, Places places, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, Kept> open = [];
    private readonly ConcurrentQueue<(string Token, long At)> ended = [];

    /// <summary>After which somebody for whom there is no place may ask again.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <summary>By then the framework knows nothing of it any more.</summary>
    private static readonly TimeSpan While = TimeSpan.FromMinutes(1);

    public int Count => open.Values.Count(kept => !kept.Ended);

    /// <summary>Passes a request on to the hub, or answers as if there were no such connection.</summary>
    public async Task Guard(HttpContext http, RequestDelegate next)
    {
        if (Token(http) is not { Length: > 0 } token)
        {
            await next(http);
            return;
        }
        // The first poll makes it whose it is; who sends before that is not who asked for it.
        var first = HttpMethods.IsGet(http.Request.Method) && !open.ContainsKey(token);
        var place = first && !Places.IsScreen(http) ? places.Take() : null;
        if (first && place is null && !Places.IsScreen(http))
        {
            await Prices.Refused(http, Pause).ExecuteAsync(http);
            return;
        }
        if (first && !(first = open.TryAdd(token, new(LiveHub.SeatOf(http, seats), place)))) place?.Dispose();
        if (!first && !IsOwn(http, token))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        await next(http);
        // There is no such connection: nothing is kept of tokens that somebody made up.
        if (first && http.Response.StatusCode >= 400 && open.TryRemove(token, out var kept)) kept.Place?.Dispose();
    }

    /// <summary>Gives back what a connection has when it ends, and forgets it.</summary>
    public async Task Keep(ConnectionContext connection, ConnectionDelegate next)
    {
        try
        {
            await next(connection);
        }
        finally
        {
            if (connection.GetHttpContext() is { } http && Token(http) is { Length: > 0 } token) End(token);
        }
    }

    /// <summary>It is remembered a while without its place: what is left for its client comes with further polls, which must not begin it anew.</summary>
    private void End(string token)
    {
        if (!open.TryGetValue(token, out var kept)) return;
        kept.Place?.Dispose();
        kept.Ended = true;
        ended.Enqueue((token, clock.GetTimestamp()));
        while (ended.TryPeek(out var first) && clock.GetElapsedTime(first.At) > While && ended.TryDequeue(out first)) open.TryRemove(first.Token, out _);
    }

    private bool IsOwn(HttpContext http, string token) =>
        open.TryGetValue(token, out var kept) && (kept.Seat is not { } seat || seats.Of(http, seat.Session, seat.Role)?.Id == seat.Id);

    /// <param name="Seat">Null: nobody's, whose connection may do nothing.</param>
    /// <param name="Place">Null: it became a WebSocket, which has its place with its request.</param>
    private sealed record Kept(Seat? Seat, IDisposable? Place)
    {
        public bool Ended { get; set; }
    }

    private static string Token(HttpContext http) => http.Request.Query["id"].ToString();
}
