using System.Text;

namespace Participation.LoadTests.Polis;

/// <summary>The lines of a CSV file (RFC 4180): cells may be quoted, and hold commas, quotes and line ends then.</summary>
internal static class CsvFile
{
    /// <summary>Every line as its cells, in order; empty lines are none.</summary>
    /// <exception cref="FormatException">A quote is not closed.</exception>
    public static IEnumerable<string[]> Read(TextReader text)
    {
        var (cells, cell, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var c = text.Read(); c >= 0; c = text.Read())
        {
            if (quoted)
            {
                if (c != '"') cell.Append((char)c);
                else if (text.Peek() == '"') cell.Append((char)text.Read());
                else quoted = false;
            }
            else if (c == '"') quoted = true;
            else if (c == ',') Close();
            else if (c == '\n')
            {
                if (Line() is { } line) yield return line;
            }
            else if (c != '\r') cell.Append((char)c);
        }
        if (quoted) throw new FormatException("A quoted cell has no end.");
        if (Line() is { } last) yield return last;

        void Close()
        {
            cells.Add(cell.ToString());
            cell.Clear();
        }

        string[]? Line()
        {
            if (cells.Count == 0 && cell.Length == 0) return null;
            Close();
            string[] line = [.. cells];
            cells.Clear();
            return line;
        }
    }
}
