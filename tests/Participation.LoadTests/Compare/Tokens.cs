using System.Security.Cryptography;
using System.Text;

namespace Participation.LoadTests.Compare;

/// <summary>Proof of a seat: its name and a keyed hash of it.</summary>
internal sealed class Tokens
{
    private readonly byte[] key = RandomNumberGenerator.GetBytes(32);

    public string Key => Convert.ToHexStringLower(key);

    public string Of(string seat) => $"{seat}.{Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(seat)))}";
}
