using Participation.Server.Storage;

namespace Participation.Server.Accounts;

/// <summary>What a link of good faith opens: a new account with a role, an account whose password was forgotten, or the lead of a session.</summary>
public sealed record Invitation(AccountRole? Role, Guid? Account, Guid? Session, DateTimeOffset Expires);

/// <summary>Links that are good once and for three days. Looking at one consumes nothing: a preview in a chat must not burn it.</summary>
public sealed class Invitations(AccountFile file, TimeProvider clock)
{
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(72);

    private sealed record Stored(byte[] Token, string? Role, byte[]? Account, byte[]? Session, long Expires, long? Used);

    /// <summary>The secret of a new link; it stands in no file.</summary>
    public string Make(AccountRole? role = null, Guid? account = null, Guid? session = null)
    {
        var (token, now) = (Token.New(), clock.GetUtcNow());
        file.Write("DELETE FROM invitation WHERE expires < @Now", new { Now = now.ToUnixTimeMilliseconds() });
        // One that went astray before opens nothing any more, above all not after this one was used.
        if (account is { } known) EndFor(known);
        file.Write("INSERT INTO invitation (token, role, account, session, expires) VALUES (@Token, @Role, @Account, @Session, @Expires)", new
        {
            Token = Token.Hash(token), Role = role?.ToString(), Account = account is { } whose ? Row.Bytes(whose) : null,
            Session = session is { } led ? Row.Bytes(led) : null, Expires = (now + Lasts).ToUnixTimeMilliseconds(),
        });
        return token;
    }

    /// <summary>What a link opens, while it does.</summary>
    public Invitation? Look(string token)
    {
        var hash = Token.Hash(token);
        var found = file.Read<Stored>("SELECT token, role, account, session, expires, used FROM invitation").FirstOrDefault(row => row.Token.AsSpan().SequenceEqual(hash));
        return found is { Used: null } && DateTimeOffset.FromUnixTimeMilliseconds(found.Expires) is var expires && expires > clock.GetUtcNow()
            ? new(found.Role is { } role ? Enum.Parse<AccountRole>(role) : null, Id(found.Account), Id(found.Session), expires)
            : null;
    }

    /// <summary>Uses a link up: of two at the same moment one gets true.</summary>
    public bool Use(string token)
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        return file.Write("UPDATE invitation SET used = @now WHERE token = @token AND used IS NULL AND expires > @now", new { now, token = Token.Hash(token) }) == 1;
    }

    /// <summary>A link that was used for something that then failed is good again.</summary>
    public void Return(string token) => file.Write("UPDATE invitation SET used = NULL WHERE token = @token", new { token = Token.Hash(token) });

    /// <summary>Ends the links that would let somebody back into an account.</summary>
    public void EndFor(Guid account) => file.Write("DELETE FROM invitation WHERE account = @Account", new { Account = Row.Bytes(account) });

    /// <summary>Ends the links to lead a session that nobody has used yet.</summary>
    public void EndUnused(Guid session) => file.Write("DELETE FROM invitation WHERE session = @Session AND used IS NULL", new { Session = Row.Bytes(session) });

    private static Guid? Id(byte[]? bytes) => bytes is null ? null : Row.Id(bytes);
}
