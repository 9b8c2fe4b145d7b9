using System.Text;

namespace Participation.Texts;

/// <summary>
/// Text for a place without markup (a cell of a file, a title, a log): nothing in it turns round what stands beside it. What was typed stays in the record; on screens and
/// pages markup keeps each text to itself.
/// </summary>
public static class PlainDirection
{
    public static string Of(string text)
    {
        if (!text.Any(IsSteering)) return text;
        var (kept, opened) = (new StringBuilder(text.Length), new Stack<int>());
        // Marks help whoever writes from the right, and do no more there than a letter does; in other words they are of no use but to turn what follows.
        var marks = text.Any(IsFromTheRight);
        foreach (var sign in text)
        {
            if (EndsParagraph(sign)) Unwind(kept, opened);
            if (IsIsolate(sign)) opened.Push(kept.Length);
            if (sign == '\u2069' && !opened.TryPop(out _)) continue;
            if (!IsTurning(sign) && (marks || !IsMark(sign))) kept.Append(sign);
        }
        Unwind(kept, opened);
        return kept.ToString();
    }

    /// <summary>An isolate that nothing closes before its paragraph ends is taken out: the last first, so that the places of the others hold.</summary>
    private static void Unwind(StringBuilder kept, Stack<int> opened)
    {
        while (opened.TryPop(out var at)) kept.Remove(at, 1);
    }

    private static bool IsSteering(char sign) => IsTurning(sign) || IsIsolate(sign) || IsMark(sign) || sign == '\u2069';

    /// <summary>Embeddings and overrides, with their end, and the old signs for shapes: even when they are closed, what stands beside them can move.</summary>
    private static bool IsTurning(char sign) => sign is (>= '\u202A' and <= '\u202E') or (>= '\u206A' and <= '\u206F');

    private static bool IsIsolate(char sign) => sign is >= '\u2066' and <= '\u2068';

    private static bool IsMark(char sign) => sign is '\u200E' or '\u200F' or '\u061C';

    private static bool EndsParagraph(char sign) => sign is '\n' or '\r' or '\u001C' or '\u001D' or '\u001E' or '\u0085' or '\u2029';

    /// <summary>Hebrew, Arabic, Syriac, Thaana, N'Ko and their neighbours, with the presentation forms; those beyond the first plane begin with these halves.</summary>
    private static bool IsFromTheRight(char sign) =>
        sign is (>= '\u0590' and <= '\u08FF' and not '\u061C') or (>= '\uFB1D' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFC') or '\uD802' or '\uD803' or '\uD83A' or '\uD83B';
}
