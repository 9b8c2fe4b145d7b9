
namespace Participation.Server.Accounts;

/// <summary>
/// Which of a browser's seats make room for one more when it holds too many: first those that are worth nothing, then those of sessions that are over, the
/// longest ago first. A live seat never goes, nor does one that leads: who has more of them keeps them all.
/// </summary>
/// <param name="began">When a session was opened; null when there is none.</param>
/// <param name="over">Whether a session is closed.</param>
public sealed class SeatRoom(Func<Guid, DateTimeOffset?> began, Func<Guid, Task<bool>> over)
{
    /// <summary>Some 400 bytes each, in every request: proxies take 8 kB of cookies, as they come.</summary>
    public const int Most = 20;

    /// <summary>Whether there is such a session (any more).</summary>
    public bool IsThere(Guid session) => began(session) is not null;

    /// <param name="held">Cookies by name, with the seat that each is; null: it is none.</param>
    public async Task<IReadOnlyList<string>> Leaving(IReadOnlyDictionary<string, Seat?> held)
    {
        var tooMany = held.Count - (Most - 1);
        if (tooMany <= 0) return [];
        var leaving = held.Where(each => each.Value is not { } seat || began(seat.Session) is null).Select(each => each.Key).Take(tooMany).ToList();
        foreach (var (name, seat) in held.Where(each => each.Value is { Role: not Role.Facilitator } && !leaving.Contains(each.Key)).OrderBy(each => began(each.Value!.Session)))
        {
            if (leaving.Count == tooMany) break;
            if (await over(seat!.Session)) leaving.Add(name);
        }
        return leaving;
    }
}
