using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;
using Participation.Journal;
using Participation.Views;

namespace Participation.Server.Live;

/// <summary>
/// Shows each changed stream to its screens, at most ten times a second: a burst is one frame, and a full hall's phones get it spread over
/// the interval, so that receipts pass between. No hub call waits for it, and it waits for no screen: a phone that stalls holds up nobody.
/// </summary>
public sealed class Broadcast<TState>(
    Desk<TState> desk, ISurface<TState> surface, IHubContext<LiveHub, IScreen> hub, IHostApplicationLifetime lifetime, TimeProvider clock, ILogger<Broadcast<TState>> log) : IWatch
    where TState : class, IFold<TState>
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    /// <summary>More phones than so many are told in parts: over most of two intervals, or at once when a facilitator did something.</summary>
    private const int Few = 200;

    /// <summary>More than any room lives to send; so many rooms fit into the whole numbers of JavaScript that a server opens one a second for half a year.</summary>
    private const long MostFrames = 1L << 29;

    private static readonly TimeSpan BetweenParts = TimeSpan.FromMilliseconds(4), BetweenUrgentParts = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Goodbye = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<Guid, Room<TState>> rooms = [];
    private readonly ConcurrentDictionary<string, HubCallerContext> connections = [];
    private long numbers;

    /// <summary>A screen comes to the room of its stream, brought up to a state that is on disk, and gets what its audience was last told: not before that is without what had been taken from it by then.</summary>
    public async Task<(long Number, object View, Own? Own)> Join(Guid stream, TState committed, HubCallerContext connection, Audience audience, Guid who)
    {
        connections[connection.ConnectionId] = connection;
        long? taken = null;
        while (true)
        {
            var room = rooms.GetOrAdd(stream, _ => new Room<TState>(surface, clock, Interlocked.Add(ref numbers, MostFrames)));
            room.Offer(committed, []);
            if (room.StillShows(audience, taken ??= room.Taken))
            {
                Changed(stream);
                await Task.Delay(Glance, clock, connection.ConnectionAborted);
                continue;
            }
            if (room.Join(connection.ConnectionId, audience, who) is { } joined) return joined;
            rooms.TryRemove(new(stream, room));
        }
    }

    /// <summary>True while a stream has a screen.</summary>
    public bool HasRoom(Guid stream) => rooms.ContainsKey(stream);

    /// <summary>The walls of a stream change, by a facilitator or by themselves.</summary>
    internal void OnWalls(Guid stream, Action<Wall> change)
    {
        if (!rooms.TryGetValue(stream, out var room)) return;
        change(room.Wall);
        Changed(stream);
    }

    /// <summary>A room without a screen is forgotten.</summary>
    public void Leave(Guid stream, string connection)
    {
        connections.TryRemove(connection, out _);
        if (!rooms.TryGetValue(stream, out var room)) return;
        if (room.Leave(connection)) rooms.TryRemove(new(stream, room));
        else Changed(stream);
    }

    /// <summary>What was committed while a screen came to a room that was not there before.</summary>
    public void CatchUp(Guid stream, TState committed)
    {
        if (!rooms.TryGetValue(stream, out var room)) return;
        room.Offer(committed, []);
        Changed(stream);
    }

    public void Committed(Guid stream, IReadOnlyList<Entry> entries)
    {
        if (!rooms.TryGetValue(stream, out var room)) return;
        room.Hear(entries);
        Changed(stream);
    }

    public void Changed(Guid stream)
    {
        if (rooms.TryGetValue(stream, out var room) && room.Pulse.Begin()) _ = Task.Run(() => Beat(stream, room));
    }

    private async Task Beat(Guid stream, Room<TState> room)
    {
        var (stopping, phones) = (lifetime.ApplicationStopping, Task.CompletedTask);
        bool waits;
        var read = true;
        do
        {
            read = await TakeUp(stream, room, again: !read);
            var tick = Show(stream, room, withPhones: phones.IsCompleted);
            if (phones.IsCompleted) phones = ShowPhones(stream, room, tick);
            waits = tick.Waits || !read;
            await Task.Delay(Interval, clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        while ((waits || !phones.IsCompleted || !room.Pulse.End()) && !stopping.IsCancellationRequested);
    }

    /// <summary>False: the stream cannot be read now, and is tried again soon.</summary>
    private async Task<bool> TakeUp(Guid stream, Room<TState> room, bool again)
    {
        try
        {
            await room.TakeUp(() => desk.Read(stream));
            return true;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            if (!again) log.LogError("The screens of {Session} wait, for it cannot be read: {Error}", stream, e.GetType().Name + " " + e.StackTrace);
            return false;
        }
    }

    private Tick Show(Guid stream, Room<TState> room, bool withPhones)
    {
        try
        {
            var tick = room.Next(withPhones);
            foreach (var (audience, frame) in tick.Frames.Where(each => each.Audience.Role != Role.Participant))
                Forget(hub.Clients.Group(ScreenGroup.Of(stream, audience)).Show(frame));
            foreach (var role in (Role[])[Role.Facilitator, Role.Projector])
            {
                if (tick.Here is { } here) Forget(hub.Clients.Group(ScreenGroup.Of(stream, new Audience(role))).Here(here));
                if (tick.Wall is { } wall) Forget(hub.Clients.Group(ScreenGroup.Of(stream, new Audience(role))).Wall(wall));
            }
            foreach (var (participant, own) in tick.Owns) Forget(hub.Clients.Group(ScreenGroup.Of(stream, participant)).Mine(own));
            foreach (var connection in tick.Removed) Forget(Expel(connection));
            foreach (var connection in tick.Moved) Forget(hub.Clients.Client(connection).Bye("seat.moved"));
            return tick;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // A view that cannot be made must not stop the screens of every other stream.
            log.LogError("The screens of {Session} could not be shown: {Error}", stream, e.GetType().Name + " " + e.StackTrace);
            return Tick.Nothing;
        }
    }

    private async Task ShowPhones(Guid stream, Room<TState> room, Tick tick)
    {
        var frames = tick.Frames.Where(each => each.Audience.Role == Role.Participant).ToList();
        if (frames.Count == 0) return;
        for (var part = 0; part < ScreenGroup.Parts; part++)
        {
            foreach (var (audience, frame) in frames) Forget(hub.Clients.Group(ScreenGroup.Of(stream, audience, part)).Show(frame));
            if (tick.Phones > Few) await Task.Delay(tick.Urgent || room.IsUrgent ? BetweenUrgentParts : BetweenParts, clock);
        }
    }

    /// <summary>Says goodbye and closes the connection.</summary>
    private async Task Expel(string connection)
    {
        // A phone that takes nothing any more is not waited for.
        await Task.WhenAny(hub.Clients.Client(connection).Bye("seat.removed"), Task.Delay(Goodbye, clock));
        if (connections.TryGetValue(connection, out var context)) context.Abort();
    }

    /// <summary>Sends are not awaited; one that fails belongs to a connection that is ending, and its screen joins again.</summary>
    private static void Forget(Task sending)
    {
        if (sending.IsCompletedSuccessfully) return;
        sending.ContinueWith(static done => _ = done.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
    }
}
