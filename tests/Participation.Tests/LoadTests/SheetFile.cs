using System.IO.Compression;
using System.Text;

namespace Participation.Tests.LoadTests;

/// <summary>An .xlsx put together by hand, with no more than the standard asks for: figures are numbers, all else is text.</summary>
internal static class SheetFile
{
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships", Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    public static byte[] Of(IReadOnlyList<IReadOnlyList<string[]>> sheets, Func<string, string>? changed = null)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Put("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets>{string.Concat(sheets.Select((_, at) => $"<sheet name=\"S{at}\" sheetId=\"{at + 1}\" r:id=\"r{at}\"/>"))}</sheets></workbook>");
            Put("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{string.Concat(sheets.Select((_, at) => $"<Relationship Id=\"r{at}\" Target=\"worksheets/sheet{at}.xml\"/>"))}</Relationships>");
            foreach (var (at, rows) in sheets.Index())
                Put($"xl/worksheets/sheet{at}.xml", $"<worksheet xmlns=\"{Main}\"><sheetData>{string.Concat(rows.Select((row, line) => $"<row>{string.Concat(row.Select((text, place) => Cell(text, $"{(char)('A' + place)}{line + 1}")))}</row>"))}</sheetData></worksheet>");

            void Put(string name, string text)
            {
                using var part = archive.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(changed?.Invoke(text) ?? text));
            }
        }
        return file.ToArray();
    }

    private static string Cell(string text, string place) => text.Length == 0 ? ""
        : text.All(char.IsAsciiDigit) ? $"<c r=\"{place}\"><v>{text}</v></c>" : $"<c r=\"{place}\" t=\"inlineStr\"><is><t>{text}</t></is></c>";
}
