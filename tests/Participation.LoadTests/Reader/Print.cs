using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Participation.LoadTests.Reader;

/// <summary>
/// A report on paper, read as pdftotext reads it. Lines are broken where the paper ends, so that texts are compared by the signs that count alone
/// (<see cref="Bare"/>); a row of the annex begins with its contribution's number and tells after a dash who gave it.
/// </summary>
internal sealed partial class Print
{
    private Print(IReadOnlyList<string> lines, string heading)
    {
        var at = lines.ToList().FindLastIndex(line => Bare(line) == Bare(heading));
        HasAnnex = at >= 0;
        if (at < 0) at = lines.Count;
        Annex = [.. RowsOf(lines.Skip(at + 1))];
        Results = string.Join(' ', lines.Take(at)).Normalize(NormalizationForm.FormKC);
        All = Bare(string.Concat(lines));
    }

    public bool HasAnnex { get; }

    /// <summary>Each row of the annex from behind its number on.</summary>
    public IReadOnlyList<string> Annex { get; }

    /// <summary>All before the annex in one line.</summary>
    public string Results { get; }

    /// <summary>All words, as <see cref="Bare"/>.</summary>
    public string All { get; }

    /// <param name="heading">What stands over the annex.</param>
    public static async Task<Print> Read(byte[] pdf, string heading)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, pdf);
            using var reader = Process.Start(new ProcessStartInfo("pdftotext", ["-raw", "-enc", "UTF-8", file, "-"]) { RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8 })!;
            var text = await reader.StandardOutput.ReadToEndAsync();
            await reader.WaitForExitAsync();
            return Of(text, heading);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Pages end with a form feed, and with a line that says which page it is.</summary>
    public static Print Of(string text, string heading) => new(
        [.. text.Split('\f').SelectMany(page => page.Split('\n', StringSplitOptions.RemoveEmptyEntries) is { Length: > 1 } lines ? lines[..^1] : [])], heading);

    /// <summary>What <see cref="Bare"/> leaves out, as it may stand between two signs.</summary>
    private const string Unread = @"[\s\p{Cf}\p{Cc}/\u2010\u2011-]*?";

    /// <summary>Without what the setting of type changes: blanks, hyphens, the strokes for many line ends, what nobody sees.</summary>
    public static string Bare(string text)
    {
        var bare = new StringBuilder(text.Length);
        foreach (var sign in text.Normalize(NormalizationForm.FormKC).EnumerateRunes())
            if (!Rune.IsWhiteSpace(sign) && sign.Value is not ('-' or '/' or '\u2010' or '\u2011') && Rune.GetUnicodeCategory(sign) is not (UnicodeCategory.Format or UnicodeCategory.Control)) bare.Append(sign);
        return bare.ToString();
    }

    /// <summary>So many numbers that stand behind a text among the results; the text may be broken anywhere: after a stroke, within a word.</summary>
    public IEnumerable<string> Behind(string text, int numbers) =>
        Regex.Matches(Results, $@"{string.Join(Unread, Bare(text).EnumerateRunes().Select(sign => Regex.Escape(sign.ToString())))}{Unread}((?: \d+){{{numbers}}})(?= |$)").Select(found => found.Groups[1].Value.Trim());

    /// <summary>Whatever a row may say before one of its dashes: one of these is its text.</summary>
    public static IEnumerable<string> Texts(string row)
    {
        for (var dash = row.IndexOf('—', StringComparison.Ordinal); dash >= 0; dash = row.IndexOf('—', dash + 1)) yield return Bare(row[..dash]);
    }

    private static IEnumerable<string> RowsOf(IEnumerable<string> lines)
    {
        StringBuilder? row = null;
        foreach (var line in lines)
        {
            var number = Numbered().Match(line);
            if (!number.Success)
            {
                row?.Append(' ').Append(line);
                continue;
            }
            if (row is not null) yield return row.ToString();
            row = new StringBuilder(line[number.Length..]);
        }
        if (row is not null) yield return row.ToString();
    }

    [GeneratedRegex(@"^\p{Lu}{1,4}-\d{3,}( |$)")]
    private static partial Regex Numbered();
}
