using Participation.LoadTests.Figures;
using Participation.LoadTests.House;
using Participation.LoadTests.Oracle;

namespace Participation.LoadTests.Load;

/// <summary>All that a scenario needs: a server, its sessions with their consoles, phones in them, and what is measured of all.</summary>
internal sealed class Hall : IAsyncDisposable
{
    private readonly Venue venue;
    private readonly TimeSpan healing;

    private Hall(Venue venue, IReadOnlyList<Room> rooms, Crowd crowd, Submissions submissions, Percentiles consoles, Memory? empty, long emptyBytes, TimeSpan healing) =>
        (this.venue, this.healing, Rooms, Crowd, Submissions, Consoles, Empty, EmptyBytes) = (venue, healing, rooms, crowd, submissions, consoles, empty, emptyBytes);

    public ServerProcess? Server => venue.Server;

    public IReadOnlyList<Room> Rooms { get; }

    public Crowd Crowd { get; }

    public Submissions Submissions { get; }

    /// <summary>How long ideas took to the consoles.</summary>
    public Percentiles Consoles { get; }

    /// <summary>The server's memory when nobody was there but the consoles, without garbage; null for a server that was named.</summary>
    public Memory? Empty { get; }

    /// <summary>What was resident then.</summary>
    public long EmptyBytes { get; }

    public static Task<Hall> WithIdeas(Arguments arguments, int participants, Entrance? entrance = null, int sessions = 1) =>
        Fill(arguments, participants, place => WorkshopFolder.WriteIdeas(place, "Load"), entrance, sessions);

    public static async Task<Hall> Fill(Arguments arguments, int participants, Action<string> write, Entrance? entrance = null, int sessions = 1)
    {
        OpenFiles.Need(participants);
        var (submissions, consoles, acknowledging) = (new Submissions(), new Percentiles(), new Percentiles());
        var venue = await Venue.Open(arguments, write);
        var rooms = new List<Room>();
        for (var n = 0; n < sessions; n++)
            rooms.Add(await venue.Hold(new Ledger(acknowledging), "Load", "en", entrance?.Tables ?? 0, new Watch(submissions, consoles).Show));
        var (empty, bytes) = (venue.Server?.Gauge.Read(collect: true), venue.Server?.ResidentBytes ?? 0);
        return new(venue, rooms, await Crowd.Gather(rooms, participants, entrance ?? new()), submissions, consoles, empty, bytes, Healing.Of(arguments));
    }

    public Meters Read() => Meters.Read(Crowd, Server);

    /// <summary>Counts waiting times anew from now on.</summary>
    public Percentiles Acknowledge()
    {
        var acknowledging = new Percentiles();
        foreach (var room in Rooms) room.Ledger.Acknowledging = acknowledging;
        return acknowledging;
    }

    /// <summary>Phones give so many ideas a second in all, by the clock.</summary>
    public Task Give(double rate, double seconds) => Loops.Open(rate, seconds, due => Submissions.Give(Crowd.Next(), due));

    /// <summary>So many ideas are there already when the work begins.</summary>
    public Task Stock(int ideas) => Parallel.ForEachAsync(Enumerable.Range(0, ideas), new ParallelOptions { MaxDegreeOfParallelism = 256 },
        async (_, _) => await Submissions.Give(Crowd.Next(), System.Diagnostics.Stopwatch.GetTimestamp()));

    /// <summary>How long ideas took until they were among those that phones show: all phones, or some of them.</summary>
    public Percentiles OnPhones(IEnumerable<Phone>? some = null)
    {
        var phones = some?.ToList() ?? Crowd.Phones;
        var delivering = new Percentiles();
        foreach (var room in Rooms)
        {
            var due = Submissions.InOrder(room);
            foreach (var phone in phones.Where(phone => phone.Room == room)) phone.Totals.Deliver(due, delivering);
        }
        return delivering;
    }

    /// <summary>What was measured, if the judge lets it count.</summary>
    public async Task<Run> Judged(params IEnumerable<Figure>[] figures)
    {
        var remarks = await Verdict.Of(Crowd, healing);
        return new(
        [
            .. figures.SelectMany(some => some),
            new("connections lost", "", Crowd.Phones.Sum(phone => phone.Screen.Lost)),
            new("numbers missed", "", Crowd.Phones.Sum(phone => phone.Screen.Gaps)),
        ], remarks);
    }

    public async ValueTask DisposeAsync()
    {
        await Crowd.DisposeAsync();
        foreach (var room in Rooms) await room.DisposeAsync();
        await venue.DisposeAsync();
    }
}
