using Participation.Sessions;
using Participation.Views;

namespace Participation.Server.Live;

/// <summary>What changed for an audience since the frame before: JSON Patch from one number to the next.</summary>
public sealed record Frame(long From, long Number, IReadOnlyList<PatchOp> Patch);

/// <summary>What belongs to one participant, whole.</summary>
/// <param name="MineNumber">The journal's entry up to which it is true: what has a receipt of a number up to this one is in it.</param>
public sealed record Own(long MineNumber, MineView? Mine);

/// <summary>What a tick has for the screens of one room.</summary>
/// <param name="Removed">Connections of participants who lost their seat.</param>
/// <param name="Moved">Connections of participants who sit at another table now: they join again.</param>
public sealed record Tick(
    IReadOnlyList<(Audience Audience, Frame Frame)> Frames, IReadOnlyList<(Guid Participant, Own Own)> Owns, int? Here,
    IReadOnlyList<string> Removed, IReadOnlyList<string> Moved)
{
    public static readonly Tick Nothing = new([], [], null, [], []);
}

/// <summary>
/// One session's screens: what each audience was last told. Only audiences that have a screen are computed. To join is to get what the
/// audience was last told, so that the next frame fits.
/// </summary>
public sealed class Room
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, (Audience Audience, Guid Who)> screens = [];
    private readonly Dictionary<Audience, Told> told = [];
    private readonly Dictionary<Guid, Own> owns = [];
    private readonly HashSet<Guid> touched = [];
    private SessionState state = SessionState.None;
    private bool touchedAll;
    private long number;
    private int hereTold = -1;

    private sealed record Told(long Number, SessionView View);

    /// <summary>Takes over a newer committed state. Commits may arrive out of order; the highest number counts.</summary>
    public void Offer(SessionState committed, IReadOnlyList<Journal.Entry> entries)
    {
        lock (gate)
        {
            if (committed.Number > state.Number) state = committed;
            foreach (var entry in entries)
            {
                touched.Add(entry.By);
                touchedAll |= entry.Event is not ActivityEvent work
                    || committed.Find(work.Item) is { } item && ActivityKinds.Of(item.Kind).ConcernsAll(work);
            }
        }
    }

    /// <summary>A screen comes, or comes again: it gets what its audience was last told.</summary>
    public (long Number, SessionView View, Own? Own) Join(string connection, Audience audience, Guid who)
    {
        lock (gate)
        {
            screens[connection] = (audience, who);
            if (!told.TryGetValue(audience, out var last)) told[audience] = last = new(++number, Screens.Of(state, audience));
            if (audience.Role != Role.Participant)
            {
                hereTold = -1;
                return (last.Number, last.View, null);
            }
            if (!owns.TryGetValue(who, out var own)) owns[who] = own = new(state.Number, Screens.MineOf(state, who));
            return (last.Number, last.View, own);
        }
    }

    public void Leave(string connection)
    {
        lock (gate)
        {
            if (!screens.Remove(connection, out var left)) return;
            if (!screens.Values.Any(screen => screen.Audience == left.Audience)) told.Remove(left.Audience);
            if (!screens.Values.Any(screen => screen.Who == left.Who)) owns.Remove(left.Who);
        }
    }

    /// <summary>Everything that changed since the last tick, and from now on counts as told.</summary>
    public Tick Next()
    {
        lock (gate)
        {
            if (state.Opened is null || screens.Count == 0) return Tick.Nothing;
            var tick = new Tick(Frames(), Owns(), Here(),
                touchedAll ? Screened(who => state.Stage.Removed.Contains(who.Who)) : [],
                touchedAll ? Screened(who => state.Participants.GetValueOrDefault(who.Who)?.Table != who.Audience.Table) : []);
            touched.Clear();
            touchedAll = false;
            return tick;
        }
    }

    private List<(Audience, Frame)> Frames()
    {
        var frames = new List<(Audience, Frame)>();
        foreach (var (audience, last) in told.ToArray())
        {
            var view = Screens.Of(state, audience);
            var patch = Difference.Between(last.View, view);
            if (patch.Count == 0) continue;
            told[audience] = new(++number, view);
            frames.Add((audience, new Frame(last.Number, number, patch)));
        }
        return frames;
    }

    private List<(Guid, Own)> Owns()
    {
        var changed = new List<(Guid, Own)>();
        foreach (var who in touchedAll ? owns.Keys.ToArray() : [.. touched.Where(owns.ContainsKey)])
        {
            var mine = Screens.MineOf(state, who);
            var told = owns[who];
            owns[who] = new(state.Number, mine);
            if (told.Mine is { } last && mine is not null && Difference.Between(last, mine).Count == 0) continue;
            changed.Add((who, owns[who]));
        }
        return changed;
    }

    /// <summary>The connections of those participants.</summary>
    private List<string> Screened(Func<(Audience Audience, Guid Who), bool> which) =>
        [.. screens.Where(screen => screen.Value.Audience.Role == Role.Participant && which(screen.Value)).Select(screen => screen.Key)];

    private int? Here()
    {
        var here = screens.Values.Where(screen => screen.Audience.Role == Role.Participant).Select(screen => screen.Who).Distinct().Count();
        if (here == hereTold) return null;
        hereTold = here;
        return here;
    }
}
