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
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    [InlineData("\0=1")]
    [InlineData("   =1")]
    [InlineData("\u00A0\u3000=1")]
    [InlineData("＝1+1")]
    [InlineData("＋1")]
    [InlineData("－1")]
    [InlineData("＠a")]
    [InlineData("\uFEFF=1")]
    public void A_formula_becomes_text(string cell) => Assert.Equal("'" + cell, Read(Csv.Write(["a"], [[cell]]))[1][0]);

    [Theory]
    [InlineData("più alberi")]
    [InlineData("a=b")]
    [InlineData("a,\"b\"\r\nc;d")]
    [InlineData("")]
    [InlineData("DDE (\"cmd\";\"/C calc\";\"!A0\")A0")]
    public void Other_text_stays_as_it_was_said(string cell) => Assert.Equal(cell, Read(Csv.Write(["a", "b"], [["x", cell]]))[1][1]);

    [Fact]
    public void The_file_starts_with_the_mark_of_utf_8_and_ends_its_lines_as_the_standard_says()
    {
        var file = Csv.Write(["n", "words"], [["1", "a"], [null, "è"]]);
        Assert.Equal([0xEF, 0xBB, 0xBF], file[..3]);
        Assert.Equal("n,words\r\n1,a\r\n,è\r\n", Encoding.UTF8.GetString(file[3..]));
    }

    [Fact]
    public void Whatever_is_written_is_read_back_and_never_starts_as_a_formula() => Prop.ForAll(
        ArbMap.Default.ArbFor<NonNull<string>>(),
        text =>
        {
            var cell = Read(Csv.Write(["a", "b"], [["x", text.Get]]))[1][1];
            var lasting = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.Get));
            return (cell == lasting || cell == "'" + lasting) && !cell.TrimStart().StartsWith(['=', '+', '-', '@', '\0']);
        }).QuickCheckThrowOnFailure();

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

file static class FirstSign
{
    public static bool StartsWith(this string text, char[] signs) => text.Length > 0 && signs.Contains(text[0]);
}
