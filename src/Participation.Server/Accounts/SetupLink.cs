using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Participation.Server.Accounts;

/// <summary>The link that makes a browser the first facilitator's: printed at start, good once, and only from this machine.</summary>
public sealed class SetupLink
{
    private string? key = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));

    public string Path => $"/setup/{key}";

    public bool Use(string given, IPAddress? from)
    {
        if (from is null || !IPAddress.IsLoopback(from)) return false;
        var expected = Volatile.Read(ref key);
        if (expected is null || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(given))) return false;
        return Interlocked.CompareExchange(ref key, null, expected) == expected;
    }
}
