using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.AspNetCore.SignalR;
using Participation.Journal;
using Participation.Sessions;

namespace Participation.Server.Live;

/// <summary>
/// Shows each changed session to its screens, at most ten times a second: a burst is one frame. No hub call waits for it, and it waits
/// for no screen: a phone that stalls holds up nobody.
/// </summary>
public sealed class Broadcast(IHubContext<LiveHub, IScreen> hub, ILogger<Broadcast> log) : BackgroundService, ISessionWatch
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);
    private readonly ConcurrentDictionary<Guid, Room> rooms = [];
    private readonly ConcurrentDictionary<string, HubCallerContext> connections = [];
    private readonly Channel<Guid> changed = Channel.CreateUnbounded<Guid>(new() { SingleReader = true });

    public static string Group(Guid session, Audience audience) => $"{session}/{audience.Role}/{audience.Table}";

    public static string Group(Guid session, Guid participant) => $"{session}/{participant}";

    /// <summary>The room of a session, brought up to a state that is on disk.</summary>
    public Room Enter(SessionState committed, HubCallerContext connection)
    {
        connections[connection.ConnectionId] = connection;
        var room = rooms.GetOrAdd(committed.Id, _ => new Room());
        room.Offer(committed, []);
        return room;
    }

    public void Leave(Guid session, string connection)
    {
        connections.TryRemove(connection, out _);
        if (!rooms.TryGetValue(session, out var room)) return;
        room.Leave(connection);
        Changed(session);
    }

    public void Committed(SessionState state, IReadOnlyList<Entry> entries)
    {
        if (!rooms.TryGetValue(state.Id, out var room)) return;
        room.Offer(state, entries);
        Changed(state.Id);
    }

    public void Changed(Guid session) => changed.Writer.TryWrite(session);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var due = new HashSet<Guid>();
        while (await changed.Reader.WaitToReadAsync(stoppingToken))
        {
            while (changed.Reader.TryRead(out var session)) due.Add(session);
            foreach (var session in due) Show(session);
            due.Clear();
            await Task.Delay(Interval, stoppingToken);
        }
    }

    private void Show(Guid session)
    {
        if (!rooms.TryGetValue(session, out var room)) return;
        try
        {
            var tick = room.Next();
            foreach (var (audience, frame) in tick.Frames) Forget(hub.Clients.Group(Group(session, audience)).Show(frame));
            foreach (var (participant, own) in tick.Owns) Forget(hub.Clients.Group(Group(session, participant)).Mine(own));
            foreach (var connection in tick.Removed) Forget(Expel(connection));
            foreach (var connection in tick.Moved) Forget(hub.Clients.Client(connection).Bye("seat.moved"));
            if (tick.Here is not { } here) return;
            foreach (var role in (Role[])[Role.Facilitator, Role.Projector])
                Forget(hub.Clients.Group(Group(session, new Audience(role))).Here(here));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // A view that cannot be made must not stop the screens of every other session.
            log.LogError("The screens of session {Session} could not be shown: {Error}", session, e.GetType().Name + " " + e.StackTrace);
        }
    }

    /// <summary>Says goodbye and closes the connection.</summary>
    private async Task Expel(string connection)
    {
        await hub.Clients.Client(connection).Bye("seat.removed");
        if (connections.TryGetValue(connection, out var context)) context.Abort();
    }

    /// <summary>Sends are not awaited; one that fails belongs to a connection that is ending, and its screen joins again.</summary>
    private static void Forget(Task sending) =>
        sending.ContinueWith(static done => _ = done.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
}
