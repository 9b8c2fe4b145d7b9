using System.Globalization;
using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Participation.Reports;
using Participation.Texts;
using X = DocumentFormat.OpenXml.Spreadsheet;

namespace Participation.Server.Reports;

/// <summary>
/// Sheets as .xlsx (ECMA-376). A text is a text for whatever opens it: no formula, no date, no link. The same workbook gives the same bytes, and
/// nothing in it says when or by whom it was fetched.
/// </summary>
public static class Xlsx
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Characters that a cell can hold. Nobody here can write so much: a text has at most 8 kB.</summary>
    public const int MostInACell = 32_767;

    /// <summary>A row can be no higher; the cell holds the whole text all the same.</summary>
    private const double PointsOfALine = 15, MostPoints = 409;

    public static byte[] Write(Workbook book)
    {
        using var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            // Ids that are given are the same each time; those that the library makes are of chance.
            var (whole, sheets) = (document.AddWorkbookPart(), new X.Sheets());
            document.ChangeIdOfPart(whole, "book");
            foreach (var (at, sheet) in book.Sheets.Index())
            {
                var id = $"sheet{at + 1}";
                WriteSheet(whole.AddNewPart<WorksheetPart>(id), sheet);
                sheets.Append(new X.Sheet { Name = XlsxText.SheetName(sheet.Name), SheetId = (uint)at + 1, Id = id });
            }

            whole.AddNewPart<WorkbookStylesPart>("styles").Stylesheet = XlsxStyles.For(book.Language);
            whole.Workbook = new X.Workbook(sheets, new X.DefinedNames(book.Sheets.Select((sheet, at) => (OpenXmlElement)new X.DefinedName($"'{sheet.Name}'!$1:$1")
            {
                Name = "_xlnm.Print_Titles", LocalSheetId = (uint)at,
            })));
        }

        return WithoutTimes(file);
    }

    private static void WriteSheet(WorksheetPart part, Sheet sheet)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new X.Worksheet());
        writer.WriteElement(new X.SheetProperties(new X.PageSetupProperties { FitToPage = true }));
        writer.WriteElement(new X.SheetViews(new X.SheetView(
            new X.Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = X.PaneValues.BottomLeft, State = X.PaneStateValues.Frozen }) { WorkbookViewId = 0 }));
        writer.WriteElement(new X.SheetFormatProperties { DefaultRowHeight = PointsOfALine });
        writer.WriteElement(new X.Columns(sheet.Columns.Select((column, at) => new X.Column { Min = (uint)at + 1, Max = (uint)at + 1, Width = column.Width, CustomWidth = true })));
        writer.WriteStartElement(new X.SheetData());
        WriteRow(writer, 1, sheet, [.. sheet.Columns.Select(column => new TextCell(column.Head))], XlsxStyles.Head);
        foreach (var (at, row) in sheet.Rows.Index()) WriteRow(writer, at + 2, sheet, row, null);
        writer.WriteEndElement();
        writer.WriteElement(new X.AutoFilter { Reference = $"A1:{XlsxText.Letters(sheet.Columns.Count - 1)}{sheet.Rows.Count + 1}" });
        writer.WriteElement(new X.PageSetup { PaperSize = 9, Orientation = X.OrientationValues.Landscape, FitToHeight = 0 });
        writer.WriteEndElement();
    }

    /// <summary>As high as its longest text needs: not every program looks for itself when it opens a file. Who draws a row higher or lower may.</summary>
    private static void WriteRow(OpenXmlWriter writer, int number, Sheet sheet, IReadOnlyList<Cell?> cells, uint? style)
    {
        var lines = cells.Zip(sheet.Columns, (cell, column) => cell is TextCell text ? XlsxText.Lines(text.Text, column.Width) : 1).Append(1).Max();
        writer.WriteStartElement(new X.Row { RowIndex = (uint)number, Height = Math.Min(lines * PointsOfALine, MostPoints) });
        foreach (var (at, cell) in cells.Index())
            if (cell is not null) writer.WriteElement(CellOf(cell, $"{XlsxText.Letters(at)}{number}", style));
        writer.WriteEndElement();
    }

    private static X.Cell CellOf(Cell cell, string place, uint? style) => cell switch
    {
        NumberCell number => new() { CellReference = place, StyleIndex = style ?? XlsxStyles.Number, CellValue = new X.CellValue(number.N) },
        MomentCell moment => new() { CellReference = place, StyleIndex = style ?? XlsxStyles.Moment, CellValue = new X.CellValue(moment.At.ToOADate().ToString("R", CultureInfo.InvariantCulture)) },
        TextCell text => new()
        {
            CellReference = place, StyleIndex = style ?? XlsxStyles.Text, DataType = X.CellValues.InlineString,
            InlineString = new X.InlineString(new X.Text(XlsxText.Of(PlainDirection.Of(text.Text))) { Space = SpaceProcessingModeValues.Preserve }),
        },
        _ => throw new NotSupportedException($"Say how a {cell.GetType().Name} is written."),
    };

    /// <summary>An archive notes of each part when it was packed: the first day that it can tell stands there.</summary>
    private static byte[] WithoutTimes(MemoryStream file)
    {
        using (var archive = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
            foreach (var entry in archive.Entries) entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
        return file.ToArray();
    }
}
