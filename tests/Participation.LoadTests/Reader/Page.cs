using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Participation.LoadTests.Reader;

/// <summary>A report as a page, read as text: its tables, its quotes, what its figures say to who cannot see them, and the annex, which is the last section.</summary>
internal sealed partial class Page
{
    private readonly string body, annex;

    public Page(string html)
    {
        var main = Styles().Replace(html, "");
        var last = main.LastIndexOf("<section", StringComparison.Ordinal);
        (body, annex, Text) = (last < 0 ? main : main[..last], last < 0 ? "" : main[last..], Decoded(main));
        Heading = Headings().Match(annex) is { Success: true } heading ? Decoded(heading.Groups[1].Value).Trim() : "";
    }

    /// <summary>All words of the page.</summary>
    public string Text { get; }

    /// <summary>What stands over the annex.</summary>
    public string Heading { get; }

    /// <summary>The texts in the annex: the second cell of each row with a number.</summary>
    public IReadOnlyList<string> Annex => [.. Rows(annex).Where(row => row.Count > 2).Select(row => row[1])];

    /// <summary>The rows of all tables before the annex.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Results => [.. Rows(body)];

    public IReadOnlyList<string> Quotes => [.. Quoted().Matches(body).Select(quote => Decoded(quote.Groups[1].Value))];

    /// <summary>The words that stand for a figure.</summary>
    public IReadOnlyList<string> Figures => [.. Alternatives().Matches(body).Select(figure => Decoded(figure.Groups[1].Value))];

    private static IEnumerable<IReadOnlyList<string>> Rows(string html) =>
        RowsOf().Matches(html).Select(row => (IReadOnlyList<string>)[.. Cells().Matches(row.Groups[1].Value).Select(cell => Decoded(cell.Groups[1].Value))]).Where(row => row.Count > 0);

    private static string Decoded(string html) => WebUtility.HtmlDecode(Tags().Replace(html, ""));

    /// <summary>A number as a report prints it, with whatever stands between its thousands; null when it is none.</summary>
    public static int? Number(string cell) =>
        int.TryParse(string.Concat(cell.Where(char.IsAsciiDigit)), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && cell.All(sign => char.IsAsciiDigit(sign) || sign is '.' or ',' or '’' or '\'' or ' ' or '\u00a0' or '\u202f')
            ? number
            : null;

    [GeneratedRegex("<style.*?</style>", RegexOptions.Singleline)]
    private static partial Regex Styles();

    [GeneratedRegex("<h2[^>]*>(.*?)</h2>", RegexOptions.Singleline)]
    private static partial Regex Headings();

    [GeneratedRegex("<tr>(.*?)</tr>", RegexOptions.Singleline)]
    private static partial Regex RowsOf();

    [GeneratedRegex("<td[^>]*>(.*?)</td>", RegexOptions.Singleline)]
    private static partial Regex Cells();

    [GeneratedRegex("<blockquote><p[^>]*>[^<]*<bdi>(.*?)</bdi>", RegexOptions.Singleline)]
    private static partial Regex Quoted();

    [GeneratedRegex("<figure aria-label=\"(.*?)\"", RegexOptions.Singleline)]
    private static partial Regex Alternatives();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();
}
