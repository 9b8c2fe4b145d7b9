using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Participation.Server.Accounts;

/// <summary>Codes of a half minute that an authenticator app shows (RFC 6238: HMAC-SHA-1, six digits, which every app knows).</summary>
public static class Totp
{
    private const int Seconds = 30, Digits = 6;
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>160 random bits, as long as the hash (RFC 4226, section 4).</summary>
    public static byte[] NewSecret() => RandomNumberGenerator.GetBytes(20);

    public static long StepAt(DateTimeOffset time) => time.ToUnixTimeSeconds() / Seconds;

    public static string Code(byte[] secret, long step, int digits = Digits)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        // SHA-1 by the standard, not by choice: what HMAC needs of it still holds.
        var hash = CryptographicOperations.HmacData(HashAlgorithmName.SHA1, secret, counter);
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & int.MaxValue;
        return (number % (long)Math.Pow(10, digits)).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
    }

    /// <summary>The half minute whose code this is, of the running one and its neighbours: clocks differ. Null when it is none of theirs.</summary>
    public static long? Step(byte[] secret, string given, DateTimeOffset now)
    {
        var typed = Encoding.UTF8.GetBytes(new string([.. given.Where(char.IsAsciiDigit)]));
        var here = StepAt(now);
        foreach (var step in new[] { here, here - 1, here + 1 })
            if (CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Code(secret, step)), typed)) return step;
        return null;
    }

    /// <summary>RFC 4648, as apps take it typed.</summary>
    public static string Base32(byte[] secret)
    {
        var text = new StringBuilder();
        for (var bit = 0; bit < secret.Length * 8; bit += 5)
        {
            var value = 0;
            for (var at = bit; at < bit + 5; at++) value = value << 1 | (at < secret.Length * 8 ? secret[at / 8] >> 7 - at % 8 & 1 : 0);
            text.Append(Alphabet[value]);
        }
        return text.ToString();
    }

    /// <summary>What the QR code says to the app.</summary>
    public static string Address(byte[] secret, string name) =>
        $"otpauth://totp/Participation:{Uri.EscapeDataString(name)}?secret={Base32(secret)}&issuer=Participation";
}
