using System.Globalization;
using System.Text;
using CsvHelper;
using Participation.Texts;

namespace Participation.Server.Reports;

/// <summary>Tables as CSV (RFC 4180, UTF-8 with a mark for Excel) in which no cell is read as a formula (OWASP ASVS 1.2.10) and none turns round what stands beside it.</summary>
public static class Csv
{
    public static byte[] Write(IEnumerable<string> head, IEnumerable<IReadOnlyList<string?>> rows)
    {
        using var file = new MemoryStream();
        using (var csv = CsvWriter.Create(file, new CsvWriterOptions { WriteByteOrderMark = true, NewLine = "\r\n" }, leaveOpen: true))
        {
            foreach (var row in rows.Prepend([.. head]))
            {
                foreach (var cell in row)
                {
                    csv.WriteField(Harmless(PlainDirection.Of(cell ?? "")));
                }

                csv.EndRecord();
            }
        }

        return file.ToArray();
    }

    // An Italian or German Excel begins a new cell at each ';' and line break that stands within one of ours: each such part is looked at like a cell.
    private static string Harmless(string cell)
    {
        var harmless = new StringBuilder(cell.Length + 1);
        int? begin = 0;
        foreach (var sign in cell.EnumerateRunes())
        {
            if (begin is { } at && (BeginsFormula(sign) || at == 0 && sign.Value is '\t' or '\r' or '\n'))
            {
                harmless.Insert(at, '\'');
                begin = null;
            }

            harmless.Append(sign);
            if (sign.Value is ';' or '\t' or '\r' or '\n') begin = harmless.Length;
            else if (!IsSkipped(sign)) begin = null;
        }

        return harmless.ToString();
    }

    // Spreadsheets read full-width signs as the plain ones.
    private static bool BeginsFormula(Rune sign) => sign.Value is '=' or '+' or '-' or '@' or '\0' or '＝' or '＋' or '－' or '＠';

    /// <summary>Blanks, what nobody sees, and the quotes of a cell: the first sign that counts is looked for behind them.</summary>
    private static bool IsSkipped(Rune sign) =>
        sign.Value == '"' || Rune.IsWhiteSpace(sign) || Rune.GetUnicodeCategory(sign) is UnicodeCategory.Format or UnicodeCategory.Control;
}
