using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Participation.Server.Accounts;

/// <summary>How dear a try of a password is: PBKDF2-HMAC-SHA512 so many times.</summary>
public sealed record PasswordCost(int Iterations)
{
    public static readonly PasswordCost Usual = new(600_000);
}

/// <summary>Hashes passwords and compares them, one at a time: trying many must leave the other processors to the room.</summary>
public sealed class Passwords : IDisposable
{
    private readonly SemaphoreSlim turn = new(1);
    private readonly PasswordHasher<Passwords> hasher;

    /// <summary>What an unknown name is compared with, so that its answer takes as long as a known one's.</summary>
    private readonly string nobodys;

    public Passwords(PasswordCost cost)
    {
        hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = cost.Iterations }));
        nobodys = hasher.HashPassword(this, Token.New());
    }

    public Task<string> Hash(string password) => InTurn(() => hasher.HashPassword(this, Form(password)));

    /// <param name="account">Null for a name that nobody has.</param>
    public Task<bool> Match(Account? account, string password) => InTurn(() =>
        hasher.VerifyHashedPassword(this, account?.Password ?? nobodys, Form(password)) != PasswordVerificationResult.Failed && account is not null);

    public void Dispose() => turn.Dispose();

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

    private async Task<T> InTurn<T>(Func<T> work)
    {
        await turn.WaitAsync();
        try
        {
            return await Task.Run(work);
        }
        finally
        {
            turn.Release();
        }
    }
}
