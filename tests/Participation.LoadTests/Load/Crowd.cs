using System.Net;
using Participation.LoadTests.House;
using Participation.LoadTests.Hub;
using Participation.Sessions;

namespace Participation.LoadTests.Load;

/// <summary>A phone in a room, and what it showed.</summary>
internal sealed record Phone(RawHubClient Screen, Room Room, Totals Totals);

/// <summary>How phones come in.</summary>
internal sealed record Entrance
{
    /// <summary>They sit at so many tables in turn; 0: in the plenary.</summary>
    public int Tables { get; init; }

    /// <summary>They call from so many addresses of this machine in turn.</summary>
    public int Addresses { get; init; } = 10;

    /// <summary>See <see cref="RawHubClient.FirstPause"/>.</summary>
    public int FirstPause { get; init; } = 500;

    /// <summary>See <see cref="RawHubClient.Window"/>, for the first so many phones.</summary>
    public (int Phones, int Bytes)? Window { get; init; }

    /// <summary>Called with every frame of every phone, beside the count of its totals.</summary>
    public Func<RawHubClient.Seen>? Shown { get; init; }
}

/// <summary>Phones in one session or several, that take turns.</summary>
internal sealed class Crowd : IAsyncDisposable
{
    private const int AtOnce = 50;

    /// <summary>So many follow their view, to be compared at the end; for the others the numbers and totals must do, or this program would need the processors itself.</summary>
    private const int Followers = 10;

    private readonly List<Phone> phones = [];
    private int turn = -1;

    public IReadOnlyList<Phone> Phones => phones;

    public IReadOnlyList<Room> Rooms { get; private init; } = [];

    /// <summary>All come in and take seats first, and connect then: else each newcomer is told to all who are there.</summary>
    public static async Task<Crowd> Gather(IReadOnlyList<Room> rooms, int participants, Entrance entrance)
    {
        OpenFiles.Need(participants);
        var crowd = new Crowd { Rooms = rooms };
        foreach (var group in Enumerable.Range(0, participants).Chunk(AtOnce))
            crowd.phones.AddRange(await Task.WhenAll(group.Select(place => Seat(rooms[place % rooms.Count], place, participants, entrance))));
        foreach (var group in crowd.phones.Chunk(AtOnce)) await Task.WhenAll(group.Select(phone => phone.Screen.Start()));
        return crowd;
    }

    /// <summary>The first so many get no turn.</summary>
    public int Silent { get; set; }

    /// <summary>Whose turn it is.</summary>
    public Phone Next() => phones[Silent + (int)((uint)Interlocked.Increment(ref turn) % (uint)(phones.Count - Silent))];

    public async ValueTask DisposeAsync() => await Task.WhenAll(phones.Select(phone => phone.Screen.DisposeAsync().AsTask()));

    private static async Task<Phone> Seat(Room room, int place, int participants, Entrance entrance)
    {
        var seat = await room.Doors.Join(room.Code, room.Language, entrance.Tables == 0 ? 0 : 1 + (place % entrance.Tables));
        var (totals, other) = (new Totals(), entrance.Shown?.Invoke());
        var address = room.Doors.Live(room.Session, Role.Participant);
        var follows = place % Math.Max(1, participants / Followers) == 0;
        var screen = new RawHubClient(address, seat.Cookie, follows)
        {
            Shown = (frame, at) =>
            {
                totals.Show(frame, at);
                room.Prints.Take(entrance.Tables == 0 ? 0 : 1 + (place % entrance.Tables), frame);
                other?.Invoke(frame, at);
            },
            Arrived = totals.Note,
            From = IPAddress.TryParse(address.Host, out var ip) && IPAddress.IsLoopback(ip) ? new IPAddress([127, 0, 0, (byte)(2 + (place % entrance.Addresses))]) : null,
            FirstPause = entrance.FirstPause,
            Window = entrance.Window is { } window && place < window.Phones ? window.Bytes : null,
        };
        return new(screen, room, totals);
    }
}
