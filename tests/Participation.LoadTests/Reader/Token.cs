using System.Buffers;
using System.Text;

namespace Participation.LoadTests.Reader;

/// <summary>
/// Texts that are found again as they were given, on any screen, in any file and on paper: each begins with a word that exists once, too short to be broken, without letters that
/// type sets as one, without signs that a page writes otherwise.
/// </summary>
internal static class Token
{
    public const int Length = 8;
    private const char First = 'Q';
    private const string Signs = "bdghkmnprsvwxz";
    private static readonly SearchValues<byte> Known = SearchValues.Create("bdghkmnprsvwxz"u8);

    /// <summary>Where a process begins differs, so that two of them on one server seldom meet.</summary>
    private static int last = Random.Shared.Next(50_000_000);

    public static string Text() => $"{Next()} more shade";

    public static string Next()
    {
        var number = Interlocked.Increment(ref last);
        return string.Create(Length, number, static (word, rest) =>
        {
            word[0] = First;
            for (var at = Length - 1; at > 0; at--, rest /= Signs.Length) word[at] = Signs[rest % Signs.Length];
        });
    }

    /// <summary>The next such word in what arrived, from a place on; null when there is none.</summary>
    public static string? Find(ReadOnlySpan<byte> bytes, ref int from)
    {
        while (bytes[from..].IndexOf((byte)First) is >= 0 and var at)
        {
            from += at + 1;
            if (bytes.Length - from < Length - 1) return null;
            var rest = bytes[from..(from + Length - 1)];
            if (rest.IndexOfAnyExcept(Known) >= 0) continue;
            from += Length - 1;
            return First + Encoding.ASCII.GetString(rest);
        }
        return null;
    }
}
