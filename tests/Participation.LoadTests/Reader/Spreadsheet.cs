using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Participation.LoadTests.Reader;

/// <summary>An .xlsx read with nothing but an archive and XML: sheets in order, rows of cells as a person sees them, and what each cell is.</summary>
internal sealed partial class Spreadsheet
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships", Packages = "http://schemas.openxmlformats.org/package/2006/relationships";

    public Spreadsheet(byte[] file)
    {
        using var archive = new ZipArchive(new MemoryStream(file));
        var parts = archive.Entries.Where(entry => entry.FullName.EndsWith(".xml", StringComparison.Ordinal) || entry.FullName.EndsWith(".rels", StringComparison.Ordinal))
            .ToDictionary(entry => entry.FullName, Read);
        Parts = [.. archive.Entries.Select(entry => (entry.FullName, entry.LastWriteTime.DateTime))];
        var targets = parts["xl/_rels/workbook.xml.rels"].Descendants(Packages + "Relationship").ToDictionary(each => (string)each.Attribute("Id")!, each => ((string)each.Attribute("Target")!).TrimStart('/'));
        Sheets = [.. parts["xl/workbook.xml"].Descendants(Main + "sheet").Select(sheet => ((string)sheet.Attribute("name")!, Rows(Part(targets[(string)sheet.Attribute(Relations + "id")!]))))];
        Raw = string.Join('\n', parts.Select(part => part.Value.ToString(SaveOptions.DisableFormatting)));

        XDocument Part(string target) => parts.TryGetValue(target, out var part) ? part : parts[$"xl/{target}"];
    }

    public IReadOnlyList<(string Name, DateTime At)> Parts { get; }

    public IReadOnlyList<(string Name, IReadOnlyList<IReadOnlyList<SheetCell>> Rows)> Sheets { get; }

    /// <summary>All parts as they are stored.</summary>
    public string Raw { get; }

    /// <summary>All that a person can read in it.</summary>
    public string Text => string.Join('\n', Sheets.SelectMany(sheet => sheet.Rows).SelectMany(row => row).Select(cell => cell.Text));

    private static IReadOnlyList<IReadOnlyList<SheetCell>> Rows(XDocument sheet) =>
        [.. sheet.Descendants(Main + "row").Select(row => Filled(row.Elements(Main + "c")))];

    /// <summary>Cells without anything are left out of a file and stand in a row all the same.</summary>
    private static IReadOnlyList<SheetCell> Filled(IEnumerable<XElement> cells)
    {
        var row = new List<SheetCell>();
        foreach (var cell in cells)
        {
            var at = Column((string)cell.Attribute("r")!);
            while (row.Count < at) row.Add(new("", false, false));
            var inline = (string?)cell.Attribute("t") == "inlineStr";
            row.Add(new(inline ? Unescaped(string.Concat(cell.Descendants(Main + "t").Select(text => text.Value))) : (string?)cell.Element(Main + "v") ?? "", inline, cell.Element(Main + "f") is not null));
        }
        return row;
    }

    private static int Column(string place) => place.TakeWhile(char.IsAsciiLetter).Aggregate(0, (column, letter) => column * 26 + letter - 'A' + 1) - 1;

    private static string Unescaped(string text) => Escape().Replace(text, sign => ((char)int.Parse(sign.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());

    private static XDocument Read(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        return XDocument.Load(stream, LoadOptions.PreserveWhitespace);
    }

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_")]
    private static partial Regex Escape();
}

/// <param name="IsText">Whether a spreadsheet takes it for text whatever it looks like.</param>
internal readonly record struct SheetCell(string Text, bool IsText, bool IsFormula);
