using CsvHelper;

namespace Participation.Server.Reports;

/// <summary>Tables as CSV (RFC 4180, UTF-8 with a mark for Excel) in which no cell is read as a formula (OWASP ASVS 1.2.10).</summary>
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
                    csv.WriteField(Harmless(cell ?? ""));
                }

                csv.EndRecord();
            }
        }

        return file.ToArray();
    }

    // Spreadsheets skip blanks and read full-width signs as the plain ones, so the first sign that counts is looked for behind them.
    private static string Harmless(string cell)
    {
        foreach (var sign in cell)
        {
            if (sign is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '\0' or '＝' or '＋' or '－' or '＠')
            {
                return "'" + cell;
            }

            if (!char.IsWhiteSpace(sign) && sign is not ('\uFEFF' or '\u200B'))
            {
                return cell;
            }
        }

        return cell;
    }
}
