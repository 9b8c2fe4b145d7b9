using System.Collections.Concurrent;
using System.Collections.Immutable;
using Participation.Journal;
using Participation.Server.Accounts;
using Participation.Sessions;

namespace Participation.Server.Lines;

/// <summary>
/// Who still sits. A cookie outlives what it stands for: who was removed, and whose session is closed, keeps it, and their lines are the first to go of all that
/// have one. It looks again with each commit but of what people give; a session of which nothing was committed since the start is looked up once, and its people sit until that is known.
/// </summary>
/// <param name="read">The session as it is on disk.</param>
public sealed class Standing(LineBook book, Func<Guid, Task<SessionState>> read) : IWatch
{
    private readonly ConcurrentDictionary<Guid, Known> sessions = [];
    private readonly ConcurrentDictionary<Guid, bool> asked = [];
    private readonly Lock turn = new();

    private sealed record Known(long Number, bool Closed, ImmutableHashSet<Guid> Removed)
    {
        public bool IsLike(Known other) => Closed == other.Closed && ReferenceEquals(Removed, other.Removed);
    }

    public bool Sits(Sitter who)
    {
        if (who.Seat is not { } session) return true;
        if (sessions.TryGetValue(session, out var known)) return !known.Closed && !known.Removed.Contains(who.Id);
        if (asked.TryAdd(session, true)) _ = Task.Run(() => Look(session));
        return true;
    }

    /// <summary>What people give in a step unseats nobody.</summary>
    public void Committed(Guid stream, IReadOnlyList<Entry> entries)
    {
        if (entries.Any(entry => entry.Event is not ActivityEvent)) _ = Task.Run(() => Look(stream));
    }

    /// <summary>A session as it stands after a commit.</summary>
    private void Stands(SessionState state)
    {
        var now = new Known(state.Number, state.Stage.Closed, state.Stage.Removed);
        // One look after the other, or lines weighed by the older one would stay so; and of two the later one may come first.
        lock (turn)
        {
            var before = sessions.GetValueOrDefault(state.Id);
            if (before?.Number > now.Number) return;
            sessions[state.Id] = now;
            if (before is null || !before.IsLike(now)) book.Review(state.Id, Sits);
        }
    }

    private async Task Look(Guid session)
    {
        try
        {
            if (await read(session) is { Opened: not null } state) Stands(state);
        }
        catch (JournalException)
        {
            // It cannot be read now: whoever comes next asks again.
            asked.TryRemove(session, out _);
        }
    }
}
