using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Participation.Server.Accounts;

/// <summary>The second factor of accounts: begun with a secret, on once a code proved that the app has it. The file holds secrets sealed.</summary>
public sealed class SecondFactor(AccountBook accounts, IDataProtectionProvider protection, TimeProvider clock)
{
    private static readonly TimeSpan Waits = TimeSpan.FromMinutes(10);
    private readonly IDataProtector protector = protection.CreateProtector("totp/1");
    private readonly ConcurrentDictionary<Guid, (byte[] Secret, DateTimeOffset Until)> begun = [];

    public byte[] Begin(Guid account)
    {
        var secret = Totp.NewSecret();
        begun[account] = (secret, clock.GetUtcNow() + Waits);
        return secret;
    }

    /// <summary>Switches it on when the code is one of the secret that was begun.</summary>
    public bool Confirm(Guid account, string code)
    {
        var now = clock.GetUtcNow();
        if (!begun.TryGetValue(account, out var held) || held.Until < now || Totp.Step(held.Secret, code, now) is not { } step) return false;
        begun.TryRemove(account, out _);
        accounts.Change(account, known => known with { Totp = Convert.ToBase64String(protector.Protect(held.Secret)), TotpStep = step });
        return true;
    }

    public void Off(Guid account) => accounts.Change(account, known => known with { Totp = null, TotpStep = 0 });

    /// <summary>Whether a code is right, and was not used before. An account without a second factor needs none.</summary>
    public bool Opens(Account account, string? code)
    {
        if (account.Totp is null) return true;
        try
        {
            return code is not null && Totp.Step(protector.Unprotect(Convert.FromBase64String(account.Totp)), code, clock.GetUtcNow()) is { } step && accounts.UseStep(account.Id, step);
        }
        catch (CryptographicException)
        {
            // The server's keys are gone: an administrator's link gives this account a new password, without a second factor.
            return false;
        }
    }
}
