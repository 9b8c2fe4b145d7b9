using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Participation.Reports;
using Participation.Server.Pages;
using Participation.Server.Reports;

namespace Participation.Tests.Reports;

public sealed class HtmlReportTests
{
    [Theory]
    [InlineData("en", "“")]
    [InlineData("it", "«")]
    [InlineData("de", "„")]
    public void The_page_says_what_the_document_says(string language, string quote)
    {
        var page = HtmlReport.Write(SampleReport.In(language));
        Assert.Contains($"<html lang=\"{language}\">", page, StringComparison.Ordinal);
        Assert.Contains($"<h1>{SampleReport.In(language).Title}</h1>", page, StringComparison.Ordinal);
        Assert.Contains($"{quote}<bdi>A bench in the shade.</bdi>", page, StringComparison.Ordinal);
        Assert.All(["<h2 id=\"s1\">", "<h3 id=\"s1.1\">", "<th scope=\"col\">", "<figcaption>", "aria-label=\"Shade leads with 61 dots.\"", "IM-017", "agree 21, disagree 12, pass 3, unsure 1"],
            part => Assert.Contains(part, page, StringComparison.Ordinal));
    }

    [Fact]
    public void Words_of_people_are_never_markup()
    {
        const string attack = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>";
        IReadOnlyList<Block> blocks = [new Paragraph(attack), new Bullets([attack]), new Lead(attack, attack, true, attack), new Quotes([new Quote(attack, attack, attack)]),
            new Bars(attack, attack, attack, [new Bar(attack, attack, 1, 2)], attack), new StackedBars(attack, attack, [attack], [new StackedBar(attack, attack, [1])], attack),
            new Cloud(attack, attack, [new CloudWord(attack, 1)], attack), new Table(attack, attack, [new Column(attack, 1, Verbatim: true)], [[attack]]),
            new ClusterMap(attack, attack, [new MapGroup(attack, [new MapCluster(attack, attack, attack, [attack])])], attack),
            new Relations(attack, attack, [new MapCluster(attack, attack, attack, [attack])], [new MapArrow(attack, attack, attack, ArrowLine.Full)], attack), new Subheading(attack), new Contents(), new Terms([new Fact(attack, attack)])];
        var page = HtmlReport.Write(new Report("en", attack, attack, [new Fact(attack, attack)], [new Section(1, attack, blocks)], new Labels(attack, attack, attack, attack, attack, attack)));
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("\"'>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_needs_nothing_but_this_server_s_own_faces_and_says_so()
    {
        var page = HtmlReport.Write(SampleReport.In("en"));
        var style = Regex.Match(page, "<style>(.*?)</style>", RegexOptions.Singleline).Groups[1].Value;
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
        Assert.Contains("default-src &#x27;none&#x27;; style-src &#x27;sha256-", page, StringComparison.Ordinal);
        Assert.Contains(hash.Replace("+", "&#x2B;", StringComparison.Ordinal), page, StringComparison.Ordinal);
        Assert.Equal(["'none'", "'self'"], Regex.Matches(page.Replace("&#x27;", "'", StringComparison.Ordinal), "(?:default|font)-src ('[a-z]+')").Select(found => found.Groups[1].Value));
        var addresses = Regex.Matches(style, @"url\(""?([^"")]*)").Select(found => found.Groups[1].Value).ToList();
        Assert.Contains(addresses, address => address.StartsWith("/fonts/source-serif-4-latin-400", StringComparison.Ordinal));
        Assert.Contains(addresses, address => address.StartsWith("/fonts/noto-sans-latin-600", StringComparison.Ordinal));
        Assert.All(addresses, address => Assert.Matches("^(/fonts/[a-z0-9-]+\\.woff2|#p[0-9])$", address));
        Assert.DoesNotContain(" style=", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("(src|href)=\"(?!#)", page);
    }

    [Fact]
    public void A_cell_says_of_which_column_it_is_where_columns_no_longer_stand_side_by_side()
    {
        var table = new Table("Ranks", null, [new Column("N.", 1), new Column("Rank", 1, Number: true), new Column("Proposal", 5, Verbatim: true), new Column("State", 2)], [["CL-003", "1", "Shade \"for all\"", "shown"]]);
        string Cells(Table shown) => Regex.Match(HtmlReport.Write(SampleReport.Holding(shown)), "<tbody><tr>(.*?)</tr>", RegexOptions.Singleline).Groups[1].Value;
        Assert.Equal(["", "Rank", "", "State"], Regex.Matches(Cells(table), "<td[^>]*?(?: data-of=\"([^\"]*)\")?>").Select(cell => cell.Groups[1].Value));
        // Two columns of words are told apart, and a row that reads as one line says nothing twice.
        Assert.Contains("data-of=\"Proposal\"", Cells(table with { Columns = [.. table.Columns.Take(3), new Column("Cards", 2, Verbatim: true)] }), StringComparison.Ordinal);
        Assert.DoesNotContain("data-of", Cells(table with { Running = true }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_dark_screen_has_the_institution_s_colour_as_it_can_be_read_there_and_paper_stays_white()
    {
        var style = Regex.Match(HtmlReport.Write(SampleReport.In("en"), "#000000", "#a5a5a5"), "<style>(.*?)</style>", RegexOptions.Singleline).Groups[1].Value;
        Assert.StartsWith(":root{--light:#000000;--dark:#a5a5a5}", style, StringComparison.Ordinal);
        Assert.Contains($"@media screen and (prefers-color-scheme: dark) {{ :root {{ --ink: #f5f3ec; --soft: #cbc7bc; --hair: #6b675e; --paper: {Colour.Night}; --accent: var(--dark);", style, StringComparison.Ordinal);
        // Whatever has a colour has it from there: a black or a white that is written out would stay in the dark.
        Assert.DoesNotMatch("(?<!--ink|--paper|--on-accent|--light|--dark): ?(black|white|#000|#fff)", style);
        Assert.Throws<ArgumentException>(() => HtmlReport.Write(SampleReport.Holding(), dark: "red}body{display:none"));
    }

    [Fact]
    public void The_house_s_own_colour_can_be_read_on_a_dark_page()
    {
        var parts = Enumerable.Range(0, 3).Select(part => Convert.ToByte(HtmlReport.HouseDark.Substring(1 + (2 * part), 2), 16)).ToArray();
        Assert.True(Colour.Contrast(new(parts[0], parts[1], parts[2]), Colour.Night) >= 7);
    }

    [Fact]
    public void Controls_and_halves_of_characters_do_not_break_the_page() =>
        Assert.Contains("a\uFFFDb\uFFFDc", HtmlReport.Write(SampleReport.Holding(new Paragraph("a\0b\u0007c\uD83D"))).Replace("&#xFFFD;", "\uFFFD", StringComparison.Ordinal), StringComparison.Ordinal);

    [Fact]
    public void A_colour_is_a_colour() =>
        Assert.Throws<ArgumentException>(() => HtmlReport.Write(SampleReport.Holding(), "red}body{display:none"));

    [Fact]
    public void Parts_are_numbered_under_their_chapters()
    {
        Section[] sections = [new(1, "a", []), new(2, "b", []), new(2, "c", []), new(1, "d", []), new(2, "e", [])];
        var page = HtmlReport.Write(SampleReport.Holding() with { Sections = sections });
        Assert.Equal(["1", "1.1", "1.2", "2", "2.1"], Regex.Matches(page, "<h[23] id=\"s([0-9.]+)\"").Select(match => match.Groups[1].Value));
    }
}
