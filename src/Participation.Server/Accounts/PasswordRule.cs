using System.Globalization;
using Participation.Sessions;

namespace Participation.Server.Accounts;

/// <summary>Which passwords are taken (ASVS 5, 6.2): long ones, whatever they are made of, and none that one would try first.</summary>
internal static class PasswordRule
{
    public const int Least = 12, Most = 256;

    /// <summary>What must not be nearly all of a password. Shorter lists than an attacker's, of what reaches twelve characters.</summary>
    private static readonly string[] Common =
    [
        "participation", "partecipazione", "beteiligung", "administrator", "facilitator", "coordinator", "password", "passwort", "kennwort", "contraseña", "passw0rd",
        "qwertyuiop", "qwertzuiop", "asdfghjkl", "zxcvbnm", "qwerty", "1q2w3e4r5t6y", "1234567890", "0987654321", "123456", "654321", "abcdefghijkl", "abcdef",
        "letmein", "welcome", "benvenuto", "willkommen", "iloveyou", "changeme", "monkey", "dragon", "football", "sunshine", "princess", "admin", "secret",
    ];

    /// <summary>A password that is long enough has this much left without the words above and the account's own name.</summary>
    private const int MustRemain = 5;

    /// <summary>The number that the words of a refusal name.</summary>
    public static string? Detail(string code) => code switch
    {
        "password.short" => Least.ToString(CultureInfo.InvariantCulture),
        "password.long" => Most.ToString(CultureInfo.InvariantCulture),
        _ => null,
    };

    /// <summary>The code of why it is not taken; null when it is.</summary>
    public static string? Refused(string? password, string name)
    {
        // The text's own check for what is no text; controls too, which a field cannot show.
        if (password is not null && PlainText.HasControls(password)) return "text.control-character";
        if (PlainText.Check(password, Most).Refused is { } broken) return broken.Code is "text.empty" ? "password.short" : broken.Code is "text.too-long" ? "password.long" : broken.Code;
        if (new StringInfo(password!).LengthInTextElements < Least) return "password.short";
        var rest = password!.ToUpperInvariant();
        foreach (var word in name.Split(' ', '.', '@', '-', '_').Append(name).Concat(Common).Where(word => word.Length > 2).OrderByDescending(word => word.Length))
            rest = rest.Replace(word.ToUpperInvariant(), "", StringComparison.Ordinal);
        return new string([.. rest.Where(char.IsLetterOrDigit)]).Length < MustRemain && rest.Length != password.Length || password.Distinct().Count() < 5
            ? "password.common"
            : null;
    }
}
