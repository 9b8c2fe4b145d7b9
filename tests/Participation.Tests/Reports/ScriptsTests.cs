using System.Globalization;
using System.Text.RegularExpressions;
using Participation.Reports;

namespace Participation.Tests.Reports;

/// <summary>What people wrote is printed in their script, with fonts that are read when a text needs them, and stays in its column.</summary>
public sealed partial class ScriptsTests(EngineFixture engine) : IClassFixture<EngineFixture>
{
    /// <summary>"We want more trees", with the font in which it is set.</summary>
    public static TheoryData<string, string> Scripts => new()
    {
        { "NotoSansSC", "我们想要更多的树木和公共汽车。" },
        { "NotoSansJP", "もっと木とバスが欲しいです。" },
        { "NotoSansKR", "더 많은 나무와 버스를 원합니다." },
        { "NotoSansBengali", "আমরা আরও গাছ চাই।" },
        { "NotoSansSinhala", "අපට තවත් ගස් අවශ්‍යයි." },
        { "NotoSansTamil", "எங்களுக்கு அதிக மரங்கள் வேண்டும்." },
        { "NotoSansGurmukhi", "ਸਾਨੂੰ ਹੋਰ ਰੁੱਖ ਚਾਹੀਦੇ ਹਨ।" },
        { "NotoSansEthiopic", "ተጨማሪ ዛፎች እንፈልጋለን።" },
        { "NotoSansThai", "เราต้องการต้นไม้และรถเมล์มากขึ้น" },
        { "NotoSansGeorgian", "გვინდა მეტი ხე." },
        { "NotoSansArmenian", "Մենք ուզում ենք ավելի շատ ծառեր։" },
        { "NotoSans-Regular", "हमें और पेड़ चाहिए।" },
        { "NotoSansKhmer", "យើងចង់បានដើមឈើច្រើនទៀត។" },
        { "NotoSansLao", "ພວກເຮົາຕ້ອງການຕົ້ນໄມ້ຫຼາຍຂຶ້ນ." },
        { "NotoSansMyanmar", "ကျွန်ုပ်တို့ သစ်ပင်များ ပိုလိုချင်သည်။" },
        { "NotoSansTelugu", "మాకు మరిన్ని చెట్లు కావాలి." },
        { "NotoSansGujarati", "અમને વધુ વૃક્ષો જોઈએ છે." },
        { "NotoSansKannada", "ನಮಗೆ ಹೆಚ್ಚು ಮರಗಳು ಬೇಕು." },
        { "NotoSansMalayalam", "ഞങ്ങൾക്ക് കൂടുതൽ മരങ്ങൾ വേണം." },
    };

    [Theory, MemberData(nameof(Scripts))]
    public async Task A_script_is_printed_in_its_own_letters(string font, string text)
    {
        var result = await engine.Result(SampleReport.Holding(new Quotes([new Quote(text, "IM-001")]), Column(text, "IM-001")) with { Title = text });
        using var pdf = new PdfFile(result.Pdf);
        pdf.Check();
        Assert.Empty(result.MissingGlyphs);
        Assert.DoesNotContain('\uFFFD', pdf.Text);
        Assert.Contains(font, pdf.Unpacked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_of_them_stand_in_one_report_and_a_report_without_them_has_none_of_their_fonts()
    {
        var texts = Scripts.Select(script => script.Data.Item2).ToList();
        using var pdf = new PdfFile((await engine.Result(SampleReport.Holding(new Quotes([.. texts.Select(text => new Quote(text, "IM-001"))])))).Pdf);
        Assert.All(Scripts, script => Assert.Contains(script.Data.Item1, pdf.Unpacked, StringComparison.Ordinal));
        using var plain = await engine.Set(SampleReport.In("en"));
        Assert.All(Scripts.Where(script => script.Data.Item1 != "NotoSans-Regular"), script => Assert.DoesNotContain(script.Data.Item1, plain.Unpacked, StringComparison.Ordinal));
    }

    /// <summary>Without a blank and longer than its column, as people may write: the words of each script, and marks for what no font has.</summary>
    [Fact]
    public async Task No_run_of_letters_or_marks_runs_over_the_next_column()
    {
        List<string> texts =
        [
            .. Scripts.Select(script => string.Concat(Enumerable.Repeat(script.Data.Item2.Replace(" ", "", StringComparison.Ordinal), 3))),
            .. Scripts.Select(script => string.Concat(script.Data.Item2.Replace(" ", "", StringComparison.Ordinal).Take(20))),
            .. new[] { 5, 16, 30, 60 }.Select(n => string.Concat(Enumerable.Repeat("\U000130B8", n))),
        ];
        using var pdf = await engine.Set(SampleReport.Holding(
            new Table("Words", null, [new Column("No.", 1), new Column("Words", 2, Verbatim: true), new Column("Next", 5)], [.. texts.Select(text => (IReadOnlyList<string>)["IM-001", text, "next"])])));
        var words = Word().Matches(pdf.Boxes).Select(word => (From: Number(word, 1), To: Number(word, 2), Text: word.Groups[3].Value)).ToList();
        var next = words.Where(word => word.Text == "next").Select(word => word.From).Distinct().Single();
        Assert.Equal(texts.Count, words.Count(word => word.Text == "next"));
        Assert.All(words.Where(word => word.From < next && word.Text.Any(sign => sign > 0x500)), word => Assert.True(word.To <= next, $"{word.Text} ends at {word.To}, and the next column begins at {next}"));
    }

    private static Table Column(string text, string number) => new("Words", null, [new Column("No.", 1), new Column("Words", 3, Verbatim: true), new Column("Next", 1)], [[number, text, "next"]]);

    private static double Number(Match word, int group) => double.Parse(word.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("<word xMin=\"([0-9.]+)\" yMin=\"[0-9.]+\" xMax=\"([0-9.]+)\" yMax=\"[0-9.]+\">([^<]*)</word>")]
    private static partial Regex Word();
}
