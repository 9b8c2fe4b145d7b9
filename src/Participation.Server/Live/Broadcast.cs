using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;
using Participation.Journal;
using Participation.Sessions;

namespace Participation.Server.Live;

/// <summary>
/// Shows each changed session to its screens, at most ten times a second: a burst is one frame, and a full hall's phones get it spread over
/// the interval, so that receipts pass between. No hub call waits for it, and it waits for no screen: a phone that stalls holds up nobody.
/// </summary>
public sealed class Broadcast(IHubContext<LiveHub, IScreen> hub, IHostApplicationLifetime lifetime, TimeProvider clock, ILogger<Broadcast> log) : ISessionWatch
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    /// <summary>Phones are told in so many parts, when there are more than so many of them: over most of two intervals, or at once when a facilitator did something.</summary>
    private const int Parts = 32, Few = 200;

    /// <summary>More than any room lives to send; so many rooms fit into the whole numbers of JavaScript that a server opens one a second for half a year.</summary>
    private const long MostFrames = 1L << 29;

    private static readonly TimeSpan BetweenParts = TimeSpan.FromMilliseconds(4), BetweenUrgentParts = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Goodbye = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<Guid, Room> rooms = [];
    private readonly ConcurrentDictionary<string, HubCallerContext> connections = [];
    private long numbers;

    /// <summary>The group of an audience's screens to which a connection belongs.</summary>
    public static string Group(Guid session, Audience audience, string connection) =>
        Group(session, audience, audience.Role == Role.Participant ? (int)((uint)connection.GetHashCode(StringComparison.Ordinal) % Parts) : 0);

    private static string Group(Guid session, Audience audience, int part) => $"{session}/{audience.Role}/{(audience.Waits ? "?" : audience.Table)}/{part}";

    public static string Group(Guid session, Guid participant) => $"{session}/{participant}";

    /// <summary>A screen comes to the room of its session, brought up to a state that is on disk, and gets what its audience was last told.</summary>
    public (long Number, Views.SessionView View, Own? Own) Join(SessionState committed, HubCallerContext connection, Audience audience, Guid who)
    {
        connections[connection.ConnectionId] = connection;
        while (true)
        {
            var room = rooms.GetOrAdd(committed.Id, _ => new Room(clock, Interlocked.Add(ref numbers, MostFrames)));
            room.Offer(committed, []);
            if (room.Join(connection.ConnectionId, audience, who) is { } joined) return joined;
            rooms.TryRemove(new(committed.Id, room));
        }
    }

    /// <summary>True while a session has a screen.</summary>
    public bool HasRoom(Guid session) => rooms.ContainsKey(session);

    /// <summary>The walls of a session change, by a facilitator or by themselves.</summary>
    internal void OnWalls(Guid session, Action<Wall> change)
    {
        if (!rooms.TryGetValue(session, out var room)) return;
        change(room.Wall);
        Changed(session);
    }

    /// <summary>A room without a screen is forgotten.</summary>
    public void Leave(Guid session, string connection)
    {
        connections.TryRemove(connection, out _);
        if (!rooms.TryGetValue(session, out var room)) return;
        if (room.Leave(connection)) rooms.TryRemove(new(session, room));
        else Changed(session);
    }

    /// <summary>What was committed while a screen came to a room that was not there before.</summary>
    public void CatchUp(SessionState committed) => Committed(committed, []);

    public void Committed(SessionState state, IReadOnlyList<Entry> entries)
    {
        if (!rooms.TryGetValue(state.Id, out var room)) return;
        room.Offer(state, entries);
        Changed(state.Id);
    }

    public void Changed(Guid session)
    {
        if (rooms.TryGetValue(session, out var room) && room.Pulse.Begin()) _ = Task.Run(() => Beat(session, room));
    }

    private async Task Beat(Guid session, Room room)
    {
        var (stopping, phones) = (lifetime.ApplicationStopping, Task.CompletedTask);
        bool waits;
        do
        {
            var tick = Show(session, room, withPhones: phones.IsCompleted);
            if (phones.IsCompleted) phones = ShowPhones(session, room, tick);
            waits = tick.Waits;
            await Task.Delay(Interval, clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        while ((waits || !phones.IsCompleted || !room.Pulse.End()) && !stopping.IsCancellationRequested);
    }

    private Tick Show(Guid session, Room room, bool withPhones)
    {
        try
        {
            var tick = room.Next(withPhones);
            foreach (var (audience, frame) in tick.Frames.Where(each => each.Audience.Role != Role.Participant))
                Forget(hub.Clients.Group(Group(session, audience, 0)).Show(frame));
            foreach (var role in (Role[])[Role.Facilitator, Role.Projector])
            {
                if (tick.Here is { } here) Forget(hub.Clients.Group(Group(session, new Audience(role), 0)).Here(here));
                if (tick.Wall is { } wall) Forget(hub.Clients.Group(Group(session, new Audience(role), 0)).Wall(wall));
            }
            foreach (var (participant, own) in tick.Owns) Forget(hub.Clients.Group(Group(session, participant)).Mine(own));
            foreach (var connection in tick.Removed) Forget(Expel(connection));
            foreach (var connection in tick.Moved) Forget(hub.Clients.Client(connection).Bye("seat.moved"));
            return tick;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // A view that cannot be made must not stop the screens of every other session.
            log.LogError("The screens of session {Session} could not be shown: {Error}", session, e.GetType().Name + " " + e.StackTrace);
            return Tick.Nothing;
        }
    }

    private async Task ShowPhones(Guid session, Room room, Tick tick)
    {
        var frames = tick.Frames.Where(each => each.Audience.Role == Role.Participant).ToList();
        if (frames.Count == 0) return;
        for (var part = 0; part < Parts; part++)
        {
            foreach (var (audience, frame) in frames) Forget(hub.Clients.Group(Group(session, audience, part)).Show(frame));
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
