using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Participation.Texts;

/// <summary>
/// A text as it stands in a document: every word of it, in no more lines than its words carry. Whoever types 135 line ends fills no pages: empty lines become one, and
/// a text of more lines than that runs on, a stroke for each line end, as one quotes verse. The record holds what was typed.
/// </summary>
public static partial class Printed
{
    /// <summary>A list of cards in a cell has nine lines at most; whoever writes more short ones reads them in a row.</summary>
    private const int LinesForAnything = 9, SignsForALine = 20;

    public static string Of(string text)
    {
        var plain = PlainDirection.Of(text);
        if (plain.AsSpan().IndexOfAny(Ends) < 0) return plain;
        var lines = Rows(plain);
        // A cell in which somebody will sign.
        if (lines.Count == 0) return plain.Length <= LinesForAnything ? plain : "";
        return lines.Count <= Math.Max(LinesForAnything, plain.EnumerateRunes().Count(IsSeen) / SignsForALine) ? string.Join('\n', lines) : InARow(lines);
    }

    /// <summary>One text among others in a list: only the list begins new lines, so that nobody's words pass for those of another.</summary>
    public static string InARow(string text) => text.AsSpan().IndexOfAny(Ends) < 0 ? text : InARow(Rows(text));

    private static string InARow(List<string> lines) => string.Join(" / ", lines.Where(line => line.Length > 0));

    private static readonly System.Buffers.SearchValues<char> Ends = System.Buffers.SearchValues.Create("\n\r\v\f\u0085\u2028\u2029");

    /// <summary>Its lines; of those in which nothing is seen, one between others.</summary>
    private static List<string> Rows(string text)
    {
        var rows = new List<string>();
        foreach (var line in LineEnd().Split(text))
        {
            if (line.EnumerateRunes().Any(IsSeen)) rows.Add(line.TrimEnd());
            else if (rows is [.., not ""]) rows.Add("");
        }
        if (rows is [.., ""]) rows.RemoveAt(rows.Count - 1);
        return rows;
    }

    private static bool IsSeen(Rune sign) => !Rune.IsWhiteSpace(sign)
        && Rune.GetUnicodeCategory(sign) is not (UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark);

    [GeneratedRegex("\r\n|[\n\r\v\f\u0085\u2028\u2029]")]
    private static partial Regex LineEnd();
}
