using System.Net;

namespace Participation.Server.Accounts;

/// <summary>
/// Slows who tries passwords: per name and place, per place, and per name. A place is the browser that signed in to that account before, or else the
/// network's address: strangers who try make strangers wait, and never the owner at their own browser.
/// </summary>
public sealed class SignInTries(TimeProvider clock)
{
    private const int MostKept = 20_000;
    private static readonly TimeSpan Forgotten = TimeSpan.FromHours(1);

    /// <summary>So many tries are free; each one more waits twice as long as the one before, up to a limit.</summary>
    private sealed record Pace(int Free, int MostSeconds);

    private static readonly Pace OfNameThere = new(5, 60), OfPlace = new(30, 10), OfName = new(100, 10);

    private readonly record struct Tried(int Times, DateTimeOffset Next, DateTimeOffset Last);

    private readonly Lock gate = new();
    private readonly Dictionary<string, Tried> tried = [];

    /// <summary>Counts a try before it is made, so that many at once count, too. False: too soon, it is not even looked at.</summary>
    /// <param name="device">The browser's own mark when it signed in to this account before.</param>
    public bool May(string name, IPAddress? from, Guid? device)
    {
        lock (gate)
        {
            var keys = Keys(name, from, device);
            var now = clock.GetUtcNow();
            if (keys.Any(key => tried.TryGetValue(key.Key, out var known) && known.Next > now)) return false;
            if (tried.Count > MostKept) Forget(now);
            foreach (var (key, pace) in keys)
            {
                var times = (tried.TryGetValue(key, out var known) && now - known.Last < Forgotten ? known.Times : 0) + 1;
                var wait = times < pace.Free ? 0 : Math.Min(Math.Pow(2, Math.Min(times - pace.Free, 10)), pace.MostSeconds);
                tried[key] = new(times, now + TimeSpan.FromSeconds(wait), now);
            }
            return true;
        }
    }

    /// <summary>A try was counted and never looked at: it told nobody anything. The waits that other tries have earned stay.</summary>
    public void Unseen(string name, IPAddress? from, Guid? device)
    {
        lock (gate)
            foreach (var (key, pace) in Keys(name, from, device))
                if (tried.TryGetValue(key, out var known) && known.Times > 0) tried[key] = known with { Times = known.Times - 1, Next = known.Times <= pace.Free ? default : known.Next };
    }

    /// <summary>A right password forgets the wrong ones of this name here.</summary>
    public void Right(string name, IPAddress? from, Guid? device)
    {
        lock (gate)
        {
            var keys = Keys(name, from, device);
            tried.Remove(keys[0].Key);
            foreach (var (key, _) in keys.Skip(1))
                if (tried.TryGetValue(key, out var known)) tried[key] = known with { Times = known.Times - 1, Next = default };
        }
    }

    private static (string Key, Pace Pace)[] Keys(string name, IPAddress? from, Guid? device)
    {
        var who = Account.Key(name.Length > 200 ? name[..200] : name);
        if (device is { } own) return [($"{who}|{own}", OfNameThere)];
        var place = DoorTries.Network(from ?? IPAddress.None);
        return [($"{who}|{place}", OfNameThere), ($"|{place}", OfPlace), ($"{who}|", OfName)];
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var key in tried.Where(pair => now - pair.Value.Last > Forgotten).Select(pair => pair.Key).ToList()) tried.Remove(key);
        // All of them are new: a flood of names. What it learns by that is a minute's tries.
        if (tried.Count > MostKept) tried.Clear();
    }
}
