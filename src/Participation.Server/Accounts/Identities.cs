using Participation.Server.Storage;

namespace Participation.Server.Accounts;

/// <summary>
/// Who is who in the organisation's directory: an account and the subject or verified e-mail address under which the directory knows its owner. Whoever runs
/// the server says so beforehand; no account is made by signing in.
/// </summary>
public sealed class Identities(AccountFile file, AccountBook accounts)
{
    private sealed record Stored(string Key, byte[] Account);

    /// <summary>From now on this account is opened under that name, and under no other; false when it opens another account.</summary>
    public bool Link(Guid account, string name)
    {
        lock (file.Gate)
        {
            if (Owner(Key(name)) is { } owner && owner != account) return false;
            var values = new { Key = Key(name), Account = Row.Bytes(account) };
            file.Write("DELETE FROM identity WHERE account = @Account", values);
            file.Write("INSERT INTO identity (key, account) VALUES (@Key, @Account)", values);
            return true;
        }
    }

    /// <summary>The account of somebody whom the directory let in; null when none was linked, or it is disabled.</summary>
    /// <param name="email">Only one that the directory has verified.</param>
    public Account? Of(string? subject, string? email) => new[] { subject, email }.OfType<string>().Select(name => Owner(Key(name)))
        .OfType<Guid>().Select(accounts.Find).FirstOrDefault() is { Disabled: false } account ? account : null;

    private Guid? Owner(string key) =>
        file.Read<Stored>("SELECT key, account FROM identity").FirstOrDefault(row => row.Key == key) is { } found ? Row.Id(found.Account) : null;

    /// <summary>An address in any case is the same address; a subject is what it is.</summary>
    private static string Key(string name) => name.Contains('@', StringComparison.Ordinal) ? name.Trim().ToLowerInvariant() : name.Trim();
}
