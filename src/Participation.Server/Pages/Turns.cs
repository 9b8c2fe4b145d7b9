using System.Threading.RateLimiting;

namespace Participation.Server.Pages;

/// <summary>
/// What takes much of the machine is made in turns: a few at once, the others wait. A turn ends when the answer is made, not when it was read: who reads slowly
/// or not at all holds up nobody.
/// </summary>
internal sealed class Turns : IDisposable
{
    /// <summary>A file of one's own is a reading of the whole journal: one after the other.</summary>
    public ConcurrencyLimiter Mine { get; } = Of(1, waiting: 500);

    public ConcurrencyLimiter Reports { get; } = Of(2, waiting: 40);

    /// <summary>A hall that opens its result page waits for one making of it, and no report waits for the hall.</summary>
    public ConcurrencyLimiter Results { get; } = Of(1, waiting: 2_000);

    public void Dispose()
    {
        Mine.Dispose();
        Reports.Dispose();
        Results.Dispose();
    }

    private static ConcurrencyLimiter Of(int most, int waiting) => new(new() { PermitLimit = most, QueueLimit = waiting });
}

/// <summary>Routes whose answers are made in turns.</summary>
internal static class InTurns
{
    public static RouteHandlerBuilder InTurn(this RouteHandlerBuilder route, Func<Turns, ConcurrencyLimiter> which) => route.AddEndpointFilter(async (call, next) =>
    {
        var http = call.HttpContext;
        using var turn = await which(http.RequestServices.GetRequiredService<Turns>()).AcquireAsync(1, http.RequestAborted);
        return turn.IsAcquired ? await next(call) : Prices.Refused(http, TimeSpan.FromSeconds(5));
    });
}
