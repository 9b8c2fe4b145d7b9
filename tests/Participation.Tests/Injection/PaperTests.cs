using System.Text;
using System.Text.RegularExpressions;
using CsvHelper;
using Participation.Reports;
using Participation.Server.Reports;
using Participation.Tests.BadInput;
using Participation.Tests.Reports;
using Participation.Texts;

namespace Participation.Tests.Injection;

/// <summary>On paper and in a spreadsheet text is text: no formula, no action, no link, no command of the typesetter.</summary>
public sealed partial class PaperTests(EngineFixture engine) : IClassFixture<EngineFixture>
{
    private static readonly string[] Typst =
    [
        "#let x = 1", "#import \"x.typ\": *", "#include \"/etc/passwd\"", "#read(\"/etc/passwd\")", "#image(\"/etc/passwd\")", "#link(\"javascript:struck()\")[tap]", "#link(\"https://evil.example\")", "https://evil.example/x", "file:///etc/passwd", "#eval(\"1+1\")", "#set page(width: 1pt)",
        "#show: it => []", "#pagebreak()", "#counter(page).update(99)", "#panic(\"out\")", "#while true {}", "#sys.version", "#metadata(1) <x>", "#context here()", "#plugin(\"x.wasm\")", "#pdf.embed(\"x\")", "#pdf.attach(\"x\", bytes(\"a\"))", "$ sum_(x)^2 $", "= Heading", "- item", "+ item", "/ term: x", "*bold*", "_slant_",
        "`raw`", "```typ #panic()```", "@ref", "<label>", "~", "---", "// comment", "/* comment", "*/", "\\", "\\u{1F600}", "[", "]", "{", "}", "#[", "#{", "#(", "\"", "'", "/JS (struck())", "/JavaScript", ") /AA << /O << /S /JavaScript", "<< /S /Launch /F (calc) >>", "/URI (https://evil.example)", "stream endstream endobj",
        "%PDF-1.7", "\\href{x}{y}", "\\input{/etc/passwd}", "(\\", "#read(\"style.typ\")", "#include \"report.typ\"", "#raw(read(\"worker.mjs\"))", "#json(\"report.json\")", "#sys.inputs", "../../etc/passwd", "\u2028#panic()", "\u202E#link()", "mailto:a@b.c", "www.evil.example", "<a href=\"javascript:struck()\">", "<svg onload=struck()>",
    ];

    private static readonly string[] Formulas =
    [
        "=1+1", "=cmd|' /C calc'!A0", "=HYPERLINK(\"http://evil.example\",\"x\")", "=IMPORTXML(\"http://evil.example\",\"//a\")", "=WEBSERVICE(\"http://evil.example\")", "+1+1", "+cmd|'x'!A0", "-1-1", "-2+3+cmd|' /C calc'!A0", "@SUM(1+1)*cmd|' /C calc'!A0",
        "=DDE(\"cmd\";\"/C calc\";\"x\")", "=A1&CHAR(10)", "=-1", "=+1", "=@x", "=IFERROR(1,2)", "=rundll32|'URL.dll,OpenURL calc.exe'!A", "@import", "+", "=", "-", "@",
    ];

    private static readonly string[] Before = ["", " ", "   ", "\t", "\r", "\n", "\r\n", "\0", "\u00A0", "\u3000", "\u2003", "\u200B", "\uFEFF", "\u00AD", "\u202E", "\u2066", "\"", "\"\"", "' ", ";", ";;", ",", "a;", "a\n", "a\t", "\v", "\f", "\u0085", "\u2028", "\u061C", "\U000E0020"];

    [Fact]
    public void Nothing_that_people_write_is_a_formula_and_all_of_it_comes_back()
    {
        var wide = Formulas.Select(text => text[0] switch { '=' => "＝" + text[1..], '+' => "＋" + text[1..], '-' => "－" + text[1..], _ => "＠" + text[1..] });
        var texts = Before.SelectMany(before => Formulas.Concat(wide).Select(text => before + text)).Concat(Naughty.OfTheLists()).Concat(Typst).Distinct().ToList();
        Assert.True(texts.Count > 1_300, $"{texts.Count}");
        var file = Csv.Write(["a", "b"], texts.Select(text => (IReadOnlyList<string?>)[text, "x"]));
        using var rows = CsvReader.Create(new MemoryStream(file), new CsvReaderOptions { HasHeader = true, Separator = ',' });
        foreach (var text in texts)
        {
            Assert.True(rows.Read());
            var cell = rows.GetString(0);
            Assert.Equal("x", rows.GetString(1));
            Assert.False(cell is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\0' or '＝' or '＋' or '－' or '＠', ..], cell);
            Assert.False(Formula().IsMatch(cell), cell);
            // Put before a formula, and before nothing else: without these signs, and those that turn round what stands beside them, the text is what it was.
            Assert.Equal(PlainDirection.Of(text).Replace("'", "", StringComparison.Ordinal), cell.Replace("'", "", StringComparison.Ordinal));
            if (cell != PlainDirection.Of(text)) Assert.Contains("'", cell, StringComparison.Ordinal);
        }
        Assert.False(rows.Read());
        // The file itself, by RFC 4180: quotes are doubled within quotes, and every line that ends a record ends with CR LF.
        Assert.Equal(texts.Count + 1, Records(Encoding.UTF8.GetString(file)[1..]));
    }

    [Fact]
    public async Task A_thousand_texts_that_a_typesetter_could_take_for_more_stay_text()
    {
        var random = new Random(4);
        var texts = Enumerable.Range(0, 1_000).Select(n => $"w{n:0000} " + string.Concat(Enumerable.Range(0, 1 + random.Next(4)).Select(_ => Typst[random.Next(Typst.Length)] + (random.Next(3) == 0 ? "\n" : " ")))).ToList();
        IReadOnlyList<string> At(int from, int count) => [.. texts.Skip(from).Take(count)];
        using var pdf = await engine.Set(new Report("en", texts[0], texts[1], [new Fact(texts[2], texts[3])],
            [
                new Section(1, texts[4], [new Paragraph(texts[5]), new Bullets(At(6, 60)), new Lead(texts[66], texts[67])]),
                new Section(2, texts[68], [new Quotes([.. At(69, 200).Select(text => new Quote(text, text, text))])]),
                new Section(3, texts[269], [new Bars(texts[270], "x", texts[271], [.. At(272, 20).Select(text => new Bar(text, "A", 3))], texts[292]), new Cloud(texts[293], "x", [.. At(294, 20).Select(text => new CloudWord(text, 3))], texts[314]),
                    new ClusterMap(texts[315], "x", [new MapGroup(texts[316], [.. At(317, 8).Select((text, n) => new MapCluster($"c{n}", "A", text, [text]))])], texts[326]), new Relations("r", "x", [.. At(317, 2).Select((text, n) => new MapCluster($"c{n}", "A", text, []))], [new MapArrow("c0", "c1", texts[325], ArrowLine.Full)], "alt")]),
                new Section(4, texts[327], [new Table(texts[328], texts[329], [new Column(texts[330], 2), new Column("b", 5, Verbatim: true), new Column("c", 2)], [.. At(331, 300).Select(text => (IReadOnlyList<string>)[text, text, "x"])], Running: true)]),
                new Section(5, "Table", [new Table("t", null, [new Column("a", 2), new Column("b", 5)], [.. At(631, 369).Select(text => (IReadOnlyList<string>)["x", text])])]),
            ], SampleReport.In("en").Labels));
        pdf.Check();
        // Words of a text lie in the streams of the pages; what a reader would act on lies in the objects.
        var objects = Streams().Replace(pdf.Unpacked, "");
        Assert.All(["/URI", "/JavaScript", "/JS", "/Launch", "/EmbeddedFile", "/OpenAction", "/AA", "/SubmitForm", "/ImportData", "/GoToR", "/RichMedia"],
            action => Assert.DoesNotMatch($@"(?<![(\w]){Regex.Escape(action)}(?![\w])", Strings().Replace(objects, "()")));
        var shown = pdf.Text.Replace(" ", "", StringComparison.Ordinal);
        // Descriptions of figures are read aloud and not printed; in a cloud the words stand by size, and a mark of direction may turn one round.
        Assert.All(Enumerable.Range(0, 1_000).Where(n => n is not (2 or 3 or 292 or 326 or (>= 294 and <= 314))), n => Assert.Contains($"w{n:0000}", shown, StringComparison.Ordinal));
        Assert.All(["#panic(", "#read(\"/etc/passwd\")", "#eval(\"1+1\")", "=Heading", "*bold*", "https://evil.example/x"], text => Assert.Contains(text, shown, StringComparison.Ordinal));
        // Of no file that the typesetter could reach a word: neither the machine's nor its own.
        Assert.All(["root:", "onetypescale", "Everythingitsays", "Rendersreports"], words => Assert.DoesNotContain(words, shown, StringComparison.OrdinalIgnoreCase));
    }

    private static int Records(string text)
    {
        var (records, quoted) = (0, false);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '"') quoted = !quoted;
            if (!quoted && text[at] == '\n')
            {
                Assert.Equal('\r', text[at - 1]);
                records++;
            }
        }
        Assert.False(quoted);
        return records;
    }

    [GeneratedRegex(@"^[\s\u200B\uFEFF\u00AD""]*[=+\-@\0＝＋－＠]")]
    private static partial Regex Formula();

    [GeneratedRegex(@"\bstream\r?\n[\s\S]*?endstream")]
    private static partial Regex Streams();

    [GeneratedRegex(@"\((?:[^()\\]|\\.)*\)|<[0-9a-fA-F\s]{4,}>")]
    private static partial Regex Strings();
}
