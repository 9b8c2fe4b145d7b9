using System.Collections.Concurrent;
using Participation.Journal;
using Participation.Views;

namespace Participation.Server.Live;

/// <summary>
/// One stream's screens: what each audience was last told. Only audiences that have a screen are computed. To join is to get what the
/// audience was last told, so that the next frame fits.
/// </summary>
/// <param name="first">Its frames are numbered from here: higher than those of every room before it, one of which may still be under way to a screen that has come back.</param>
public sealed class Room<TState>(ISurface<TState> surface, TimeProvider clock, long first = 0) where TState : class, IFold<TState>
{
    /// <summary>While the first screens come at once, one of them may still bring what was committed before there was a room to tell it to.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(5);

    /// <summary>A rush in which nothing came for so long is over: what phones still lack comes now, whatever they were told before.</summary>
    private static readonly TimeSpan Stillness = TimeSpan.FromSeconds(2);

    private readonly ConcurrentQueue<(TState Committed, IReadOnlyList<Entry> Entries)> offered = [];
    private readonly ConcurrentQueue<IReadOnlyList<Entry>> heard = [];
    private readonly List<Entry> unread = [];
    private readonly Lock gate = new();
    private readonly long begun = clock.GetTimestamp();
    private readonly Dictionary<string, (Audience Audience, Guid Who)> screens = [];
    private readonly Dictionary<Audience, Told> told = [];
    private readonly Dictionary<Guid, Sitting> sitting = [];
    private readonly HashSet<Guid> touched = [];
    private TState state = TState.None;
    private bool touchedAll, urgent, takenBack, reseated, closed;
    private long number = first, seen = -1;
    private TimeSpan changed;
    private long taken;
    private int hereTold = -1;

    /// <summary>What the screens of an audience show. <c>UpTo</c>: the entry up to which it is all of what they are to see.</summary>
    private sealed class Told(long number, object view, long upTo)
    {
        public long Number = number;
        public object View = view;
        public long UpTo = upTo;
        public int Screens;
        public bool TakesBack;
        public readonly Pace Pace = new();
    }

    /// <summary>A participant and the screens on which they sit.</summary>
    private sealed class Sitting(Own own)
    {
        public Own Own = own;
        public int Screens;
    }

    internal Pulse Pulse { get; } = new();

    internal Wall Wall { get; } = new(clock);

    /// <summary>Something came that phones are to be told at once.</summary>
    public bool IsUrgent => Volatile.Read(ref urgent);

    /// <summary>What is on disk now. The journal's thread, which says so, does nothing else here.</summary>
    public void Hear(IReadOnlyList<Entry> entries)
    {
        heard.Enqueue(entries);
        // Phones that are being told of something else are told faster from now on.
        foreach (var entry in entries)
        {
            var reach = surface.Reach(entry, state);
            if (reach.Urgent) Volatile.Write(ref urgent, true);
            if (reach.TakesBack) Volatile.Write(ref taken, entry.Number);
        }
    }

    /// <summary>The last entry that took something from screens.</summary>
    public long Taken => Volatile.Read(ref taken);

    /// <summary>The screens of an audience still show what an entry up to this one took from them: who came now would be told it once more.</summary>
    public bool StillShows(Audience audience, long upTo)
    {
        lock (gate) return told.TryGetValue(audience, out var last) && last.UpTo < upTo;
    }

    /// <summary>Offers what was heard with a state that has it all; when that cannot be read, it is kept for the next time. One caller at a time.</summary>
    public async Task TakeUp(Func<Task<TState>> read)
    {
        while (heard.TryDequeue(out var entries)) unread.AddRange(entries);
        if (unread.Count == 0) return;
        Offer(await read(), [.. unread]);
        unread.Clear();
    }

    /// <summary>A newer committed state, and what led to it; the highest number counts. No receipt waits for views that are being made.</summary>
    public void Offer(TState committed, IReadOnlyList<Entry> entries)
    {
        offered.Enqueue((committed, entries));
        if (entries.Any(entry => surface.Reach(entry, committed).Urgent)) Volatile.Write(ref urgent, true);
        // A state without its entries comes with a screen, to whom it matters how many there are now.
        if (entries.Count > 0) return;
        lock (gate) Take();
    }

    private void Take()
    {
        while (offered.TryDequeue(out var next))
        {
            var (committed, entries) = next;
            // A state without its entries, for a room that is new: nobody told it what came before. To any other its entries come as well.
            if (entries.Count == 0 && committed.Number > state.Number && (screens.Count <= 1 || clock.GetElapsedTime(begun) < Settling)) touchedAll = urgent = reseated = true;
            if (committed.Number > state.Number) state = committed;
            foreach (var entry in entries) Note(entry, committed);
        }
    }

    private void Note(Entry entry, TState committed)
    {
        var reach = surface.Reach(entry, committed);
        touched.Add(entry.By);
        if (reach.Also is { } also) touched.Add(also);
        touchedAll |= reach.All;
        urgent |= reach.Urgent;
        takenBack |= reach.TakesBack;
        reseated |= reach.Reseats;
    }

    /// <summary>A screen comes, or comes again: it gets what its audience was last told. Null: the room was closed meanwhile, and there is another.</summary>
    public (long Number, object View, Own? Own)? Join(string connection, Audience audience, Guid who)
    {
        lock (gate)
        {
            if (closed) return null;
            Take();
            Part(connection);
            screens[connection] = (audience, who);
            // Removed or moved since the seat was looked up: the next tick says so.
            reseated |= audience.Role == Role.Participant && surface.Of(state, who, audience.Role, audience.Table) is var now && (now.Removed || now.Audience != audience);
            if (!told.TryGetValue(audience, out var last)) told[audience] = last = new(++number, surface.View(state, audience), state.Number);
            last.Screens++;
            if (audience.Role != Role.Participant)
            {
                hereTold = -1;
                Wall.Again();
                return (last.Number, last.View, null);
            }
            if (!sitting.TryGetValue(who, out var seat)) sitting[who] = seat = new(new(state.Number, surface.Mine(state, who)));
            else if (seat.Own.MineNumber < Taken) seat.Own = new(state.Number, surface.Mine(state, who));
            seat.Screens++;
            return (last.Number, last.View, seat.Own);
        }
    }

    /// <returns>True when this was the last screen: the room is closed for good.</returns>
    public bool Leave(string connection)
    {
        lock (gate)
        {
            Part(connection);
            Wall.Leave(connection);
            return closed = screens.Count == 0;
        }
    }

    private void Part(string connection)
    {
        if (!screens.Remove(connection, out var left)) return;
        if (--told[left.Audience].Screens == 0) told.Remove(left.Audience);
        if (left.Audience.Role == Role.Participant && --sitting[left.Who].Screens == 0) sitting.Remove(left.Who);
    }

    /// <summary>Everything that changed since the last tick, and from now on counts as told.</summary>
    /// <param name="withPhones">False while phones are still being told of a tick before; what they need stays for the next.</param>
    public Tick Next(bool withPhones = true)
    {
        lock (gate)
        {
            Take();
            if (screens.Count == 0) return Tick.Nothing;
            var phones = told.Where(each => each.Key.Role == Role.Participant).ToList();
            var all = phones.Sum(each => each.Value.Screens);
            var tick = new Tick(Frames(clock.GetElapsedTime(begun), withPhones, all), Owns(), Here(), all,
                reseated ? Phones((now, _) => now.Removed) : [],
                reseated ? Phones((now, audience) => now.Audience != audience) : [],
                urgent, phones.Any(each => each.Value.UpTo < state.Number), Wall.Next());
            touched.Clear();
            touchedAll = reseated = false;
            if (withPhones) urgent = takenBack = false;
            return tick;
        }
    }

    private List<(Audience, PackedFrame)> Frames(TimeSpan now, bool withPhones, int phones)
    {
        var frames = new List<(Audience, PackedFrame)>();
        if (state.Number != seen) (seen, changed) = (state.Number, now);
        var still = now - changed >= Stillness;
        foreach (var (audience, last) in told)
        {
            var phone = audience.Role == Role.Participant;
            if (last.UpTo == state.Number || (phone && !withPhones)) continue;
            last.TakesBack |= phone && takenBack;
            var whole = !phone || urgent || still || last.Pace.MayTellWhole(now) || (last.TakesBack && last.Pace.MayTakeBack(now));
            if (!whole && !last.Pace.MayTell(now)) continue;
            var view = surface.View(state, audience);
            if (whole) (last.UpTo, last.TakesBack) = (state.Number, false);
            else view = surface.Meanwhile(last.View, view);
            var patch = Difference.Between(last.View, view);
            if (patch.Count == 0) continue;
            var frame = PackedFrame.Of(new(last.Number, ++number, patch));
            (last.Number, last.View) = (number, view);
            if (whole && !urgent) last.Pace.ToldWhole(now, frame.Json.Length, phones);
            else last.Pace.Told(now);
            frames.Add((audience, frame));
        }
        return frames;
    }

    private List<(Guid, Own)> Owns()
    {
        var changed = new List<(Guid, Own)>();
        foreach (var who in touchedAll ? (IEnumerable<Guid>)sitting.Keys : touched)
        {
            if (!sitting.TryGetValue(who, out var seat)) continue;
            var (before, mine) = (seat.Own.Mine, surface.Mine(state, who));
            seat.Own = new(state.Number, mine);
            if (before is not null && mine is not null && Difference.Between(before, mine).Count == 0) continue;
            changed.Add((who, seat.Own));
        }
        return changed;
    }

    /// <summary>The connections of participants who stand so now, beside the audience with which they came.</summary>
    private List<string> Phones(Func<Attendance, Audience, bool> which) =>
    [
        .. screens.Where(screen => screen.Value.Audience.Role == Role.Participant
            && which(surface.Of(state, screen.Value.Who, Role.Participant, screen.Value.Audience.Table), screen.Value.Audience)).Select(screen => screen.Key),
    ];

    private int? Here()
    {
        if (sitting.Count == hereTold) return null;
        return hereTold = sitting.Count;
    }
}
