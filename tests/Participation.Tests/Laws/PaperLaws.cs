using System.Text.Json;
using System.Text.RegularExpressions;
using Participation.Reports;
using Participation.Server.Reports;
using Participation.Sessions;
using Participation.Tests.Activities;
using Participation.Tests.Laws.Speech;
using Participation.Tests.Reports;
using Participation.Texts;

namespace Participation.Tests.Laws;

/// <summary>
/// What each kind prints is in words of its language, counts one as one, and can be told apart without colours. Kinds and what is in them come from the examples: a new
/// one is printed here from its first day on.
/// </summary>
public sealed partial class PaperLaws(EngineFixture engine) : IClassFixture<EngineFixture>
{
    /// <summary>A section with less in it says nothing.</summary>
    private const int Least = 3;

    /// <summary>Fills that phone, wall, page and paper tell apart.</summary>
    private const int Fills = 7;

    public static MatrixTheoryData<string, string> Sections => new([.. FullRoom.Items.Select(item => item.Id)], [.. LocalText.Languages]);

    public static TheoryData<string> Items => [.. FullRoom.Items.Select(item => item.Id)];

    public static TheoryData<string> Votes => [.. FullRoom.Items.Where(item => Examples.Votes.Contains(item.Kind)).Select(item => item.Id)];

    [Theory, MemberData(nameof(Sections))]
    public async Task Every_block_is_in_words_of_its_language(string item, string language)
    {
        var blocks = Printed(await FullRoom.Held, item, language);
        Assert.True(blocks.Count >= Least, $"{blocks.Count} blocks");
        foreach (var block in blocks.Select(Text))
        {
            Assert.DoesNotMatch(Key(), block);
            Assert.DoesNotMatch(Place(), block);
            // What the organisers wrote says in which language it is.
            Assert.All(LocalText.Languages.Where(other => other != language), other => Assert.DoesNotContain($"({other})", block, StringComparison.Ordinal));
        }
    }

    [Theory, MemberData(nameof(Sections))]
    public async Task One_is_counted_as_one(string item, string language)
    {
        var blocks = Printed(await FullRoom.OfOne, item, language);
        Assert.NotEmpty(blocks);
        Assert.All(blocks.Select(Text), block => Assert.DoesNotMatch(OneOfMany.In(language), block));
    }

    [Theory, MemberData(nameof(Items))]
    public async Task Every_figure_says_what_it_shows_of_how_many_and_no_part_of_it_looks_like_another(string item)
    {
        foreach (var block in Printed(await FullRoom.Held, item, "en"))
        {
            if (Figure(block) is (var title, var n, var alt)) Assert.All((string[])[title, n, alt], said => Assert.False(string.IsNullOrWhiteSpace(said), $"{block}"));
            if (block is not StackedBars bars) continue;
            var fills = bars.Fills ?? [.. Enumerable.Range(1, bars.Parts.Count)];
            Assert.Equal(bars.Parts.Count, fills.Count);
            Assert.Equal(bars.Parts.Count, bars.Parts.Distinct().Count());
            Assert.Equal(fills.Count, fills.Distinct().Count());
            Assert.All(fills, fill => Assert.InRange(fill, 1, Fills));
            Assert.All(bars.Rows, row => Assert.Equal(bars.Parts.Count, row.Values.Count));
        }
    }

    /// <summary>Where people vote there is a figure of it, with the numbers in it: else the law above looked at nothing.</summary>
    [Theory, MemberData(nameof(Votes))]
    public async Task A_vote_is_drawn(string item) => Assert.Contains(Printed(await FullRoom.Held, item, "en"), block => block is Bars { Rows.Count: > 1 } or StackedBars { Rows.Count: > 1 });

    [Fact]
    public void On_the_page_as_many_fills_as_there_are_look_different()
    {
        var page = HtmlReport.Write(Scale());
        var used = Filled().Matches(page).Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(2 * Fills, used.Count);
        Assert.Equal(Fills, used.Distinct().Count());
        var drawn = Pattern().Matches(HtmlFigures.Patterns).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);
        Assert.Equal(drawn.Count, drawn.Values.Distinct().Count());
        // A fill without a pattern of its own is solid or empty.
        Assert.Equal(Fills - 2, drawn.Count);
    }

    [Fact]
    public async Task On_paper_as_many_fills_as_there_are_are_told_apart_in_one_bit_black_and_white()
    {
        using var pdf = await engine.Set(Scale());
        var looks = Enumerable.Range(0, Fills).Select(part => Inked.Beside(pdf, $"{201 + part}")).ToList();
        Expect.None(from one in looks.Index() from other in looks.Index() where one.Index < other.Index && one.Item.Distance(other.Item) < 0.04
            select $"part {one.Index + 1} {one.Item} looks like part {other.Index + 1} {other.Item}");
    }

    /// <summary>One row of as many parts as there are fills.</summary>
    private static Report Scale() => new("en", "Scale", "Of seven", [],
        [new Section(1, "Scale", [new StackedBars("Grades", "n = 1,428", [.. Enumerable.Range(1, Fills).Select(n => $"grade {n}")], [new("All", null, [.. Enumerable.Range(201, Fills)])], "Seven grades.")])],
        SampleReport.In("en").Labels);

    private static IReadOnlyList<Block> Printed(SessionState state, string item, string language) =>
        state.Scene(state.Item(item)).Section(Words.In[language])!.Blocks();

    private static string Text(Block block) => JsonSerializer.Serialize<object>(block, Participation.Journal.Json.Options);

    private static (string Title, string N, string Alt)? Figure(Block block) => block switch
    {
        Bars bars => (bars.Title, bars.N, bars.Alt),
        StackedBars bars => (bars.Title, bars.N, bars.Alt),
        Cloud cloud => (cloud.Title, cloud.N, cloud.Alt),
        ClusterMap map => (map.Title, map.N, map.Alt),
        Relations relations => (relations.Title, relations.N, relations.Alt),
        _ => null,
    };

    /// <summary>A key of the catalogue, of a kind or of the report.</summary>
    private static Regex Key() => new($@"\b(?:{string.Join('|', ActivityKinds.All.Select(kind => kind.Kind).Append("report"))})\.[a-z]");

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Place();

    [GeneratedRegex("<rect class=\"f(\\d)\"")]
    private static partial Regex Filled();

    [GeneratedRegex("<pattern id=\"p(\\d)\"[^>]*>(.*?)</pattern>")]
    private static partial Regex Pattern();
}
