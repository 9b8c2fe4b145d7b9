using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using FsCheck;
using FsCheck.Fluent;
using Participation.LoadTests.Reader;
using Participation.Reports;
using Participation.Server.Reports;
using Participation.Sessions;
using Participation.Texts;

namespace Participation.Tests.Reports;

/// <summary>A spreadsheet as another program reads it: what somebody wrote is there as they wrote it, and nothing in it acts.</summary>
public sealed class XlsxTests
{
    [Theory]
    [InlineData("3/4")]
    [InlineData("00123")]
    [InlineData("=1+1")]
    [InlineData("+39 02 1234")]
    [InlineData("@SUM(1+9)*cmd|' /C calc'!A0")]
    [InlineData("1e5")]
    [InlineData("  two blanks, and at the end  ")]
    [InlineData("first\nsecond\ttab")]
    [InlineData("_x0041_ and _x000D_ and __x0041__")]
    [InlineData("<b>&amp;\"'</b>]]>")]
    [InlineData("𝄞 🌳 中文 \uFFFF")]
    [InlineData("a\u0001b\rc\u001F")]
    public void Text_stays_the_text_that_it_is(string text)
    {
        var cell = Read(Sheets([Cell.Of(text)])).Sheets[0].Rows[1][0];
        Assert.Equal(new SheetCell(text, IsText: true, IsFormula: false), cell);
    }

    [Fact]
    public void Whatever_is_written_is_read_back() => Prop.ForAll(
        Gen.OneOf(ArbMap.Default.GeneratorFor<NonNull<string>>().Select(text => text.Get),
            Gen.Elements("=+_x005FABCD \n\r\t\u0000\u000B\uFFFE\uD83C\uDF33".ToCharArray()).ListOf().Select(signs => new string([.. signs]))).ToArbitrary(),
        text =>
        {
            var row = Read(Sheets([Cell.Of(text), Cell.Of("beside")])).Sheets[0].Rows[1];
            return row[0] == new SheetCell(PlainDirection.Of(text), text.Length > 0, false) && row[1].Text == "beside";
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Numbers_and_moments_are_what_they_are_and_empty_cells_leave_their_place()
    {
        var row = Read(Sheets([Cell.Of(1234), null, new MomentCell(new(2026, 10, 29, 17, 30, 0)), Cell.Of("end")])).Sheets[0].Rows[1];
        Assert.Equal(("1234", false), (row[0].Text, row[0].IsText));
        Assert.Equal("", row[1].Text);
        Assert.Equal(new DateTime(2026, 10, 29, 17, 30, 0), DateTime.FromOADate(double.Parse(row[2].Text, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal("end", row[3].Text);
    }

    [Fact]
    public void Other_programs_find_nothing_wrong_with_it_and_the_head_stays_where_it_is()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(Sheets([.. Enumerable.Range(0, 30).Select(n => Cell.Of($"{n}"))], [Cell.Of(3), new MomentCell(new(2026, 1, 1))])), isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(document).Select(error => $"{error.Path?.XPath}: {error.Description}"));
        var raw = Read(Sheets([Cell.Of("a")])).Raw;
        Assert.Contains("ySplit=\"1\"", raw, StringComparison.Ordinal);
        Assert.Contains("state=\"frozen\"", raw, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_sheets_are_the_same_bytes_and_tell_no_time_at_which_they_were_fetched()
    {
        var sheets = Sheets([Cell.Of("a"), Cell.Of(1)]);
        Assert.Equal(sheets, Sheets([Cell.Of("a"), Cell.Of(1)]));
        Assert.All(Read(sheets).Parts, part => Assert.Equal(new DateTime(1980, 1, 1), part.At));
    }

    [Fact]
    public void A_cell_holds_more_than_anybody_can_write_and_would_not_cut_in_silence()
    {
        Assert.InRange(PlainText.MostBytes, 1, Xlsx.MostInACell);
        Assert.Equal(PlainText.MostBytes, Read(Sheets([Cell.Of(new string('a', PlainText.MostBytes))])).Sheets[0].Rows[1][0].Text.Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => Sheets([Cell.Of(new string('a', Xlsx.MostInACell + 1))]));
    }

    [Theory]
    [InlineData("short", 15)]
    [InlineData("a text of some forty signs, in a column of twelve", 75)]
    [InlineData("one\ntwo\nthree", 45)]
    [InlineData("漢字仮名交じり文", 30)]
    public void A_row_is_as_high_as_its_words_need(string text, double points) =>
        Assert.Contains($"<row r=\"2\" ht=\"{points}\">", Read(Sheets([Cell.Of(1), Cell.Of(text)])).Raw.Replace("<x:row", "<row", StringComparison.Ordinal), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("it’s 'so'")]
    [InlineData("A name that is longer than allowed")]
    public void A_name_that_spreadsheets_refuse_is_no_name(string name) => Assert.Throws<ArgumentException>(() => Xlsx.Write(new("en", [new(name, [], [])])));

    private static byte[] Sheets(params IReadOnlyList<Cell?>[] rows) =>
        Xlsx.Write(new("en", [new("First", [.. Enumerable.Range(1, rows.Max(row => row.Count)).Select(n => new SheetColumn($"Column {n}", 12))], rows), new("Second", [new("Head", 10)], [])]));

    private static Spreadsheet Read(byte[] file) => new(file);
}
