using System.Net;

namespace Participation.Server.Lines;

/// <summary>
/// All connections of this server. While there is room everybody is taken. When there is none, somebody without a seat goes for whoever comes: first who never
/// asked for anything, of the network that has most of those, and only then who has not for longest: a hall whose phones load the page holds more lines than each
/// of many attackers, but hardly a silent one. So people with seats come in whatever somebody holds open, and a hall shuts nobody out.
/// </summary>
public sealed class LineBook(Capacity capacity)
{
    /// <summary>Connections of one person that count as theirs: a phone and a few consoles. Further ones are like those of nobody.</summary>
    internal const int OfOnePerson = 32;

    private readonly Lock gate = new();
    private readonly Dictionary<IPAddress, Others> seatless = [];
    private readonly Dictionary<Guid, int> seated = [];
    private int open, files, ended;

    public Capacity Capacity => capacity;

    /// <summary>Connections that are open, and files that are being sent.</summary>
    public int Open => Volatile.Read(ref open) + Volatile.Read(ref files);

    public int Seatless
    {
        get { lock (gate) return seatless.Values.Sum(others => others.Count); }
    }

    /// <summary>Connections that were ended to make room.</summary>
    public int Ended => Volatile.Read(ref ended);

    /// <summary>Takes a new connection; false: there is no room, and nobody without a seat is left who could go.</summary>
    public bool Admit(Line line)
    {
        List<Line> going = [];
        bool taken;
        lock (gate)
        {
            if (!line.IsShared && seatless.TryGetValue(line.Network, out var own) && own.Count >= capacity.SeatlessOfOne) Choose(own, going);
            if (Open >= capacity.Connections && going.Count == 0) Choose(Heaviest, going);
            if (taken = Open < capacity.Connections || going.Count > 0) Put(line);
            // It is open even if it is not taken, until it is closed.
            open++;
        }
        Abort(going);
        return taken;
    }

    /// <summary>Whoever is at its other end has a seat, or is signed in.</summary>
    public void Sit(Line line, Guid who)
    {
        lock (gate)
        {
            // Who holds many already, or was chosen to go meanwhile, is no better off.
            if (line.Who is not null || line.Place is null || seated.GetValueOrDefault(who) >= OfOnePerson) return;
            Remove(line);
            line.Who = who;
            seated[who] = seated.GetValueOrDefault(who) + 1;
        }
    }

    /// <summary>Something was asked over this line: others have been silent for longer.</summary>
    public void Touch(Line line)
    {
        lock (gate)
        {
            if (line.Place is not { } place) return;
            place.List!.Remove(place);
            seatless[line.Network].Asked.AddLast(place);
        }
    }

    /// <summary>A file is being sent, which is as open as a connection; to be called when it is closed.</summary>
    public IDisposable OpenFile()
    {
        List<Line> going = [];
        lock (gate)
        {
            if (Open >= capacity.Connections) Choose(Heaviest, going);
            files++;
        }
        Abort(going);
        return new OneLess(this);
    }

    internal void Leave(Line line)
    {
        lock (gate)
        {
            open--;
            if (line.Place is not null) Remove(line);
            if (line.Who is { } who && --seated[who] == 0) seated.Remove(who);
        }
    }

    private Others? Heaviest => seatless.Values.MaxBy(others => others.Silent.Count) is { Silent.Count: > 0 } silent ? silent : seatless.Values.MaxBy(others => others.Asked.Count);

    /// <summary>Some at a time, so that a flood is not looked through for each that comes.</summary>
    private void Choose(Others? others, List<Line> going)
    {
        for (var left = Math.Max(1, capacity.Connections / 200); left > 0 && (others?.Silent.First ?? others?.Asked.First) is { Value: { } oldest }; left--)
        {
            Remove(oldest);
            going.Add(oldest);
        }
        Interlocked.Add(ref ended, going.Count);
    }

    private void Put(Line line)
    {
        if (!seatless.TryGetValue(line.Network, out var others)) seatless[line.Network] = others = new();
        line.Place = others.Silent.AddLast(line);
    }

    private void Remove(Line line)
    {
        line.Place!.List!.Remove(line.Place);
        line.Place = null;
        if (seatless[line.Network].Count == 0) seatless.Remove(line.Network);
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

    private sealed class OneLess(LineBook book) : IDisposable
    {
        public void Dispose() => Interlocked.Decrement(ref book.files);
    }
}
