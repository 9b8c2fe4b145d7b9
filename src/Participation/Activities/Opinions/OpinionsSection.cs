using Participation.Reports;
using Participation.Sessions;
using Participation.Texts;
using Participation.Voting;
using Table = Participation.Reports.Table;

namespace Participation.Activities.Opinions;

/// <summary>The opinions in the report: how many votes of how many people, the shares as bars, what unites and what divides, and all statements in order of agreement.</summary>
internal static class OpinionsSection
{
    private const int MostBars = 20;
    private const int Named = 3;
    private const int MostNamed = 8;

    /// <summary>In favour, against, neither: as phone and wall fill them.</summary>
    private static readonly IReadOnlyList<int> Fills = [1, 6, 4];

    public static IReadOnlyList<Block> Of(OpinionsState state, Scene scene, Words words)
    {
        var view = OpinionsView.Of(state, scene, new Audience(Role.Facilitator));
        var ranked = Ranked(view);
        var blocks = new List<Block>
        {
            new Lead(words.Of(view.Question)),
            new Paragraph(words["opinions.report.given", ("votes", words.Count("opinions.report.votes", view.Votes)),
                ("people", words.Count("report.people", view.Voters)), ("statements", words.Count("opinions.report.statements", ranked.Count))]),
        };
        blocks.AddRange(SecretVote.Blocks(scene, words));
        if (SecretVote.NothingToShow(scene)) return blocks;
        if (scene.Step.Rounds.Count > 1) blocks.Add(new Paragraph(words["opinions.report.round", ("round", scene.Step.Rounds.Count)]));
        if (view.Votes == 0) blocks.Add(new Paragraph(words["opinions.report.no-votes"]));
        else AddCounts(blocks, words, ranked, view.Voters);
        if (ranked.Count > 0) blocks.Add(Ranking(words, ranked, view.Voters));
        return blocks;
    }

    /// <summary>What stands in the table above, number by number.</summary>
    public static IEnumerable<SectionCount> Counts(OpinionsState state, Scene scene, Words words)
    {
        var (view, round) = (OpinionsView.Of(state, scene, new Audience(Role.Facilitator)), scene.Step.Rounds.Count);
        SectionCount Of(OpinionRow row, string name, int? n) => new(row.Id, TextOf(row, words), name, round, n);
        return [
            new(null, null, "voters", round, view.Voters), new(null, null, "votes", round, view.Votes),
            .. SecretVote.NothingToShow(scene) ? [] : Ranked(view).SelectMany(row => new[] { Of(row, "agree", row.Agree), Of(row, "disagree", row.Disagree), Of(row, "pass", row.Pass) }),
        ];
    }

    /// <summary>Shown statements, those with most agreement first.</summary>
    internal static List<OpinionRow> Ranked(OpinionsView view) =>
    [
        .. view.Rows.Where(row => row.Status == ContributionStatus.Shown)
            .OrderByDescending(row => row.Agree).ThenBy(row => row.Disagree).ThenBy(row => row.Id, StringComparer.Ordinal),
    ];

    private static void AddCounts(List<Block> blocks, Words words, List<OpinionRow> ranked, int voters)
    {
        var most = ranked.OrderByDescending(row => row.Votes).Take(MostBars).ToHashSet();
        var bars = ranked.FindAll(row => row.Votes > 0 && most.Contains(row));
        blocks.Add(Figure(
            bars.Count < ranked.Count ? words.Count("opinions.report.figure-of", bars.Count, ("total", ranked.Count)) : words["opinions.report.figure"], bars, voters, words));
        AddNamed(blocks, words, "opinions.report.most-agreed", [.. ranked.Where(row => row.Agree > row.Disagree)], row => row.Agree);
        AddNamed(blocks, words, "opinions.report.most-divided", [.. ranked.Where(row => Lesser(row) > 0).OrderByDescending(Lesser).ThenByDescending(row => row.Votes)], Lesser);
    }

    internal static StackedBars Figure(string title, List<OpinionRow> rows, int voters, Words words) => new(
        title, words["report.n", ("n", voters)],
        [words["opinions.report.agree"], words["opinions.report.disagree"], words["opinions.report.pass"]],
        [.. rows.Select(row => new StackedBar(TextOf(row, words), row.Id, [row.Agree ?? 0, row.Disagree ?? 0, row.Pass ?? 0]))],
        string.Join("; ", rows.Select(row => Counts(row, words))), Fills);

    /// <summary>The first three and all that tie with the third; where more tie than fit, it says how many.</summary>
    private static void AddNamed(List<Block> blocks, Words words, string key, List<OpinionRow> rows, Func<OpinionRow, int?> count)
    {
        var tied = rows.Count <= Named ? rows.Count : rows.Count(row => count(row) >= count(rows[Named - 1]));
        var named = rows.Take(Math.Min(tied, MostNamed)).Select(row => words["opinions.report.named", ("text", TextOf(row, words)), ("counts", Counts(row, words))]).ToList();
        if (tied > MostNamed) named.Add(words.Count("opinions.report.more", tied - MostNamed));
        blocks.Add(new Paragraph(words[named.Count == 0 ? $"{key}.none" : key]));
        if (named.Count > 0) blocks.Add(new Bullets(named));
    }

    private static Table Ranking(Words words, List<OpinionRow> ranked, int voters)
    {
        // The place of the first that has the same counts.
        var places = ranked.Index().GroupBy(row => (row.Item.Agree, row.Item.Disagree)).ToDictionary(same => same.Key, same => same.First().Index + 1);
        return new(words["opinions.report.table"], words["report.n", ("n", voters)],
            [
                new(words["opinions.report.rank"], 2, Number: true), new(words["opinions.report.number"], 3),
                new(words["opinions.report.statement"], 16, Verbatim: true), new(words["opinions.report.agree"], 3, Number: true),
                new(words["opinions.report.disagree"], 3, Number: true), new(words["opinions.report.pass"], 3, Number: true),
                new(words["opinions.report.votes-column"], 3, Number: true),
            ],
            [
                .. ranked.Select(row => (IReadOnlyList<string>)
                [
                    Text(row.Agree is null ? null : places[(row.Agree, row.Disagree)], words), row.Id, TextOf(row, words),
                    Text(row.Agree, words), Text(row.Disagree, words), Text(row.Pass, words), Text(row.Agree is null ? null : row.Votes, words),
                ]),
            ]);
    }

    /// <summary>How many stand on the smaller side: the more of them, the more a statement divides.</summary>
    internal static int? Lesser(OpinionRow row) => row.Agree < row.Disagree ? row.Agree : row.Disagree;

    internal static string Counts(OpinionRow row, Words words) => words["opinions.report.counts",
        ("id", row.Id), ("agree", row.Agree ?? 0), ("disagree", row.Disagree ?? 0), ("pass", row.Pass ?? 0), ("n", row.Votes)];

    internal static string TextOf(OpinionRow row, Words words) => row.Label is { } label ? words.Of(label) : row.Text!;

    private static string Text(int? n, Words words) => n is { } number ? words.Number(number) : "–";
}
