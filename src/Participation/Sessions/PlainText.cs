using System.Globalization;
using System.Text;

namespace Participation.Sessions;

/// <summary>
/// What may be written: any text a person can read. It is stored in Unicode's normal form C, with one sort of line end and without the controls that come
/// along from other programs: nobody typed them and nobody sees them, so they are no reason to send a text back.
/// </summary>
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
        var text = WithoutControls(given).Normalize(NormalizationForm.FormC);
        if (Blank.Is(text)) return ("", new Refusal("text.empty"));
        if (Encoding.UTF8.GetByteCount(text) > MostBytes || new StringInfo(text).LengthInTextElements > limit)
            return ("", new Refusal("text.too-long", Detail: limit.ToString(CultureInfo.InvariantCulture)));
        return (text, null);
    }

    /// <summary>Checks an optional short text, such as a place name: null and what shows nothing are fine.</summary>
    public static (string? Text, Refusal? Refused) CheckOptional(string? given, int limit) =>
        Check(given ?? "", limit) is var read && read.Refused?.Code == "text.empty" ? (null, null) : read;

    /// <summary>Whether there is a control in it that no field shows: where a text is not kept but compared, it is refused and not changed.</summary>
    public static bool HasControls(string text) => text.Any(c => char.IsControl(c) && c is not ('\n' or '\t' or '\r'));

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

    /// <summary>
    /// What ends a line in a word processor (U+000B), on a page (U+000C), on a mainframe (U+0085) or in Unicode's own way ends it here too; what separates
    /// the fields of a record is a blank; all other controls vanish: most stand where a PDF breaks a word.
    /// </summary>
    private static string WithoutControls(string text)
    {
        if (!text.Any(c => c is '\u2028' or '\u2029' || char.IsControl(c) && c is not ('\n' or '\t'))) return text;
        var kept = new StringBuilder(text.Length);
        foreach (var c in text.ReplaceLineEndings("\n").Replace('\u000B', '\n'))
        {
            if (c is >= '\u001C' and <= '\u001F') kept.Append(' ');
            else if (!char.IsControl(c) || c is '\n' or '\t') kept.Append(c);
        }
        return kept.ToString();
    }
}
