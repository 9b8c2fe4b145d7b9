using System.Text;
using Participation.Reports;
using Participation.Server.Reports;
using Participation.Tests.Laws;

namespace Participation.Tests.Reports;

public sealed class PdfTests(EngineFixture engine) : IClassFixture<EngineFixture>
{
    [Theory]
    [InlineData("en", "The square we want", "Page 2 of ", "Figure 1", "“A bench in the shade.”", "Second part")]
    [InlineData("it", "La piazza che vorremmo", "Pagina 2 di ", "Figura 1", "«A bench in the shade.»", "Seconda parte")]
    [InlineData("de", "Der Platz, den wir wollen", "Seite 2 von ", "Abbildung 1", "„A bench in the shade.“", "Zweiter Teil")]
    public async Task A_report_is_a_tagged_document_in_its_language(string language, string title, string page, string figure, string quote, string part)
    {
        using var pdf = await engine.Set(SampleReport.In(language));
        pdf.Check();
        Assert.Matches(@"Tagged:\s+yes", pdf.Info);
        Assert.Matches($@"Title:\s+{title}", pdf.Info);
        Assert.All([title, page + pdf.Pages, figure, quote, part, "IM-017", "Shade comes first", "OP-01"], words => Assert.Contains(words, pdf.Text, StringComparison.Ordinal));
        Assert.Contains($"/Lang ({language})", pdf.Unpacked, StringComparison.Ordinal);
        Assert.Contains("pdfuaid", pdf.Unpacked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Headings_figures_and_tables_are_known_to_screen_readers()
    {
        using var pdf = await engine.Set(SampleReport.In("en"));
        Assert.All(["H1 \"Ideas\" (block)", "H2 \"Second part\" (block)", "Figure:", "Caption", "TH <", "Quote (inline)", "TOC"], tag => Assert.Contains(tag, pdf.Structure, StringComparison.Ordinal));
        Assert.All(["Shade leads with 61 dots.", "Most agree to close the street.", "Shade weighs most.", "Shade supports sitting."],
            alt => Assert.Contains(alt, pdf.Unpacked, StringComparison.Ordinal));
        Assert.Contains("/Outlines", pdf.Unpacked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_report_gives_the_same_bytes_also_from_a_fresh_worker()
    {
        var first = await engine.Result(SampleReport.In("it"));
        await engine.Result(SampleReport.In("de"));
        var second = await engine.Result(SampleReport.In("it"));
        using var fresh = new TypstEngine(TypstEngine.UsualFolder, TypstLimits.Usual);
        var third = await fresh.Render(SampleReport.In("it"), new PdfOptions(SampleReport.Stamp), TestContext.Current.CancellationToken);
        Assert.Equal(first.Pdf, second.Pdf);
        Assert.Equal(first.Pdf, third.Pdf);
    }

    [Fact]
    public async Task An_archive_file_carries_the_data_inside()
    {
        var options = new PdfOptions(SampleReport.Stamp, PdfStandard.A3a, new PdfAttachment("session.json", Encoding.UTF8.GetBytes("{\"title\":\"Piazza più bella\"}")));
        using var pdf = new PdfFile((await engine.Result(SampleReport.In("en"), options)).Pdf);
        pdf.Check();
        Assert.Contains("session.json", pdf.Attachments, StringComparison.Ordinal);
        Assert.Equal("{\"title\":\"Piazza più bella\"}", pdf.Attachment("session.json"));
        Assert.Contains("pdfaid:part", pdf.Unpacked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_in_the_head_of_a_table_are_not_broken()
    {
        string[] words = ["Vorschlag", "Klebepunkte", "Übersprungen", "Graduatoria"];
        using var pdf = await engine.Set(SampleReport.Holding(
            new Table("Narrow", null, [.. words.Select((word, at) => new Column(word, at == 0 ? 30 : 1))], [[.. words.Select(_ => "1")]])) with { Language = "de" });
        Assert.All(words, word => Assert.Contains(word, pdf.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_long_table_repeats_its_head_and_keeps_every_row()
    {
        using var pdf = await engine.Set(SampleReport.In("en", rows: 300));
        Assert.True(pdf.Text.Split("Contribution").Length > 5);
        Assert.All(Enumerable.Range(1, 300), row => Assert.Contains($"IM-{row:000}", pdf.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Running_rows_print_number_words_and_what_else_is_known_also_from_right_to_left_and_over_pages()
    {
        var longer = Enumerable.Range(1, 1500).Select(n => $"W{n:0000}").ToList();
        using var pdf = await engine.Set(SampleReport.Holding(
            new Table("Annex", "n = 303", [new Column("Number", 1), new Column("Text", 6, Verbatim: true), new Column("Type · status", 3)],
                [["IM-901", string.Join(' ', longer), "shown"], ["IM-902", "שלום (עולם)", "shown"], ["IM-903", "Less cars.\nMore trees.", "withdrawn"],
                    .. Enumerable.Range(1, 300).Select(n => (IReadOnlyList<string>)[$"IM-{n:000}", $"Idea {n}.", "farmers · shown"])], Running: true),
            new Table("None", null, [new Column("Number", 1), new Column("Text", 6), new Column("Status", 3)], [], Running: true)));
        pdf.Check();
        Assert.Contains("Number Text — Type · status", pdf.Text, StringComparison.Ordinal);
        Assert.Equal(longer, pdf.Text.Split(' ').Where(word => word.StartsWith('W')));
        Assert.Contains("IM-903 Less cars. More trees. — withdrawn", pdf.Text, StringComparison.Ordinal);
        Assert.Contains("עולם", pdf.Text, StringComparison.Ordinal);
        Assert.All(Enumerable.Range(1, 300), n => Assert.Contains($"IM-{n:000} Idea {n}. — farmers · shown", pdf.AsSet, StringComparison.Ordinal));
    }

    /// <summary>poppler reads only what stands on a page: words that run off its foot are missing from the text.</summary>
    [Theory]
    [InlineData("\n")]
    [InlineData(" ")]
    public async Task A_row_longer_than_a_page_goes_on_on_the_next_with_all_its_words(string between)
    {
        var words = Enumerable.Range(1, 1500).Select(n => $"W{n:0000}").ToList();
        using var pdf = await engine.Set(SampleReport.Holding(
            new Table("Long", null, [new Column("No.", 1), new Column("Cards", 4, Verbatim: true), new Column("n", 1, Number: true)],
                [["A", string.Join(between, words), "1500"], ["B", "afterwards", "1"]])));
        Assert.Equal([.. words, "afterwards"], pdf.Text.Split(' ').Where(word => word.StartsWith('W') || word == "afterwards"));
        Assert.True(pdf.Pages > 3);
    }

    [Fact]
    public async Task Words_of_people_are_never_markup_or_links()
    {
        string[] attempts = ["#panic(\"out\")", "= Heading", "https://example.org/a", "javascript:alert(1)", "$x^2$", "*bold* _it_", "@label <label>", "//not a comment", "`raw`", "\\u{41}", "{0}", "<script>alert(1)</script>"];
        using var pdf = await engine.Set(SampleReport.Holding(new Quotes([.. attempts.Select(words => new Quote(words, "IM-001"))])));
        Assert.All(attempts, words => Assert.Contains($"“{words}”", pdf.Text, StringComparison.Ordinal));
        Assert.All(["/URI", "/JavaScript", "/Launch", "/JS "], action => Assert.DoesNotContain(action, pdf.Unpacked, StringComparison.Ordinal));
    }

    /// <summary>As on the wall: who reads the drawing need not read the list beside it to know what a line means.</summary>
    [Fact]
    public async Task Relations_have_a_key_to_their_lines_which_counts_them_and_no_line_looks_like_another()
    {
        MapCluster[] clusters = [new("a", "A", "Shade", []), new("b", "B", "Seats", [])];
        using var all = await engine.Set(SampleReport.Holding(new Relations("Relations", "n = 3", clusters,
            [new("b", "a", "contradicts", ArrowLine.Barred), new("a", "b", "causes", ArrowLine.Full), new("b", "a", "contradicts", ArrowLine.Barred)], "alt")));
        Assert.All(["1 causes", "2 contradicts"], key => Assert.Contains(key, all.Text, StringComparison.Ordinal));
        var looks = new List<byte[]>();
        foreach (var line in Enum.GetValues<ArrowLine>())
        {
            using var one = await engine.Set(SampleReport.Holding(new Relations("Relations", "n = 1", clusters, [new("a", "b", "leads to", line)], "alt")));
            looks.Add([.. one.InGrey(one.Pages, 2).Pixels.Select(grey => (byte)(grey < 128 ? 1 : 0))]);
        }
        // In one bit: what only a colour or a grey tells is told by nothing.
        Expect.None(from one in looks.Index() from other in looks.Index() where one.Index < other.Index
            && one.Item.Zip(other.Item).Count(pair => pair.First != pair.Second) < 150 select $"line {one.Index} looks like line {other.Index}");
    }

    [Fact]
    public async Task Empty_blocks_are_no_failure()
    {
        using var pdf = await engine.Set(SampleReport.Holding(
            new Bullets([]), new Quotes([]), new Bars("a", "b", "c", [], "d"), new StackedBars("a", "b", [], [], "d"), new Cloud("a", "b", [], "d"),
            new ClusterMap("a", "b", [], "d"), new Relations("a", "b", [], [], "d"), new Terms([]), new Table("a", null, [new Column("x", 1)], []), new Paragraph("")));
        pdf.Check();
    }
}
