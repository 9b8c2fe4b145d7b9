using System.Globalization;
using System.Text;
using Participation.Sessions;
using Participation.Sessions.Reporting;

namespace Participation.Server.Pages;

/// <summary>
/// What a file that goes out is called: title, day and the beginning of the fingerprint, as its pages print them, and what it is. Not the session's
/// code: whoever got a report could join by it.
/// </summary>
public static class ReportName
{
    /// <summary>So that nobody passes it on with the report.</summary>
    public const string Record = "CONFIDENTIAL-record";

    private const int Most = 40;

    /// <summary>Three languages make three files; the record itself has none.</summary>
    public static string Of(SessionState session, ReportFrame frame, string what, string ending) =>
        string.Join('-', Plain(session.Opened!.Title.In(frame.Language)), Days(WorkDays.Of(session, frame)),
            frame.Head[..8], what) + (what == Record ? "" : $"-{frame.Language}") + $".{ending}";

    /// <summary>The day of the work; of several the first and the last, as ISO 8601 writes them in names.</summary>
    private static string Days(IReadOnlyList<DateOnly> days) =>
        string.Join("--", new[] { days[0], days[^1] }.Distinct().Select(day => day.ToString("O", CultureInfo.InvariantCulture)));

    /// <summary>Letters and digits that every system takes, with single dashes between them.</summary>
    private static string Plain(string title)
    {
        var plain = new StringBuilder();
        foreach (var sign in title.Replace("ß", "ss", StringComparison.Ordinal).Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (plain.Length == Most) break;
            if (char.IsAsciiLetterOrDigit(sign)) plain.Append(sign);
            else if (plain.Length > 0 && plain[^1] != '-' && CharUnicodeInfo.GetUnicodeCategory(sign) != UnicodeCategory.NonSpacingMark) plain.Append('-');
        }
        return plain.ToString().Trim('-') is { Length: > 0 } name ? name : "session";
    }
}
