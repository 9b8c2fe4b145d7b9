using System.Collections.Concurrent;
using Participation.Server.Storage;

namespace Participation.Server.Accounts;

/// <summary>The seat of somebody who leads one session by a link and has no account.</summary>
/// <param name="Id">Names it in lists and in its cookie; without the cookie's signature it opens nothing.</param>
public sealed record LeaderSeat(Guid Id, Guid Session, DateTimeOffset Created, DateTimeOffset Expires);

/// <summary>
/// Who leads by a link. A cookie alone cannot be taken back and outlives its browser in a copy: it is worth something while its row stands here. The end
/// of one takes effect at once, on open connections too.
/// </summary>
public sealed class LeaderSeats(AccountFile file, LiveConnections connections, TimeProvider clock)
{
    private sealed record Stored(byte[] Id, byte[] Session, long Created, long Expires);

    private readonly ConcurrentDictionary<Guid, LeaderSeat> live = new(file.Read<Stored>("SELECT id, session, created, expires FROM leader_seat")
        .Select(row => KeyValuePair.Create(Row.Id(row.Id), new LeaderSeat(Row.Id(row.Id), Row.Id(row.Session), Time(row.Created), Time(row.Expires)))));

    public LeaderSeat Begin(Guid session)
    {
        var now = clock.GetUtcNow();
        var made = new LeaderSeat(Guid.NewGuid(), session, now, now + Seats.Kept);
        file.Write("INSERT INTO leader_seat (id, session, created, expires) VALUES (@Id, @Session, @Created, @Expires)", new
        {
            Id = Row.Bytes(made.Id), Session = Row.Bytes(session), Created = now.ToUnixTimeMilliseconds(), Expires = made.Expires.ToUnixTimeMilliseconds(),
        });
        return live[made.Id] = made;
    }

    public bool Holds(Guid id, Guid session) => live.TryGetValue(id, out var seat) && seat.Session == session && seat.Expires > clock.GetUtcNow();

    public IReadOnlyList<LeaderSeat> Of(Guid session) => [.. live.Values.Where(seat => Holds(seat.Id, session)).OrderBy(seat => seat.Created)];

    /// <summary>Takes one back; false when that session has none of that name.</summary>
    public bool End(Guid session, Guid id)
    {
        if (!Holds(id, session)) return false;
        End(id);
        return true;
    }

    /// <summary>Ends those whose time is over, with the connections that still hang on them.</summary>
    public void EndExpired()
    {
        var now = clock.GetUtcNow();
        foreach (var seat in live.Values.Where(seat => seat.Expires <= now)) End(seat.Id);
    }

    private void End(Guid id)
    {
        // First from memory: that takes effect, whatever the disk says.
        live.TryRemove(id, out _);
        connections.End(id);
        file.Write("DELETE FROM leader_seat WHERE id = @Id", new { Id = Row.Bytes(id) });
    }

    private static DateTimeOffset Time(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
