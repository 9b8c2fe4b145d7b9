using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Participation.Server.Reports;

/// <summary>Text as the cells of a spreadsheet hold it (ECMA-376, ST_Xstring): what XML cannot carry is written by its number, and what somebody wrote that looks so keeps its own look.</summary>
internal static partial class XlsxText
{
    private const int MostInAName = 31;

    /// <exception cref="ArgumentException">More than a cell can hold; no text that the house takes is so long.</exception>
    public static string Of(string text)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(text.Length, Xlsx.MostInACell, nameof(text));
        var plain = Escaped().Replace(text, "_x005F_x");
        if (!plain.Any(IsUnfit) && !plain.Any(char.IsSurrogate)) return plain;
        var kept = new StringBuilder(plain.Length);
        for (var i = 0; i < plain.Length; i++)
        {
            if (char.IsSurrogatePair(plain, i)) kept.Append(plain[i++]).Append(plain[i]);
            else if (IsUnfit(plain[i]) || char.IsSurrogate(plain[i])) kept.Append(CultureInfo.InvariantCulture, $"_x{(int)plain[i]:X4}_");
            else kept.Append(plain[i]);
        }

        return kept.ToString();
    }

    /// <exception cref="ArgumentException">Spreadsheets would call the file damaged.</exception>
    public static string SheetName(string name) =>
        name.Length is > 0 and <= MostInAName && name.IndexOfAny(['[', ']', ':', '*', '?', '/', '\\', '\'']) < 0 ? name : throw new ArgumentException($"No sheet can be called «{name}».", nameof(name));

    /// <summary>How many lines a text takes in a column of so many characters, rather one too many than one too few; letters of the far East are two wide.</summary>
    public static int Lines(string text, int width) =>
        text.Split('\n').Sum(line => Math.Max(1, (int)Math.Ceiling(line.Sum(sign => sign >= '\u1100' ? 2 : 1) * 1.15 / width)));

    /// <summary>A … Z, AA …: a column by its place, from 0.</summary>
    public static string Letters(int column) => column < 26 ? $"{(char)('A' + column)}" : Letters(column / 26 - 1) + (char)('A' + column % 26);

    /// <summary>Controls but for tab and line end; a carriage return would come back as a line end.</summary>
    private static bool IsUnfit(char sign) => sign is < ' ' and not ('\t' or '\n') or '\uFFFE' or '\uFFFF';

    /// <summary>The underscore of <c>_x0041_</c> as somebody wrote it.</summary>
    [GeneratedRegex("_x(?=[0-9A-Fa-f]{4}_)", RegexOptions.CultureInvariant)]
    private static partial Regex Escaped();
}
