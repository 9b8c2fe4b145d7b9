using System.Collections.Concurrent;
using Participation.Server.Storage;

namespace Participation.Server.Accounts;

/// <summary>One browser in which somebody is signed in.</summary>
/// <param name="Id">Names it in lists; opens nothing.</param>
public sealed record SignIn(Guid Id, Guid Account, DateTimeOffset Created, DateTimeOffset Used, DateTimeOffset Expires);

/// <summary>Who is signed in where. A new random token each time, kept as its hash; its end takes effect at once, on open connections too.</summary>
public sealed class SignIns(AccountFile file, AccountBook accounts, LiveConnections connections, TimeProvider clock)
{
    /// <summary>How long a sign-in lasts, used or not; and how exactly its last use is written down.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(30), Noted = TimeSpan.FromMinutes(10);

    private sealed record Stored(byte[] Token, byte[] Id, byte[] Account, long Created, long Used, long Expires);

    private readonly ConcurrentDictionary<string, SignIn> live = new(file.Read<Stored>("SELECT token, id, account, created, used, expires FROM sign_in")
        .Select(row => KeyValuePair.Create(Convert.ToHexString(row.Token), new SignIn(Row.Id(row.Id), Row.Id(row.Account), Time(row.Created), Time(row.Used), Time(row.Expires)))));

    /// <summary>Signs somebody in; the token goes into a cookie and nowhere else.</summary>
    public string Begin(Guid account)
    {
        var (token, now) = (Token.New(), clock.GetUtcNow());
        var made = new SignIn(Guid.NewGuid(), account, now, now, now + Lasts);
        file.Write("INSERT INTO sign_in (token, id, account, created, used, expires) VALUES (@Token, @Id, @Account, @Now, @Now, @Expires)", new
        {
            Token = Token.Hash(token), Id = Row.Bytes(made.Id), Account = Row.Bytes(account),
            Now = now.ToUnixTimeMilliseconds(), Expires = made.Expires.ToUnixTimeMilliseconds(),
        });
        live[Token.Key(token)] = made;
        return token;
    }

    /// <summary>The sign-in behind a token, and whose it is; null once it ended, expired or its account was disabled.</summary>
    public (SignIn SignIn, Account Account)? Of(string? token)
    {
        if (string.IsNullOrEmpty(token) || token.Length > 100) return null;
        var key = Token.Key(token);
        if (!live.TryGetValue(key, out var found) || accounts.Find(found.Account) is not { Disabled: false } account) return null;
        var now = clock.GetUtcNow();
        if (found.Expires <= now)
        {
            End([found]);
            return null;
        }
        if (now - found.Used > Noted && live.TryUpdate(key, found with { Used = now }, found))
            file.Write("UPDATE sign_in SET used = @Used WHERE id = @Id", new { Used = now.ToUnixTimeMilliseconds(), Id = Row.Bytes(found.Id) });
        return (found, account);
    }

    public IReadOnlyList<SignIn> Of(Guid account) =>
        [.. live.Values.Where(one => one.Account == account && one.Expires > clock.GetUtcNow()).OrderByDescending(one => one.Used)];

    /// <summary>Ends one of an account's sign-ins; false when it has none of that name.</summary>
    public bool End(Guid account, Guid signIn)
    {
        var found = live.Values.Where(one => one.Account == account && one.Id == signIn).ToList();
        End(found);
        return found.Count > 0;
    }

    /// <summary>Ends all of an account's sign-ins, but for the one that is named.</summary>
    public void EndAll(Guid account, Guid? but = null) => End([.. live.Values.Where(one => one.Account == account && one.Id != but)]);

    /// <summary>Ends those whose time is over, with the connections that still hang on them.</summary>
    public void EndExpired()
    {
        var now = clock.GetUtcNow();
        End([.. live.Values.Where(one => one.Expires <= now)]);
    }

    private void End(List<SignIn> ended)
    {
        if (ended.Count == 0) return;
        // First from memory: that takes effect, whatever the disk says.
        foreach (var (key, one) in live.Where(pair => ended.Any(end => end.Id == pair.Value.Id)).ToList()) live.TryRemove(key, out _);
        foreach (var one in ended) connections.End(one.Id);
        foreach (var one in ended) file.Write("DELETE FROM sign_in WHERE id = @Id", new { Id = Row.Bytes(one.Id) });
    }

    private static DateTimeOffset Time(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
