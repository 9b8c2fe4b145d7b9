using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Participation.LoadTests.Reader;

namespace Participation.Tests.LoadTests;

/// <summary>The judge by words is believed only because each falsehood that is put into a sound file or a sound screen is found, and nothing is found without one.</summary>
public sealed class ReaderTests
{
    private const string Table = "number,item,step,text,status,say.agree,say.disagree,say.pass,dots.dots,dots.voters\r\nID-001,write,Write,Trees,shown,,,,,\r\nID-002,write,Write,,hidden,,,,,\r\nOP-001,say,Say,Benches,shown,2,1,0,,\r\no1,dots,Dots,North,counted,,,,4,2\r\n";

    private const string Html = """
        <main><section><h2>1 Write</h2><blockquote><p>“<bdi>Trees</bdi>”</p></blockquote></section>
        <section><h2>2 Say</h2><table><tbody><tr><td>1</td><td>OP-001</td><td dir="auto">Benches</td><td>2</td><td>1</td><td>0</td><td>3</td></tr></tbody></table></section>
        <section><h2>3 Dots</h2><figure aria-label="North: 4"></figure><table><tbody><tr><td>1</td><td>North</td><td>4</td><td>2</td></tr></tbody></table></section>
        <section><h2><span>4</span> Annex</h2><table><tbody><tr><td>ID-001</td><td>Trees</td><td>shown</td></tr><tr><td>ID-002</td><td>[not printed]</td><td>hidden</td></tr>
        <tr><td>OP-001</td><td>Benches</td><td>shown</td></tr></tbody></table></section></main>
        """;

    private const string Paper = "Report\n4 Annex . . . 3\nPage 1\n\f1 Write\n“Trees”\n2 Say\nBenches 2 1\n1 OP-001 Benches 2 1 0 3\n3 Dots\nNorth 4\nRank Option Dots Voters\n1 North 4 2\nPage 2\n\f4 Annex\nID-001 Trees — a citizen ·\nshown\nID-002 [not printed] — hidden\nPage 3\n\fOP-001 Ben-\nches — shown\nPage 4\n\f";

    private static readonly IReadOnlyList<string[]>[] Sheets =
    [
        [["Number", "Step", "Text"], ["ID-001", "Write", "Trees"], ["ID-002", "Write", ""], ["OP-001", "Say", "Benches"]],
        [
            ["Step", "Question", "Number", "Option or text", "Counted", "Round", "How many"],
            ["Say", "", "OP-001", "Benches", "Agree", "1", "2"], ["Say", "", "OP-001", "Benches", "Disagree", "1", "1"], ["Say", "", "OP-001", "Benches", "Pass", "1", "0"],
            ["Dots", "", "o1", "North", "Dots", "1", "4"], ["Dots", "", "o1", "North", "People", "1", "2"],
        ],
    ];

    private static readonly Guid Ada = Guid.CreateVersion7(), Ben = Guid.CreateVersion7(), Cleo = Guid.CreateVersion7();

    private static readonly Account Told = Account.Of(
        [
            new("write", "ideas", [], new Dictionary<string, string>(), false, false), new("say", "opinions", ["Benches"], new Dictionary<string, string>(), false, false),
            new("dots", "dot-vote", [], new Dictionary<string, string> { ["o1"] = "North" }, false, false),
        ],
        [
            Kept(Ada, "ideas.give", "write", new { text = "Trees" }, 5), Kept(Ben, "ideas.give", "write", new { text = "Buy now" }, 6), Kept(Cleo, "contribution.mark", null, new { contribution = "ID-002", mark = "hide" }, 7),
            Kept(Ada, "opinions.vote", "say", new { statement = "OP-001", vote = "disagree" }, 8), Kept(Ben, "opinions.vote", "say", new { statement = "OP-001", vote = "agree" }, 9),
            Kept(Ada, "opinions.vote", "say", new { statement = "OP-001", vote = "agree" }, 10), Kept(Cleo, "opinions.vote", "say", new { statement = "OP-001", vote = "disagree" }, 11),
            Kept(Ada, "dot-vote.cast", "dots", new { dots = new { o1 = 1 } }, 12), Kept(Ada, "dot-vote.cast", "dots", new { dots = new { o1 = 3 } }, 13), Kept(Ben, "dot-vote.cast", "dots", new { dots = new { o1 = 1 } }, 14),
        ],
        [], ["Sponsored"]);

    [Fact]
    public void Sound_files_have_no_remarks() => Assert.Equal("", string.Join('\n', Remarks()));

    [Theory]
    [InlineData("ID-001,write,Write,Trees,shown,,,,,\r\n", "")]
    [InlineData("ID-001,write,Write,Trees,shown,,,,,\r\n", "ID-001,write,Write,Trees,shown,,,,,\r\nID-001,write,Write,Trees,shown,,,,,\r\n")]
    [InlineData("Trees,shown", "Trees and more,shown")]
    [InlineData("2,1,0", "1,2,0")]
    [InlineData(",4,2", ",5,2")]
    [InlineData(",4,2", ",4,3")]
    [InlineData("o1,dots,Dots,North,counted,,,,4,2\r\n", "")]
    [InlineData("ID-002,write,Write,,hidden", "ID-002,write,Write,Buy now,hidden")]
    public void Each_falsehood_of_a_table_is_found(string from, string to) => Assert.NotEmpty(Remarks(table: Changed(Table, from, to)));

    [Theory]
    [InlineData(0, 1, 2, "")]
    [InlineData(0, 1, 2, "Trees and more")]
    [InlineData(0, 2, 2, "Trees")]
    [InlineData(0, 2, 2, "Buy now")]
    [InlineData(1, 3, 0, "Sponsored")]
    [InlineData(1, 1, 6, "3")]
    [InlineData(1, 2, 6, "0")]
    [InlineData(1, 4, 6, "5")]
    [InlineData(1, 5, 6, "3")]
    [InlineData(1, 4, 3, "South")]
    public void Each_falsehood_of_a_spreadsheet_is_found(int sheet, int row, int column, string cell) => Assert.NotEmpty(Remarks(sheets: SheetFile.Of(
        [.. Sheets.Select((rows, at) => at != sheet ? rows : [.. rows.Select((cells, line) => line != row ? cells : [.. cells.Select((text, place) => place == column ? cell : text)])])])));

    [Theory]
    [InlineData("<c r=\"C2\"><v>Trees</v></c>")]
    [InlineData("<c r=\"C2\" t=\"inlineStr\"><f>1+1</f><is><t>Trees</t></is></c>")]
    public void A_cell_that_a_program_may_take_for_something_else_is_found(string cell) =>
        Assert.NotEmpty(Remarks(sheets: SheetFile.Of(Sheets, part => part.Replace("<c r=\"C2\" t=\"inlineStr\"><is><t>Trees</t></is></c>", cell, StringComparison.Ordinal))));

    [Theory]
    [InlineData("<tr><td>ID-001</td><td>Trees</td><td>shown</td></tr>", "")]
    [InlineData("<td>Trees</td>", "<td>Trees</td><td>shown</td></tr><tr><td>ID-001</td><td>Trees</td>")]
    [InlineData("“<bdi>Trees</bdi>”", "“<bdi>Trees are bad</bdi>”")]
    [InlineData("[not printed]", "Buy now")]
    [InlineData("</main>", "Sponsored</main>")]
    [InlineData("<td>2</td><td>1</td><td>0</td><td>3</td>", "<td>3</td><td>0</td><td>0</td><td>3</td>")]
    [InlineData("North: 4", "North: 5")]
    [InlineData("<td>North</td><td>4</td>", "<td>North</td><td>5</td>")]
    [InlineData("<td>4</td><td>2</td>", "<td>4</td><td>1</td>")]
    public void Each_falsehood_of_a_page_is_found(string from, string to) => Assert.NotEmpty(Remarks(html: Changed(Html, from, to)));

    [Theory]
    [InlineData("ID-001 Trees — a citizen ·\nshown\n", "")]
    [InlineData("ID-001 Trees — a citizen ·\nshown\n", "ID-001 Trees — a citizen ·\nshown\nID-001 Trees — a citizen ·\nshown\n")]
    [InlineData("Ben-\nches", "Ben-\nch")]
    [InlineData("[not printed]", "Buy\nnow")]
    [InlineData("Benches 2 1 0 3", "Benches 2 0 1 3")]
    [InlineData("1 North 4 2", "1 North 5 2")]
    [InlineData("\f4 Annex\n", "\f")]
    public void Each_falsehood_on_paper_is_found(string from, string to) => Assert.NotEmpty(Remarks(paper: Changed(Paper, from, to)));

    [Theory]
    [InlineData("OP-001 Benches 2", "OP-001 Ben\u200b\nches 2")]
    [InlineData("OP-001 Benches 2", "OP-001 Ben\u00ad\nches 2")]
    [InlineData("ID-001 Trees — a", "ID-001 Tre\u00ad\nes — a")]
    public void A_word_that_is_broken_on_paper_is_the_same_word(string from, string to) => Assert.Empty(Remarks(paper: Changed(Paper, from, to)));

    [Fact]
    public void A_text_without_an_answer_may_be_there_and_one_that_was_refused_may_not()
    {
        var grown = Changed(Table, "ID-001,", "ID-003,write,Write,Shade,shown,,,,,\r\nID-001,");
        Assert.NotEmpty(Remarks(table: grown));
        var open = Account.Of(Told.Steps, [], ["Shade"], []);
        Assert.Empty(Counting.Differences("CSV", [], ["Shade"], open.Open));
        Assert.NotEmpty(Counting.Differences("CSV", [], ["Shade", "Shade"], open.Open));
    }

    [Theory]
    [InlineData("ideas.withdraw", """{"contribution":"ID-001"}""")]
    [InlineData("session.erase-words", """{"contribution":"ID-001"}""")]
    [InlineData("session.erase-mine", "{}")]
    [InlineData("contribution.mark", """{"contribution":"ID-001","mark":"withdraw"}""")]
    public void What_was_taken_back_or_erased_must_stand_nowhere(string name, string data)
    {
        var told = Account.Of(Told.Steps, [Kept(Ada, "ideas.give", "write", new { text = "Trees" }, 5), new(Ada, name, null, JsonNode.Parse(data)!, 6)], [], []);
        var page = new Page(Html);
        var remarks = Files.Differences(told, Encoding.UTF8.GetBytes(Table), new(SheetFile.Of(Sheets)), page, Print.Of(Paper, page.Heading)).ToList();
        Assert.All((string[])["CSV", "spreadsheet", "page", "PDF"], place => Assert.Contains($"{place}: «Trees» must not be read there", remarks));
    }

    [Theory]
    [InlineData("First - safe/comfortable to scrutinise", "First - safe/\ncomfortable to scru\u00ad\ntinise\n21 1 1 23")]
    [InlineData("negative/detrimental patterns - or/and none", "negative/\u200bdetri\u00ad\nmental patterns - or/and none 21 1 1 23")]
    [InlineData("In 24/7 - by 1/2/", "In 24/7 - by 1/2/ 21 1 1 23")]
    public void Numbers_behind_a_text_are_read_whatever_strokes_are_in_it(string text, string paper)
    {
        var print = Print.Of($"OP-001 {paper}\nAll contributions\nPage 1\fAnnex\nPage 2", "Annex");
        Assert.Equal(["21 1 1 23"], print.Behind(text, 4));
        Assert.Empty(print.Behind("Nobody said/wrote this", 4));
    }

    [Theory]
    [InlineData("\"Trees\"", "\"Bees\"")]
    [InlineData("{\"text\":\"Trees\"}", "")]
    [InlineData("{\"text\":\"Trees\"}", "{\"text\":\"Trees\"},{\"text\":\"Buy now\"}")]
    [InlineData("\"total\":1", "\"total\":2")]
    public void Each_falsehood_on_a_wall_is_found(string from, string to)
    {
        const string wall = """{"item":{"id":"write","hidden":false},"activity":{"total":1,"cards":[{"text":"Trees"}]}}""";
        Assert.Empty(Of(Viewer.Projector, wall).Differences(Told));
        Assert.NotEmpty(Of(Viewer.Projector, Changed(wall, from, to)).Differences(Told));
        Assert.NotEmpty(Of(Viewer.Phone, Changed(wall, "\"hidden\":false", "\"hidden\":true")).Differences(Told));
    }

    [Theory]
    [InlineData("say", """{"rows":[{"text":"Benches","agree":2,"disagree":1,"pass":0}]}""", "\"agree\":2", "\"agree\":3")]
    [InlineData("dots", """{"voters":2,"options":[{"id":"o1","dots":4}]}""", "\"dots\":4", "\"dots\":5")]
    [InlineData("dots", """{"voters":2,"options":[{"id":"o1","dots":4}]}""", "\"voters\":2", "\"voters\":3")]
    public void Each_wrong_count_on_a_screen_is_found(string item, string activity, string from, string to)
    {
        Assert.Empty(Shown(activity).Differences(Told));
        Assert.NotEmpty(Shown(Changed(activity, from, to)).Differences(Told));
        Screen Shown(string told) => Of(Viewer.Projector, $$"""{"item":{"id":"{{item}}","hidden":false},"activity":{{told}}}""");
    }

    [Fact]
    public void Ones_own_words_stand_on_ones_own_phone_also_those_that_nobody_else_sees()
    {
        var view = JsonNode.Parse("""{"item":{"id":"write","hidden":false},"activity":{"total":1,"cards":[{"text":"Trees"}]}}""");
        Assert.Empty(new Screen(Viewer.Phone, Ben, view, JsonNode.Parse("""{"activity":{"cards":[{"text":"Buy now"}]}}""")).Differences(Told));
        Assert.NotEmpty(new Screen(Viewer.Phone, Ben, view, JsonNode.Parse("""{"activity":{"cards":[]}}""")).Differences(Told));
    }

    [Fact]
    public void A_text_that_flashes_up_is_found_and_one_that_was_shown_when_it_might_is_not()
    {
        var glimpses = new Glimpses();
        var (waits, shown, gone) = (Token.Text(), Token.Text(), Token.Text());
        foreach (var text in (string[])[waits, shown, gone]) glimpses.Wrote(text, screen => screen is "author");
        Look("author", waits, 1);
        glimpses.Note(shown, at: 5, open: true, done: false);
        Look("other", shown, 6);
        glimpses.Note(gone, at: 5, open: true, done: false);
        Look("other", gone, 6);
        glimpses.Note(gone, at: 10, open: false, done: true);
        Look("other", gone, 12);
        Assert.Empty(glimpses.Flashes(lateness: 5));
        Look("other", gone, 30);
        Assert.Contains("after it was hidden", Assert.Single(glimpses.Flashes(lateness: 5)), StringComparison.Ordinal);
        Look("the wall", waits, 31);
        Assert.Contains(glimpses.Flashes(lateness: 5), flash => flash.Contains("before it was approved", StringComparison.Ordinal));

        void Look(string screen, string text, long at) => glimpses.Look(screen, Encoding.UTF8.GetBytes($$$"""{"patch":[{"op":"add","path":"/activity/cards/0","value":{"text":"{{{text}}}"}}]}"""), at);
    }

    private static IEnumerable<string> Remarks(string table = Table, string html = Html, string paper = Paper, byte[]? sheets = null)
    {
        var page = new Page(html);
        return Files.Differences(Told, Encoding.UTF8.GetBytes(table), new(sheets ?? SheetFile.Of(Sheets)), page, Print.Of(paper, page.Heading));
    }

    private static Screen Of(Viewer viewer, string view) => new(viewer, null, JsonNode.Parse(view), null);

    private static Acknowledged Kept(Guid by, string name, string? item, object data, long number) => new(by, name, item, JsonSerializer.SerializeToNode(data)!, number);

    private static string Changed(string text, string from, string to)
    {
        Assert.Contains(from, text, StringComparison.Ordinal);
        return text.Replace(from, to, StringComparison.Ordinal);
    }
}
