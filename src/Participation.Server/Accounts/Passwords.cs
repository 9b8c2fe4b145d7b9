using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Participation.Server.Accounts;

/// <summary>How dear a try of a password is: PBKDF2-HMAC-SHA512 so many times.</summary>
public sealed record PasswordCost(int Iterations)
{
    public static readonly PasswordCost Usual = new(600_000);
}

/// <summary>
/// Hashes passwords and compares them, one at a time: trying many must leave the other processors to the room. A few may wait; whoever comes then is
/// asked to come again, and a browser that is known to the account waits in a line of its own, which strangers cannot fill.
/// </summary>
public sealed class Passwords : IDisposable
{
    private const int MostWaiting = 6;

    private readonly Line strangers = new(), known = new();
    private readonly PasswordHasher<Passwords> hasher;

    /// <summary>What an unknown name is compared with, so that its answer takes as long as a known one's.</summary>
    private readonly string nobodys;

    public Passwords(PasswordCost cost)
    {
        hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = cost.Iterations }));
        nobodys = hasher.HashPassword(this, Token.New());
    }

    public async Task<string> Hash(string password) => (await known.InTurn(() => hasher.HashPassword(this, Form(password)), int.MaxValue, CancellationToken.None))!;

    /// <param name="account">Null for a name that nobody has.</param>
    /// <param name="isKnown">The browser signed in to this account before.</param>
    /// <param name="gone">Whoever asked does not wait for the answer any more.</param>
    /// <returns>Null: too many wait, or nobody is there to be told; it was not looked at.</returns>
    public async Task<bool?> Match(Account? account, string password, bool isKnown, CancellationToken gone = default) => await (isKnown ? known : strangers).InTurn<bool?>(() =>
        hasher.VerifyHashedPassword(this, account?.Password ?? nobodys, Form(password)) != PasswordVerificationResult.Failed && account is not null, MostWaiting, gone);

    public void Dispose()
    {
        strangers.Dispose();
        known.Dispose();
    }

    /// <summary>The same characters typed on two systems may be other bytes: NFC makes them one. Half a surrogate has no form and matches nothing.</summary>
    private static string Form(string password)
    {
        try
        {
            return password.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            return "";
        }
    }

    /// <summary>One after the other, and no more than so many who wait.</summary>
    private sealed class Line : IDisposable
    {
        private readonly SemaphoreSlim turn = new(1);
        private int here;

        public async Task<T?> InTurn<T>(Func<T> work, int mostWaiting, CancellationToken gone)
        {
            try
            {
                if (Interlocked.Increment(ref here) - 1 > mostWaiting) return default;
                await turn.WaitAsync(gone);
                try
                {
                    // From here on it is looked at, whoever waits for it.
                    return await Task.Run(work);
                }
                finally
                {
                    turn.Release();
                }
            }
            catch (OperationCanceledException)
            {
                return default;
            }
            finally
            {
                Interlocked.Decrement(ref here);
            }
        }

        public void Dispose() => turn.Dispose();
    }
}
