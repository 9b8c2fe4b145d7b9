using System.Globalization;
using System.Text;

namespace Participation.Writing;

/// <summary>The words of a text without case, accents, punctuation and order: two texts with the same bag say almost the same.</summary>
internal static class WordBag
{
    public static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKD))
        {
            if (char.IsLetterOrDigit(c)) plain.Append(char.ToLowerInvariant(c));
            else if (CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark)) plain.Append(' ');
        }
        var words = plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0) return text;
        Array.Sort(words, StringComparer.Ordinal);
        plain.Clear().Append(words[0]);
        for (var at = 1; at < words.Length; at++)
            if (words[at] != words[at - 1]) plain.Append(' ').Append(words[at]);
        return plain.ToString();
    }
}
