using System.Globalization;
using System.Text.RegularExpressions;
using Participation.Reports;
using Participation.Sessions;
using Participation.Sessions.Reporting;
using Participation.Tests.Golden;

namespace Participation.Tests.Reports;

/// <summary>A page is filled before the next begins, and what belongs together stays on one: whoever reads a report on paper turns no white pages.</summary>
public sealed partial class FilledPagesTests(EngineFixture engine) : IClassFixture<EngineFixture>
{
    private static readonly int[] LinesBefore = [1, 12, 20, 24, 26, 28, 30, 32, 34, 36];

    [Fact]
    public async Task Short_chapters_follow_one_another_on_a_page()
    {
        using var pdf = await engine.Set(SampleReport.Holding() with { Sections = [.. Enumerable.Range(1, 5).Select(n => new Section(1, $"Chapter {n}", Lines(3)))] });
        Assert.Equal(2, pdf.Pages);
        Assert.Matches("Chapter 1 .*Chapter 2 .*Chapter 3 .*Chapter 4 .*Chapter 5 ", pdf.Page(2));
    }

    [Fact]
    public async Task A_chapter_begins_beside_its_first_lines_on_a_page_that_has_room_for_it_or_on_the_next()
    {
        var begun = new HashSet<int>();
        foreach (var lines in LinesBefore)
        {
            using var pdf = await engine.Set(SampleReport.Holding() with { Sections = [new(1, "First", Lines(lines)), new(1, "Second", [new Paragraph("It begins."), .. Lines(40)])] });
            var page = Enumerable.Range(1, pdf.Pages).Single(page => pdf.Page(page).Contains("It begins.", StringComparison.Ordinal));
            Assert.Matches("Second It begins. What was said, line 1. .*What was said, line 4. ", pdf.Page(page));
            if (page == 3) Assert.InRange(pdf.Filled[1], 0.6, 1);
            begun.Add(page);
        }
        Assert.Equal([2, 3], begun.Order());
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_long_figure_is_cut_between_its_bars_and_each_part_has_its_title_and_key(bool stacked)
    {
        var names = Enumerable.Range(1, 24).Select(n => $"Option-{n:00} which is so long that it takes at least two lines beside its bar, until here-{n:00}").ToList();
        Block figure = stacked ? new StackedBars("The dots", "n = 9", ["for it", "against it"], [.. names.Select(name => new StackedBar(name, null, [2, 1]))], "alt")
            : new Bars("The dots", "dots", "n = 9", [.. names.Select(name => new Bar(name, null, 3, 2))], "alt");
        var cuts = new HashSet<int>();
        foreach (var lines in LinesBefore)
        {
            using var pdf = await engine.Set(SampleReport.Holding([.. Lines(lines), figure, new Paragraph("What follows.")]));
            var parts = Enumerable.Range(2, pdf.Pages - 1).Select(pdf.Page).Where(page => page.Contains("Option-", StringComparison.Ordinal)).ToList();
            Assert.Equal(24, parts.Sum(part => names.Count(name => part.Contains(name, StringComparison.Ordinal))));
            Assert.All(parts, part => Assert.InRange(names.Count(name => part.Contains(name, StringComparison.Ordinal)), 3, 24));
            Assert.All(parts, part => Assert.Matches("Figure 1 .*The dots", part));
            Assert.All(parts, part => Assert.Contains(stacked ? "for it against it" : "round before", part, StringComparison.Ordinal));
            Assert.Equal(parts.Skip(1), parts.Where(part => part.Contains("The dots (continued)", StringComparison.Ordinal)));
            Assert.All(pdf.Filled.Skip(1).SkipLast(1), share => Assert.InRange(share, 0.6, 1));
            cuts.Add(names.Count(name => parts[0].Contains(name, StringComparison.Ordinal)));
        }
        Assert.True(cuts.Count > 3, "the figure was always cut at the same place");
    }

    /// <summary>Nothing stands between the two where a figure has no key.</summary>
    [Fact]
    public async Task The_title_of_a_figure_that_goes_on_stands_free_of_its_first_bar()
    {
        using var pdf = await engine.Set(SampleReport.Holding(new Bars("The dots", "dots", "n = 9", [.. Enumerable.Range(1, 80).Select(n => new Bar($"Option-{n:00}", null, 3))], "alt")));
        var pages = pdf.Boxes.Split("<page ").Skip(1).Where(page => page.Contains(">(continued)<", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(pages);
        Assert.All(pages, page => Assert.InRange(Top(page, "Option-") - Bottom(page, "(continued)"), 4, 20));
    }

    /// <summary>The drawing and the first relations stand side by side, the others below; none goes on on another page.</summary>
    [Fact]
    public async Task A_relation_is_never_cut_in_two()
    {
        MapCluster[] clusters = [.. Enumerable.Range(1, 9).Select(n => new MapCluster($"{n}", $"{(char)('A' + n)}", "First word of a sentence that is as long as sentences are in a room, and so takes two lines or three until its last", []))];
        var arrows = Enumerable.Range(0, 16).Select(n => new MapArrow($"{1 + (n % 9)}", $"{1 + ((n + 2) % 9)}", "supports", ArrowLine.Open)).ToList();
        var begun = new HashSet<int>();
        foreach (var lines in LinesBefore)
        {
            using var pdf = await engine.Set(SampleReport.Holding([.. Lines(lines), new Relations("Relations", "n = 16", clusters, arrows, "alt"), new Paragraph("What follows.")]));
            var pages = Enumerable.Range(1, pdf.Pages).Select(pdf.Page).ToList();
            Assert.Equal(16, pages.Sum(page => page.Count(sign => sign == '→')));
            Assert.All(pages, page => Assert.Equal(Enumerable.Repeat(2 * page.Count(sign => sign == '→'), 2), [FirstWord().Count(page), LastWord().Count(page)]));
            begun.Add(pages.FindIndex(page => page.Contains('→', StringComparison.Ordinal)));
        }
        Assert.True(begun.Count > 1, "the figure always began on the same page");
    }

    [GeneratedRegex("First word")]
    private static partial Regex FirstWord();

    [GeneratedRegex("until its last")]
    private static partial Regex LastWord();

    private static double Top(string page, string word) => Edges(page, word).Min(edge => edge.Top);

    private static double Bottom(string page, string word) => Edges(page, word).Max(edge => edge.Bottom);

    private static IEnumerable<(double Top, double Bottom)> Edges(string page, string word) =>
        Regex.Matches(page, $"yMin=\"([0-9.]+)\" xMax=\"[0-9.]+\" yMax=\"([0-9.]+)\">{Regex.Escape(word)}")
            .Select(found => (double.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture), double.Parse(found.Groups[2].Value, CultureInfo.InvariantCulture)));

    [Fact]
    public async Task A_figure_of_up_to_a_quarter_of_a_page_is_never_cut()
    {
        foreach (var lines in LinesBefore)
        {
            using var pdf = await engine.Set(SampleReport.Holding([.. Lines(lines), new Bars("Dots", "dots", "n = 9", [.. Enumerable.Range(1, 8).Select(n => new Bar($"Option-{n}", null, 3))], "alt")]));
            Assert.Single(Enumerable.Range(1, pdf.Pages), page => pdf.Page(page).Contains("Option-", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task No_row_stands_alone_where_the_list_of_contributions_ends()
    {
        var ends = new HashSet<int>();
        for (var rows = 24; rows < 34; rows++)
        {
            using var pdf = await engine.Set(SampleReport.Holding(new Participation.Reports.Table("Contributions", null, [new Column("No.", 1), new Column("Words", 3), new Column("Status", 1)],
                [.. Enumerable.Range(1, rows).Select(n => (IReadOnlyList<string>)[$"IM-{n:000}", "What somebody said, as it was said, and so that it takes two lines of the page together with what is known of it", "shown"])], Running: true)));
            var last = Enumerable.Range(1, pdf.Pages).Select(page => Mark().Count(pdf.Page(page))).Last(count => count > 0);
            Assert.True(last >= 3, $"{last} of {rows} rows stand on the last page");
            ends.Add(pdf.Pages);
        }
        Assert.True(ends.Count > 1, "the list always ended on the same page");
    }

    [GeneratedRegex("IM-[0-9]{3}")]
    private static partial Regex Mark();

    [Fact]
    public async Task Fingerprint_and_signatures_stand_on_one_page()
    {
        foreach (var lines in LinesBefore)
        {
            using var pdf = await engine.Set(SampleReport.Holding([.. Lines(lines), new Terms([new Fact("Fingerprint", "a1b2c3")]),
                new Participation.Reports.Table("Signatures", null, [new Column("Name", 1), new Column("Signature", 1)], [["\u00a0\n\u00a0", "left"], ["\u00a0\n\u00a0", "left"], ["\u00a0\n\u00a0", "last"]])]));
            Assert.Matches("a1b2c3 .*Signatures .*last", Assert.Single(Enumerable.Range(1, pdf.Pages).Select(pdf.Page), page => page.Contains("a1b2c3", StringComparison.Ordinal)));
        }
    }

    [Theory]
    [InlineData("mappa-delle-idee-1", "en"), InlineData("mappa-delle-idee-1", "it"), InlineData("mappa-delle-idee-1", "de")]
    [InlineData("opinion-round-1", "en"), InlineData("opinion-round-1", "it"), InlineData("opinion-round-1", "de")]
    public async Task Of_the_samples_no_page_between_result_and_end_is_left_half_empty(string sample, string language)
    {
        var lines = GoldenFiles.Lines(sample);
        using var pdf = await engine.Set(SynthesisReport.Of(SessionState.Fold(lines.Select(line => line.ToEntry())), new(language, TimeZoneInfo.Utc, new string('a', 64))));
        pdf.Check();
        Assert.All(pdf.Filled.Skip(3).SkipLast(1), share => Assert.InRange(share, 0.5, 1));
    }

    [Fact]
    public void Every_word_that_the_template_prints_by_itself_is_there_in_each_language() => Assert.All(Participation.Texts.LocalText.Languages, language =>
    {
        var lines = GoldenFiles.Lines("opinion-round-1");
        var labels = SynthesisReport.Of(SessionState.Fold(lines.Select(line => line.ToEntry())), new(language, TimeZoneInfo.Utc, new string('a', 64))).Labels;
        Assert.All(typeof(Labels).GetProperties().Where(word => word.PropertyType == typeof(string)), word => Assert.NotEqual("", word.GetValue(labels)));
    });

    private static IReadOnlyList<Block> Lines(int count) => [.. Enumerable.Range(1, count).Select(n => new Paragraph($"What was said, line {n}."))];
}
