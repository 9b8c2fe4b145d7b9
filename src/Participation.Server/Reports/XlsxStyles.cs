using DocumentFormat.OpenXml.Spreadsheet;

namespace Participation.Server.Reports;

/// <summary>How cells of the four sorts look; text has the format of text, so that it stays text also when somebody edits the cell.</summary>
internal static class XlsxStyles
{
    public const uint Head = 1, Text = 2, Number = 3, Moment = 4;

    // 1 and 49 are the formats "0" and "@" of every spreadsheet; ones of a file's own begin at 164.
    private const uint WholeNumber = 1, AsText = 49, DayAndTime = 164;

    public static Stylesheet For(string language) => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = DayAndTime, FormatCode = DayAndTimeIn(language) }),
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(new CellFormat(), Format(AsText, wraps: true, font: 1), Format(AsText, wraps: true), Format(WholeNumber), Format(DayAndTime)));

    /// <summary>Days as tables of this language write them, with the names of months in it wherever the file is opened.</summary>
    private static string DayAndTimeIn(string language) => language switch { "de" => "[$-407]dd.mm.yyyy hh:mm", "it" => "[$-410]d mmm yyyy hh:mm", _ => "[$-809]d mmm yyyy hh:mm" };

    private static CellFormat Format(uint number, bool wraps = false, uint font = 0) => new(new Alignment { Vertical = VerticalAlignmentValues.Top, WrapText = wraps ? true : null })
    {
        NumberFormatId = number, FontId = font, FillId = 0, BorderId = 0, FormatId = 0, ApplyNumberFormat = true, ApplyFont = true, ApplyAlignment = true,
    };
}
