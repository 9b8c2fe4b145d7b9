using System.Collections.Concurrent;
using Participation.Server.Storage;

namespace Participation.Server.Accounts;

/// <summary>All accounts, and which sessions each leads besides its own; kept in memory, written first.</summary>
public sealed class AccountBook(AccountFile file, TimeProvider clock)
{
    private sealed record Stored(byte[] Id, string Name, string Role, string Password, string? Totp, long TotpStep, long Disabled, long Created);

    private sealed record Led(byte[] Account, byte[] Session);

    private readonly ConcurrentDictionary<Guid, Account> all = new(file.Read<Stored>("SELECT id, name, role, password, totp, totpStep, disabled, created FROM account")
        .Select(row => new Account(Row.Id(row.Id), row.Name, Enum.Parse<AccountRole>(row.Role), row.Password, row.Totp, row.TotpStep, row.Disabled != 0,
            DateTimeOffset.FromUnixTimeMilliseconds(row.Created)))
        .Select(account => KeyValuePair.Create(account.Id, account)));

    private readonly ConcurrentDictionary<(Guid Account, Guid Session), bool> leads = new(file.Read<Led>("SELECT account, session FROM leads")
        .Select(row => KeyValuePair.Create((Row.Id(row.Account), Row.Id(row.Session)), true)));

    public bool Any => !all.IsEmpty;

    public IReadOnlyList<Account> All => [.. all.Values.OrderBy(account => account.Created)];

    public Account? Find(Guid id) => all.GetValueOrDefault(id);

    public Account? Named(string name)
    {
        var key = Account.Key(name);
        // Of a file from before two names may look alike: then it is the one that is written so.
        return all.Values.Where(account => Account.Key(account.Name) == key).OrderByDescending(account => account.Name == name.Trim()).FirstOrDefault();
    }

    /// <summary>Whether somebody else's name could be taken for this one. Two of an older file stay as they are.</summary>
    public bool HasLike(string name) => all.Values.Any(account => Likeness.Between(account.Name, name));

    /// <summary>A new account; null when the name, or one that looks like it, is taken, or when it should be the first and is not.</summary>
    public Account? Add(string name, AccountRole role, string password, bool first = false)
    {
        lock (file.Gate)
        {
            if (first && Any || Named(name) is not null || HasLike(name)) return null;
            var account = new Account(Guid.NewGuid(), name.Trim(), role, password, null, 0, false, clock.GetUtcNow());
            file.Write(
                "INSERT INTO account (id, name, key, role, password, totp, totpStep, disabled, created) VALUES (@Id, @Name, @Key, @Role, @Password, NULL, 0, 0, @Created)",
                new
                {
                    Id = Row.Bytes(account.Id), account.Name, Key = Account.Key(account.Name), Role = role.ToString(), Password = password, Created = account.Created.ToUnixTimeMilliseconds(),
                });
            return all[account.Id] = account;
        }
    }

    /// <summary>Changes password, second factor or whether it may sign in.</summary>
    public Account Change(Guid id, Func<Account, Account> how)
    {
        lock (file.Gate)
        {
            var account = how(all[id]);
            file.Write("UPDATE account SET password = @Password, totp = @Totp, totpStep = @TotpStep, disabled = @Disabled WHERE id = @Id",
                new { account.Password, account.Totp, account.TotpStep, Disabled = account.Disabled ? 1 : 0, Id = Row.Bytes(id) });
            return all[id] = account;
        }
    }

    /// <summary>Takes a half minute's code as used; false when it, or a later one, was used before.</summary>
    public bool UseStep(Guid id, long step)
    {
        lock (file.Gate)
        {
            if (all[id].TotpStep >= step) return false;
            Change(id, account => account with { TotpStep = step });
            return true;
        }
    }

    public bool Leads(Guid account, Guid session) => leads.ContainsKey((account, session));

    /// <summary>From now on this account leads that session too.</summary>
    public void Lead(Guid account, Guid session)
    {
        file.Write("INSERT OR IGNORE INTO leads (account, session) VALUES (@Account, @Session)", new { Account = Row.Bytes(account), Session = Row.Bytes(session) });
        leads[(account, session)] = true;
    }
}
