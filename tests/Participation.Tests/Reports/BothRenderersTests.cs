using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Participation.Reports;
using Participation.Server.Reports;
using Participation.Tests.Laws;

namespace Participation.Tests.Reports;

/// <summary>
/// Page and paper print the same of each block: every text and every count in it is made a mark of its own and looked for in both, also in what stands for a figure where nobody sees it. A
/// member that one of them does not know is listed here.
/// </summary>
public sealed partial class BothRenderersTests(EngineFixture engine) : IClassFixture<EngineFixture>
{
    /// <summary>What is not printed: which record it is, how wide, in which fill and by which line, and what ties the parts of a drawing together.</summary>
    private static readonly string[] Unread = ["kind", "width", "fills", "line", "id", "from", "to"];

    /// <summary>One of every kind; and where a member says that a block is set otherwise, one of these.</summary>
    private static IEnumerable<Block> Blocks =>
    [
        .. SampleReport.EveryBlock("en", rows: 2),
        new StackedBars("Grades", "n = 3", ["yes", "no"], [new StackedBar("All", "A", [2, 1])], "Two of three.", Fills: [1, 6]),
        new Lead("Shade comes first.", "Strategy", Voice: true, Note: "shade"),
        new Table("Annex", "n = 2", [new Column("No.", 2), new Column("Contribution", 8, Verbatim: true), new Column("Known", 3)], [["IM-001", "Shade", "shown"]], Running: true),
    ];

    [Fact]
    public async Task What_one_of_the_two_prints_of_a_block_the_other_prints_too()
    {
        var (marks, somewhere, nowhere, lacks) = (0, new HashSet<string>(), new HashSet<string>(), new List<string>());
        foreach (var block in Blocks)
        {
            var places = new Dictionary<string, string>();
            var marked = Marked(JsonSerializer.SerializeToNode(block, ReportJson.Options), block.GetType().Name, places);
            var report = SampleReport.Holding(marked.Deserialize<Block>(ReportJson.Options)!);
            var page = Said(HtmlReport.Write(report));
            using var pdf = await engine.Set(report);
            var paper = pdf.Text + Alternatives(pdf.Unpacked);
            foreach (var (mark, place) in places)
            {
                var (onPage, onPaper) = (page.Contains(mark, StringComparison.Ordinal), paper.Contains(mark, StringComparison.Ordinal));
                if (onPage != onPaper) lacks.Add($"{place} is printed on {(onPage ? "the page" : "paper")} alone");
                (onPage || onPaper ? somewhere : nowhere).Add(place);
                marks++;
            }
        }
        Expect.None(lacks.Distinct());
        Expect.None(nowhere.Except(somewhere).Select(place => $"{place} is printed by neither"));
        Assert.True(marks > 80, $"{marks} marks");
    }

    /// <summary>A member that is nowhere filled would be looked for nowhere.</summary>
    [Fact]
    public void The_blocks_that_are_looked_at_leave_no_member_empty()
    {
        var (filled, empty) = (new HashSet<string>(), new HashSet<string>());
        foreach (var block in Blocks) Fill(JsonSerializer.SerializeToNode(block, ReportJson.Options)!, block.GetType().Name);
        Expect.None(empty.Except(filled).Select(place => $"no block has {place}"));

        void Fill(JsonNode? node, string place)
        {
            (node is null ? empty : filled).Add(place);
            if (node is JsonObject members) foreach (var (name, member) in members) Fill(member, $"{place}.{name}");
            if (node is JsonArray items) foreach (var item in items) Fill(item, place);
        }
    }

    /// <summary>The same with another text or number wherever there is one; by each mark its place is known.</summary>
    private static JsonNode? Marked(JsonNode? node, string place, Dictionary<string, string> places)
    {
        switch (node)
        {
            case JsonObject members:
                return new JsonObject(members.Select(member => new KeyValuePair<string, JsonNode?>(member.Key,
                    Unread.Contains(member.Key) ? member.Value?.DeepClone() : Marked(member.Value, $"{place}.{member.Key}", places))));
            case JsonArray items:
                return new JsonArray([.. items.Select(item => Marked(item, place, places))]);
            case JsonValue value when value.GetValueKind() is JsonValueKind.Number or JsonValueKind.String:
                var number = 301 + places.Count;
                var isText = value.GetValueKind() == JsonValueKind.String;
                places[isText ? $"zq{number}" : $"{number}"] = place;
                return isText ? JsonValue.Create($"zq{number}") : JsonValue.Create(number);
            default:
                return node?.DeepClone();
        }
    }

    /// <summary>What can be read on a page, and what is read out for a figure.</summary>
    private static string Said(string page)
    {
        var body = page[page.IndexOf("<body", StringComparison.Ordinal)..];
        return WebUtility.HtmlDecode(Tag().Replace(body, " ") + string.Join(' ', Label().Matches(body).Select(label => label.Groups[1].Value)));
    }

    private static string Alternatives(string unpacked) => string.Join(' ', Alternative().Matches(unpacked).Select(alt => alt.Groups[1].Value));

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("aria-label=\"([^\"]*)\"")]
    private static partial Regex Label();

    [GeneratedRegex(@"/Alt \(([^)]*)\)")]
    private static partial Regex Alternative();
}
