using System.Net;
using Participation.Server.Accounts;

namespace Participation.Server.Lines;

/// <summary>
/// All connections of this server. While there is room everybody is taken. When there is none, somebody goes for whoever comes: first who has no seat, then who has
/// one over which nothing is being asked, which a browser opens again. Of those without a seat first go who never asked for anything, of the network that has most of
/// those, and then who has not for longest: a hall whose phones load the page holds more lines than each of many attackers, but hardly a silent one. A line that has just come is
/// silent too, for a moment: it is spared as long as anybody has been silent for longer, and after that unless so many are that it must be a flood. A seat that is good no more is none. So people with seats come in whatever somebody holds open, and a hall shuts nobody out.
/// Seats of an open session are had for nothing: some lines are never theirs, so accounts and whoever leads come in also beside a flood of them.
/// </summary>
public sealed class LineBook(Capacity capacity, TimeProvider clock)
{
    /// <summary>Connections of one account or lead that count as theirs: a few consoles. Further ones are like those of nobody.</summary>
    internal const int OfOnePerson = 32;

    /// <summary>The same of a seat that anybody may take: six with which a browser loads the page, a live one, and one more.</summary>
    internal const int OfOneSeat = 8;

    /// <summary>By then a slow phone has said what it wants.</summary>
    internal static readonly TimeSpan Spared = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private readonly Dictionary<IPAddress, Others> seatless = [];
    private readonly Dictionary<Guid, int> seated = [];
    private readonly HashSet<Line> sitting = [];
    private readonly LinkedList<Line> idle = [];
    private int open, ended, sure;

    public Capacity Capacity => capacity;

    /// <summary>Connections that are open. What is sent over them is in memory and opens nothing.</summary>
    public int Open => Volatile.Read(ref open);

    public int Seatless
    {
        get { lock (gate) return seatless.Values.Sum(others => others.Count); }
    }

    /// <summary>Connections of seats that anybody may take which do not go while they are live or something is asked over them.</summary>
    public int Sure => Volatile.Read(ref sure);

    /// <summary>Connections that were ended to make room.</summary>
    public int Ended => Volatile.Read(ref ended);

    /// <summary>Takes a new connection; false: there is no room, and nobody is left who could go.</summary>
    public bool Admit(Line line)
    {
        List<Line> going = [];
        bool taken;
        lock (gate)
        {
            if (!line.IsShared && seatless.TryGetValue(line.Network, out var own) && own.Count >= capacity.SeatlessOfOne) Choose([own], 0, going);
            if (Open >= capacity.Connections && going.Count == 0) Choose(seatless.Values, idle.Count, going);
            line.Since = clock.GetTimestamp();
            if (taken = Open < capacity.Connections || going.Count > 0) Place(line, Of(line.Network).Silent);
            // It is open even if it is not taken, until it is closed.
            open++;
        }
        Abort(going);
        return taken;
    }

    /// <summary>Whoever is at its other end has a seat, or is signed in.</summary>
    /// <param name="sits">Whether that seat is still good; asked under the lock, so that no change is missed.</param>
    public void Sit(Line line, Sitter who, Func<Sitter, bool> sits)
    {
        lock (gate)
        {
            // Who holds many already, or was chosen to go meanwhile, is no better off.
            if (line.IsGone || line.Who == who || seated.GetValueOrDefault(who.Id) >= (who.Leads ? OfOnePerson : OfOneSeat)) return;
            // Whoever sits at it already gives it up for a seat that is better.
            if (line.Who is not null && !(who.Leads || sits(who))) return;
            Rise(line);
            Lift(line);
            line.Who = who;
            seated[who.Id] = seated.GetValueOrDefault(who.Id) + 1;
            sitting.Add(line);
            Weigh(line, sits(who));
        }
    }

    /// <summary>Something is asked over this line until what is given back is disposed: others have been silent for longer.</summary>
    public IDisposable Begin(Line line)
    {
        lock (gate)
        {
            line.Busy++;
            if (!line.IsGone && line.Place is not null)
            {
                var rests = line.Place.List == idle;
                Lift(line);
                if (!rests) Place(line, Of(line.Network).Asked);
                else if (!line.IsSure) Place(line, idle);
            }
        }
        return new Asking(this, line);
    }

    /// <summary>Looks again at who sits in a session: it was closed or opened again, or somebody removed.</summary>
    public void Review(Guid session, Func<Sitter, bool> sits)
    {
        lock (gate)
            foreach (var line in sitting)
                if (line is { IsGone: false, Who: { } who } && who.Seat == session) Weigh(line, sits(who));
    }

    internal void Leave(Line line)
    {
        lock (gate)
        {
            open--;
            Lift(line);
            Rise(line);
            line.IsGone = true;
        }
    }

    /// <summary>Some at a time, so that a flood is not looked through for each that comes.</summary>
    private void Choose(IReadOnlyCollection<Others> others, int resting, List<Line> going)
    {
        var (from, youngToo) = First(others, resting);
        for (var left = Math.Max(1, capacity.Connections / 200); left > 0 && from.First is { Value: { } oldest } && (youngToo || !IsYoung(oldest)); left--)
        {
            Lift(oldest);
            oldest.IsGone = true;
            going.Add(oldest);
        }
        Interlocked.Add(ref ended, going.Count);
    }

    /// <summary>Of whom the first go, and whether also those who have just come.</summary>
    private (LinkedList<Line> From, bool YoungToo) First(IReadOnlyCollection<Others> others, int resting)
    {
        var flood = others.Sum(each => each.Silent.Count) > others.Sum(each => each.Asked.Count) + resting;
        return others.Where(each => each.Silent.First is { Value: { } first } && !IsYoung(first)).MaxBy(each => each.Silent.Count) is { } old ? (old.Silent, false)
            : flood && others.MaxBy(each => each.Silent.Count) is { Silent.Count: > 0 } silent ? (silent.Silent, true)
            : others.MaxBy(each => each.Asked.Count) is { Asked.Count: > 0 } asked ? (asked.Asked, true)
            : (idle, true);
    }

    private bool IsYoung(Line line) => clock.GetElapsedTime(line.Since) < Spared;

    /// <summary>Whether it may go while something is asked over it, as it sits now.</summary>
    private void Weigh(Line line, bool sits)
    {
        var leads = line.Who!.Leads;
        if (line.IsSure && !leads) sure--;
        line.IsSure = sits && (leads || sure < capacity.Connections - capacity.Kept);
        if (line.IsSure && !leads) sure++;
        // A seat that is good no more is none: what it holds goes like what nobody holds.
        var among = !sits ? Of(line.Network).Asked : line.IsSure && line.Busy > 0 ? null : idle;
        if (among is null) Lift(line);
        else if (line.Place is null || line.Place.List != among)
        {
            Lift(line);
            Place(line, !sits ? Of(line.Network).Asked : idle);
        }
    }

    private void Rise(Line line)
    {
        if (line.Who is not { } who) return;
        if (line.IsSure && !who.Leads) sure--;
        if (--seated[who.Id] == 0) seated.Remove(who.Id);
        sitting.Remove(line);
        (line.Who, line.IsSure) = (null, false);
    }

    private void End(Line line)
    {
        lock (gate)
        {
            line.Busy--;
            if (line is { IsGone: false, Busy: 0, IsSure: true, Place: null }) Place(line, idle);
        }
    }

    private Others Of(IPAddress network) => seatless.TryGetValue(network, out var others) ? others : seatless[network] = new();

    private static void Place(Line line, LinkedList<Line> among) => line.Place = among.AddLast(line);

    private void Lift(Line line)
    {
        if (line.Place is not { List: { } among } place) return;
        among.Remove(place);
        line.Place = null;
        if (among != idle && seatless[line.Network].Count == 0) seatless.Remove(line.Network);
    }

    private static void Abort(List<Line> going)
    {
        foreach (var line in going) line.Abort();
    }

    /// <summary>Those of one network who have no seat, each longest first: who said nothing since they came, and who asked for something.</summary>
    private sealed class Others
    {
        public LinkedList<Line> Silent { get; } = [];

        public LinkedList<Line> Asked { get; } = [];

        public int Count => Silent.Count + Asked.Count;
    }

    private sealed class Asking(LineBook book, Line line) : IDisposable
    {
        public void Dispose() => book.End(line);
    }
}
