using System.Globalization;
using Participation.Reports;
using Participation.Server.Reports;
using Participation.Texts;

namespace Participation.Tests.Reports;

/// <summary>A document is as long as what was said, whatever somebody types to make it longer, and no word of it is missing.</summary>
public sealed class PrintedTests(EngineFixture engine) : IClassFixture<EngineFixture>
{
    private const int Copies = 12;

    private static readonly string[] Ends = ["\n", "\r", "\r\n", "\v", "\f", "\u0085", "\u2028", "\u2029", "\n\n\n", "\n\u200B\n \u2028\u00A0\n"];

    public static TheoryData<string, string> Evil => new(
        Ends.Select(end => ($"136 letters with {string.Join(' ', end.Select(sign => $"U+{(int)sign:X4}"))} between", string.Join(end, Enumerable.Range(0, 136).Select(n => (char)('a' + n % 26)))))
            .Concat(
            [
                ("line ends before and behind", new string('\n', 200) + "words" + new string('\u2028', 200)), ("tabs", "a" + new string('\t', 270) + "b"), ("blanks", "a" + new string(' ', 270) + "b"),
                ("hard blanks", "a" + new string('\u00A0', 270) + "b"), ("2,000 without a blank", new string('x', 2_000)), ("2,000 wide ones", new string('漢', 2_000)), ("from the right", new string('ש', 2_000)),
                ("piles of marks", string.Concat(Enumerable.Repeat("e\u0301\u0323\u0308\u0330\u0301\u0300", 280))), ("marks alone", new string('\u0301', 2_000)), ("nothing to be seen", "a" + new string('\u200B', 2_000) + "b"),
                ("overrides", string.Concat(Enumerable.Repeat("\u202E\u2067a", 500))), ("families", string.Concat(Enumerable.Repeat("\U0001F469\u200D\U0001F469\u200D\U0001F467", 140))), ("soft hyphens", string.Concat(Enumerable.Repeat("a\u00AD", 280))),
            ]));

    [Theory, MemberData(nameof(Evil))]
    public async Task No_text_takes_more_pages_than_twice_those_of_plain_words_of_its_length(string what, string text)
    {
        Assert.NotEmpty(what);
        var plain = string.Concat(Enumerable.Repeat("many words ", 1 + new StringInfo(text).LengthInTextElements / 11));
        using var evil = await engine.Set(Everywhere(text));
        using var mild = await engine.Set(Everywhere(plain));
        Assert.True(evil.Pages <= 2 * mild.Pages, $"{evil.Pages} pages; of plain words {mild.Pages}");
        evil.Check();
    }

    [Fact]
    public void Of_line_ends_as_many_are_printed_as_the_words_carry_and_no_word_is_lost()
    {
        var words = Enumerable.Range(0, 136).Select(n => $"w{n}").ToArray();
        foreach (var end in Ends)
        {
            var printed = Printed.Of(string.Join(end, words));
            Assert.DoesNotContain('\n', printed);
            Assert.Equal(words, printed.Split([' ', '/', '\n'], StringSplitOptions.RemoveEmptyEntries));
        }
        Assert.Equal("a\nb", Printed.Of("\n \na  \r\nb\u2028\u200B\n"));
        Assert.Equal("a\n\nb", Printed.Of("a\n\n\u200B\n\n\n\nb"));
        Assert.Equal("a\nb\nc\nd", Printed.Of("a\nb\nc\nd"));
        Assert.Equal("a / b / c / d / e / f / g / h / i / j", Printed.Of("a\nb\nc\nd\n\ne\nf\ng\nh\ni\nj"));
        Assert.Equal("\u00A0\n\u00A0", Printed.Of("\u00A0\n\u00A0"));
        Assert.Equal("a / IM-002 what nobody else said", Printed.InARow("a\n\u2028IM-002 what nobody else said\n"));
        var paragraphs = string.Join("\n\n", Enumerable.Repeat("Somebody wrote a few sentences that are longer than a line of the page.", 20));
        Assert.Equal(paragraphs, Printed.Of(paragraphs));
        Assert.Equal("=1\n- two", Printed.Of("=1\n- two"));
        Assert.Equal("a\tb  c ", Printed.Of("a\tb  c "));
    }

    [Fact]
    public void The_page_and_the_typesetter_are_told_the_same_text()
    {
        const string Text = "one\u2028\u2028\u2028two\u202E three";
        Assert.Contains(">one\n\ntwo three<", System.Net.WebUtility.HtmlDecode(HtmlReport.Write(SampleReport.Holding(new Lead(Text)))), StringComparison.Ordinal);
        Assert.Contains("\"one\\n\\ntwo three\"", System.Text.Json.JsonSerializer.Serialize(SampleReport.Holding(new Lead(Text)), ReportJson.Options), StringComparison.Ordinal);
    }

    private static Report Everywhere(string text) => SampleReport.Holding(
        new Table("Running", "n", [new Column("No.", 1), new Column("Words", 4, Verbatim: true), new Column("What", 1)], [.. Many(text).Select(words => (IReadOnlyList<string>)["IM-1", words, "x"])], Running: true),
        new Table("Cells", "n", [new Column("No.", 1), new Column("Words", 6, Verbatim: true)], [.. Many(text).Select(words => (IReadOnlyList<string>)["IM-1", words])]),
        new Quotes([.. Many(text).Select(words => new Quote(words, "IM-1", words))]), new Lead(text, text), new Paragraph(text), new Bullets([text]),
        new Bars("Bars", "u", "n", [.. Many(text).Select(words => new Bar(words, "A", 1))], "alt"),
        new ClusterMap("Map", "n", [new MapGroup(text, [new MapCluster("1", "A", text, ["IM-1"])])], "alt"), new Terms([new Fact("A", text)]), new Subheading(text));

    private static IEnumerable<string> Many(string text) => Enumerable.Repeat(text, Copies);
}
