using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Participation.Reports;

namespace Participation.Tests.Reports;

public sealed class GlyphTests(EngineFixture engine) : IClassFixture<EngineFixture>
{
    [Fact]
    public async Task A_character_that_no_font_has_becomes_a_mark_and_a_note()
    {
        var result = await engine.Result(SampleReport.Holding(new Quotes([new Quote("before \U000130B8 after", "IM-001")])));
        using var pdf = new PdfFile(result.Pdf);
        Assert.Equal(["\U000130B8"], result.MissingGlyphs);
        Assert.Contains("“before \uFFFD after”", pdf.Text, StringComparison.Ordinal);
        Assert.Contains("The mark \uFFFD stands for a character", pdf.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Marks_of_direction_print_nothing()
    {
        const string Text = "a\u200Eb \u200Fc\u061C d\u200E\u200F \u05D0\u200F(e) \u200E";
        var result = await engine.Result(new Report("it", Text, Text, [new Fact(Text, Text)], [new Section(1, Text, Everywhere([Text]))], SampleReport.In("it").Labels));
        using var pdf = new PdfFile(result.Pdf);
        Assert.Empty(result.MissingGlyphs);
        Assert.DoesNotContain('\uFFFD', pdf.Text);
    }

    [Theory]
    [InlineData("e\u0301x", 0)]
    [InlineData("e\u0301\u0301\u0301\u0301\u0301\u0301x", 0)]
    [InlineData("e\u0301\u0301\u0301\u0301\u0301\u0301\u0301x", 1)]
    [InlineData("e\u0301\u0300\u0302\u0303\u0301\u0300\u0302\u0303\u0301\u0300\u0302\u0303x", 1)]
    public async Task Of_a_pile_of_accents_the_letter_keeps_six_and_one_mark_stands_for_the_rest(string pile, int marks)
    {
        var result = await engine.Result(SampleReport.Holding(new Quotes([new Quote($"before {pile} after", "IM-001")])));
        using var pdf = new PdfFile(result.Pdf);
        // What the note at the end says of the mark has one of its own.
        Assert.Equal(marks * 2, pdf.Text.Count(sign => sign == '\uFFFD'));
        Assert.Equal(marks > 0, result.MissingGlyphs.Count > 0);
    }

    /// <summary>A letter with all that somebody heaped on it, and what of it is printed at most.</summary>
    public static TheoryData<string, string, int> Heaped => new()
    {
        { "accents", "z\u0301\u0302\u0303\u0308\u0327\u0328\u0330\u0331\u0332\u0333\u0345\u0353\u0356", 2 },
        { "vowels of Thai", "\u0E01\u0E47\u0E47\u0E47\u0E47\u0E47\u0E47\u0E47", 2 },
        { "a family", "\U0001F468\u200D\U0001F469\u200D\U0001F467\u200D\U0001F466", 1 },
    };

    [Theory]
    [MemberData(nameof(Heaped))]
    public async Task A_text_of_nothing_but_heaps_keeps_each_letter_with_its_first_mark_and_one_mark_stands_for_the_rest(string what, string heap, int most)
    {
        var first = heap.EnumerateRunes().First();
        var result = await engine.Result(SampleReport.Holding(new Quotes([new Quote(string.Concat(Enumerable.Repeat(heap, 100)), "IM-001"), new Quote($"Twice {what}: {heap}{heap}", "IM-002")])));
        using var pdf = new PdfFile(result.Pdf);
        // Nothing of a text is left out without a sign; where there are few heaps they are drawn as they were typed.
        var (flood, few) = (pdf.Text[..pdf.Text.IndexOf("Twice", StringComparison.Ordinal)], pdf.Text[pdf.Text.IndexOf("Twice", StringComparison.Ordinal)..]);
        List<Rune> Of(string printed) => [.. printed.Normalize(NormalizationForm.FormD).EnumerateRunes().Where(rune => heap.EnumerateRunes().Contains(rune))];
        var signs = Of(flood);
        Assert.InRange(signs.Count(rune => rune == first), 100, signs.Count);
        Assert.InRange(signs.Count, 100, (100 * (most + 1)) - 1);
        Assert.Single(flood, '\uFFFD');
        Assert.NotEmpty(result.MissingGlyphs);
        Assert.InRange(Of(few).Count, 2 * (most + 1), int.MaxValue);
    }

    /// <summary>As their writers write them, with all their marks.</summary>
    public static TheoryData<string> Pointed => new("בְּרֵאשִׁ֖ית בָּרָ֣א אֱלֹהִ֑ים אֵ֥ת הַשָּׁמַ֖יִם וְאֵ֥ת הָאָֽרֶץ", "بِسْمِ اللَّهِ الرَّحْمَٰنِ الرَّحِيمِ", "Tiếng Việt có rất nhiều dấu", "น้ำแข็งที่นี่เย็นมาก", "नमस्ते दुनिया, यह एक परीक्षण है", "ខ្ញុំចូលចិត្តដើមឈើ", "స్త్రీలు కోసం చెట్లు", "👍🏽🎉🚲🇮🇹");

    [Theory]
    [MemberData(nameof(Pointed))]
    public async Task No_language_is_a_heap(string words) =>
        Assert.Empty((await engine.Result(SampleReport.Holding(new Quotes([new Quote(string.Join(' ', Enumerable.Repeat(words.Normalize(NormalizationForm.FormD), 12)), "IM-001")])))).MissingGlyphs);

    [Fact]
    public async Task A_report_without_such_characters_has_no_note()
    {
        var result = await engine.Result(SampleReport.In("it"));
        using var pdf = new PdfFile(result.Pdf);
        Assert.Empty(result.MissingGlyphs);
        Assert.DoesNotContain("Il segno", pdf.Text, StringComparison.Ordinal);
    }

    public static TheoryData<string, string> Hard => new()
    {
        { "nothing", "" },
        { "nul and controls", "a\0b\u0007c\u001Bd" },
        { "high surrogate alone", "a\uD83Db" },
        { "low surrogate alone", "a\uDE00b" },
        { "override", "abc\u202Egpj.exe\u202C" },
        { "flood of marks", "e" + new string('\u0301', 10_000) + "f" },
        { "marks without a letter", new string('\u0489', 500) },
        { "family", "\U0001F469\u200D\U0001F469\u200D\U0001F467\u200D\U0001F466 \U0001F1EE\U0001F1F9 \U0001F44D\U0001F3FD 1\uFE0F\u20E3" },
        { "private use", "\uE000\uF8FF\U000F0000" },
        { "noncharacters", "\uFFFE\uFFFF\uFDD0\U0001FFFF" },
        { "byte order mark", "\uFEFFa\uFEFF" },
        { "Arabic and Hebrew", "مرحبا بالعالم — שלום עולם (a) بِسْمِ" },
        { "many languages", "漢字 ひらがな 한국어 ไทย हिन्दी বাংলা ქართული Ελληνικά Українська" },
        { "tags", "\U0001F3F4\U000E0067\U000E0062\U000E007F" },
        { "one long word", new string('x', 5_000) },
        { "line ends", "a\r\nb\rc\u2028d\u0085e\vf" },
    };

    [Theory]
    [MemberData(nameof(Hard))]
    public async Task Hard_text_is_printed_in_every_place(string what, string text)
    {
        Assert.NotEmpty(what);
        using var pdf = await engine.Set(new Report("it", text, text, [new Fact(text, text)], [new Section(1, text, Everywhere([text])), new Section(2, text, [])], SampleReport.In("it").Labels));
        pdf.Check();
    }

    [Fact]
    public async Task Every_naughty_string_is_printed()
    {
        var naughty = JsonSerializer.Deserialize<string[]>(await File.ReadAllTextAsync(SharedData.At("data/text/naughty_strings_a.json"), TestContext.Current.CancellationToken))!;
        Assert.True(naughty.Length > 250);
        using var pdf = await engine.Set(SampleReport.Holding(Everywhere(naughty)));
        pdf.Check();
        Assert.Contains("The mark \uFFFD stands", pdf.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Random_text_is_printed_and_never_acts()
    {
        var texts = ArbMap.Default.ArbFor<UnicodeString>().Generator.Select(text => text.Get ?? "").Sample(60, 1000).ToArray();
        using var pdf = await engine.Set(SampleReport.Holding(Everywhere([.. texts])));
        pdf.Check();
        Assert.All(["/URI", "/JavaScript", "/Launch"], action => Assert.DoesNotContain(action, pdf.Unpacked, StringComparison.Ordinal));
    }

    private static IReadOnlyList<Block> Everywhere(string[] texts) =>
    [
        new Table("Words", "n", [new Column("No.", 1), new Column("Words", 4, Verbatim: true)], [.. texts.Select(text => (IReadOnlyList<string>)[text, text])]),
        new Quotes([.. texts.Select(text => new Quote(text, "IM-1", text))]),
        new Cloud("Cloud", "n", [.. texts.Select((text, index) => new CloudWord(text, index))], "alt"),
        new Bars("Bars", "u", "n", [.. texts.Select(text => new Bar(text, text.Length > 20 ? null : text, 1))], texts[0]),
        new ClusterMap("Map", "n", [new MapGroup("g", [.. texts.Select((text, index) => new MapCluster($"{index}", text, text, [text]))])], "alt"),
        new Relations("Relations", "n", [new MapCluster("0", texts[0], texts[0], [])], [new MapArrow("0", "0", texts[0], ArrowLine.Full)], "alt"), new Subheading(texts[0]), new Terms([new Fact(texts[0], texts[0])]),
        new Bullets(texts),
    ];
}
