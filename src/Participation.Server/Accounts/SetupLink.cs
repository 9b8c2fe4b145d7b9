using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Participation.Server.Accounts;

/// <summary>The link that makes the first account, an administrator's: printed at start while there is none, and good on this machine alone.</summary>
public sealed class SetupLink(AccountBook accounts)
{
    private readonly string key = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));

    /// <summary>Null once there is an account.</summary>
    public string? Path => accounts.Any ? null : $"/setup/{key}";

    public bool Opens(string given, HttpContext http) => !accounts.Any && SafeWay.IsHere(http)
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(given));
}
