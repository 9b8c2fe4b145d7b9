using System.Text;
using Participation.Sessions;

namespace Participation.Server.Accounts;

/// <summary>What somebody with an account may do: lead sessions of their own, see all of them, run the server.</summary>
public enum AccountRole { Facilitator, Coordinator, Administrator }

/// <summary>Somebody who signs in. Neither password nor secret can be read from it.</summary>
/// <param name="Password">The framework's PBKDF2 record: algorithm, iterations, salt and hash.</param>
/// <param name="Totp">The sealed secret of the second factor; null without one.</param>
/// <param name="TotpStep">The last half minute whose code was used: no code is good twice.</param>
public sealed record Account(
    Guid Id, string Name, AccountRole Role, string Password, string? Totp, long TotpStep, bool Disabled, DateTimeOffset Created)
{
    /// <summary>Two names that look alike are one: form, case, outer spaces and signs that nobody sees do not matter.</summary>
    public static string Key(string name) =>
        string.Concat(name.EnumerateRunes().Where(rune => Rune.IsWhiteSpace(rune) || !Blank.Is(rune))).Trim().Normalize(NormalizationForm.FormKC).ToUpperInvariant();
}
