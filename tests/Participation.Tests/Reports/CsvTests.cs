using System.Text;
using CsvHelper;
using FsCheck;
using FsCheck.Fluent;
using Participation.Server.Reports;

namespace Participation.Tests.Reports;

public sealed class CsvTests
{
    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(1+9)*cmd|' /C calc'!A0")]
    [InlineData("\0=1")]
    [InlineData("   =1")]
    [InlineData("\u00A0\u3000=1")]
    [InlineData("＝1+1")]
    [InlineData("＋1")]
    [InlineData("－1")]
    [InlineData("＠a")]
    [InlineData("\uFEFF=1")]
    [InlineData("\u00AD\u200D=1")]
    [InlineData("\U000E0001=1")]
    public void A_formula_becomes_text(string cell) => Assert.Equal("'" + cell, Read(Csv.Write(["a"], [[cell]]))[1][0]);

    [Theory]
    [InlineData("a;=1+1", "a;'=1+1")]
    [InlineData("a; \u200B@x", "a;' \u200B@x")]
    [InlineData("a\n- one\n- two", "a\n'- one\n'- two")]
    [InlineData("a;\"=1", "a;'\"=1")]
    [InlineData("\t=1", "'\t'=1")]
    [InlineData("\r=1", "'\r'=1")]
    public void What_a_spreadsheet_with_semicolons_takes_for_a_cell_is_none_with_a_formula(string cell, string written) =>
        Assert.Equal(written, Read(Csv.Write(["a"], [[cell]]))[1][0]);

    [Theory]
    [InlineData("più alberi")]
    [InlineData("a=b")]
    [InlineData("a,\"b\"\r\nc;d")]
    [InlineData("")]
    [InlineData("DDE (\"cmd\";\"/C calc\";\"!A0\")A0")]
    public void Other_text_stays_as_it_was_said(string cell) => Assert.Equal(cell, Read(Csv.Write(["a", "b"], [["x", cell]]))[1][1]);

    [Theory]
    [InlineData("abc\u202E", "abc")]
    [InlineData("\u2067=1+1", "'=1+1")]
    [InlineData("a\u202D;\u202E=1", "a;'=1")]
    [InlineData("שלום\u200F", "שלום\u200F")]
    public void No_cell_turns_round_the_ones_beside_it(string cell, string written)
    {
        Assert.Equal(written, Read(Csv.Write(["a"], [[cell]]))[1][0]);
        Assert.Equal(written, Read(Csv.Write([cell], []))[0][0]);
    }

    [Fact]
    public void The_file_starts_with_the_mark_of_utf_8_and_ends_its_lines_as_the_standard_says()
    {
        var file = Csv.Write(["n", "words"], [["1", "a"], [null, "è"]]);
        Assert.Equal([0xEF, 0xBB, 0xBF], file[..3]);
        Assert.Equal("n,words\r\n1,a\r\n,è\r\n", Encoding.UTF8.GetString(file[3..]));
    }

    [Fact]
    public void Whatever_is_written_is_read_back_and_no_reader_finds_a_formula() => Prop.ForAll(
        Gen.OneOf(ArbMap.Default.GeneratorFor<NonNull<string>>().Select(text => text.Get),
            Gen.Elements("=+-@;\t\r\n\",a '\0\u200B\u00AD＝".ToCharArray()).ListOf().Select(signs => new string([.. signs]))).ToArbitrary(),
        text =>
        {
            var file = Csv.Write(["a", "b"], [["x", text], [text, "y"]]);
            var rows = Read(file);
            var lasting = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
            return Plain(rows[1][1]) == Plain(lasting) && rows[2][0] == rows[1][1] && !BeginsFormula(rows[1][1])
                && !Encoding.UTF8.GetString(file).Split([';', '\t', '\r', '\n']).Any(BeginsFormula);
        }).QuickCheckThrowOnFailure();

    private static string Plain(string cell) => cell.Replace("'", "", StringComparison.Ordinal);

    private static bool BeginsFormula(string cell) =>
        cell.FirstOrDefault(sign => !char.IsWhiteSpace(sign) && sign is not ('"' or '\u200B' or '\u00AD' or '\uFEFF'), 'a') is '=' or '+' or '-' or '@' or '\0' or '＝';

    private static List<string[]> Read(byte[] file)
    {
        using var reader = CsvReader.Create(new MemoryStream(file), new CsvReaderOptions { HasHeader = false, Separator = ',' });
        var rows = new List<string[]>();
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
        }

        return rows;
    }
}
