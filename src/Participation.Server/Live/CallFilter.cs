using Microsoft.AspNetCore.SignalR;

namespace Participation.Server.Live;

/// <summary>
/// Nobody calls faster than a person does: over the limit the answer is a refusal to be sent again later, which a phone's outbox does by itself.
/// Nothing is lost, nobody is cut off, and whoever shares the address notices nothing.
/// </summary>
public sealed class CallFilter(CallLimits limits, TimeProvider clock) : IHubFilter
{
    private readonly CallBuckets people = new(limits.Phone.Rest > limits.Desk.Rest ? limits.Phone.Rest : limits.Desk.Rest, clock);

    public ValueTask<object?> InvokeMethodAsync(HubInvocationContext call, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        var (items, joins) = (call.Context.Items, call.HubMethodName == nameof(LiveHub.Join));
        var seat = (call.Hub as LiveHub)?.Seat;
        if (seat is null) return Seatless.Refuse(call.Context, limits.SeatlessCalls);
        var rate = seat.Role is Role.Facilitator or Role.Scribe ? limits.Desk : limits.Phone;
        // All are asked, so that a refused call costs too: who hammers on waits longer.
        var free = Own(items, "calls", rate).Take();
        if (joins) free &= Own(items, "joins", limits.Join).Take();
        free &= people.Of(seat.Session, seat.Id, rate).Take();
        if (free) return next(call);
        return joins
            ? ValueTask.FromException<object?>(new HubException(TooFast))
            : new(Answer.Of(new Receipt(0, new Refusal(TooFast, Retry: true))));
    }

    private const string TooFast = "command.too-fast";

    private CallBucket Own(IDictionary<object, object?> items, string name, Rate rate)
    {
        if (items.TryGetValue(name, out var known)) return (CallBucket)known!;
        var made = new CallBucket(rate, clock);
        items[name] = made;
        return made;
    }
}
