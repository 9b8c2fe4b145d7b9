using System.Globalization;
using System.Text;

namespace Participation.Sessions;

/// <summary>What may be written: any text a person can read. It is stored as given, in Unicode's normal form C.</summary>
public static class PlainText
{
    /// <summary>UTF-8 bytes; the frame of the hub is 32 kB.</summary>
    public const int MostBytes = 8 * 1024;

    /// <summary>The text to store, or the code of the reason why not.</summary>
    /// <param name="limit">Graphemes, as a person counts characters.</param>
    public static (string Text, Refusal? Refused) Check(string? given, int limit)
    {
        var broken = given is null || !IsWellFormed(given);
        if (broken) return ("", new Refusal("text.broken"));
        if (given!.Length > MostBytes) return ("", new Refusal("text.too-long", Detail: limit.ToString(CultureInfo.InvariantCulture)));
        var text = given.Normalize(NormalizationForm.FormC);
        if (text.Any(IsForbidden)) return ("", new Refusal("text.control-character"));
        if (!text.EnumerateRunes().Any(IsVisible)) return ("", new Refusal("text.empty"));
        if (Encoding.UTF8.GetByteCount(text) > MostBytes || new StringInfo(text).LengthInTextElements > limit)
            return ("", new Refusal("text.too-long", Detail: limit.ToString(CultureInfo.InvariantCulture)));
        return (text, null);
    }

    /// <summary>Checks an optional short text, such as a place name: null and empty are fine.</summary>
    public static (string? Text, Refusal? Refused) CheckOptional(string? given, int limit)
    {
        if (string.IsNullOrWhiteSpace(given)) return (null, null);
        return Check(given, limit);
    }

    /// <summary>Half a surrogate pair is no text, nor is U+FFFE, which no normal form allows.</summary>
    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\ufffe') return false;
            if (!char.IsSurrogate(text[i])) continue;
            if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1])) return false;
            i++;
        }
        return true;
    }

    private static bool IsForbidden(char c) => char.IsControl(c) && c is not ('\n' or '\t' or '\r');

    private static bool IsVisible(Rune rune) => !Rune.IsWhiteSpace(rune) && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.Control);
}
