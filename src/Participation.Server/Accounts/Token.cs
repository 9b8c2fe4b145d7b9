using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Participation.Server.Accounts;

/// <summary>Secrets that let somebody in: 256 random bits to hand out, and their SHA-256, which alone is kept.</summary>
internal static class Token
{
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    /// <summary>The hash as a key of a dictionary. Equal hashes are the only thing that a comparison can tell, so its time tells nothing.</summary>
    public static string Key(string token) => Convert.ToHexString(Hash(token));
}
