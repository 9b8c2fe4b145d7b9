using Participation.Reports;
using Participation.Sessions;
using Participation.Texts;
using Table = Participation.Reports.Table;

namespace Participation.Voting;

/// <summary>A subject with how many people gave it each grade; no tally where nobody may know.</summary>
internal sealed record GradedRow(string Id, string Text, Tally? Tally)
{
    public int Votes => Tally?.People.Values.Sum() ?? 0;

    public int? this[string grade] => Tally?[grade];
}

/// <summary>A vote by a <see cref="Scale"/> on paper: each subject as a bar of its grades, those that come first in some order named, and all of them in a table. It speaks in the words of its kind.</summary>
/// <param name="rows">In their order.</param>
internal sealed class Graded(Scene scene, Scale scale, IReadOnlyList<GradedRow> rows, Words words)
{
    private const int MostBars = 20, Named = 3, MostNamed = 8, MostSplit = 3;
    private readonly string kind = scene.Item.Kind;
    private readonly SplitVote? split = SplitVote.Of(scene, words);

    public IReadOnlyList<GradedRow> Rows => rows;

    public StackedBars Figure(string title, IReadOnlyList<GradedRow> bars) => Bars(title, scene.Tallies.Voters,
        bars.Select(row => new StackedBar(row.Text, row.Id, [.. scale.Grades.Select(grade => row[grade.Id] ?? 0)])), string.Join("; ", bars.Select(Counts)));

    /// <summary>Those that were answered most, in the order of all.</summary>
    public StackedBars Figure()
    {
        var most = rows.OrderByDescending(row => row.Votes).Take(MostBars).ToHashSet();
        var bars = rows.Where(row => row.Votes > 0 && most.Contains(row)).ToList();
        return Figure(bars.Count < rows.Count ? words.Count($"{kind}.report.figure-of", bars.Count, ("total", rows.Count)) : words[$"{kind}.report.figure"], bars);
    }

    /// <summary>The first three and all that tie with the third; where more tie than fit, it says how many.</summary>
    /// <param name="key">The sentence before them; with <c>.none</c> the one for nobody.</param>
    /// <param name="ranked">By <paramref name="count"/>.</param>
    public IEnumerable<Block> Foremost(string key, IReadOnlyList<GradedRow> ranked, Func<GradedRow, int?> count)
    {
        var tied = ranked.Count <= Named ? ranked.Count : ranked.Count(row => count(row) >= count(ranked[Named - 1]));
        var named = ranked.Take(Math.Min(tied, MostNamed)).Select(row => words[$"{kind}.report.named", ("text", row.Text), ("counts", Counts(row))]).ToList();
        if (tied > MostNamed) named.Add(words.Count($"{kind}.report.more", tied - MostNamed));
        yield return new Paragraph(words[named.Count == 0 ? $"{key}.none" : key]);
        if (named.Count > 0) yield return new Bullets(named);
    }

    /// <summary>All of them; those with the same counts in <paramref name="places"/> share a place.</summary>
    public Table Ranking(Func<GradedRow, object> places)
    {
        var first = rows.Index().GroupBy(row => places(row.Item)).ToDictionary(same => same.Key, same => same.First().Index + 1);
        return new(words[$"{kind}.report.table"], words["report.n", ("n", scene.Tallies.Voters)],
            [
                new(words[$"{kind}.report.rank"], 2, Number: true), new(words[$"{kind}.report.number"], 3), new(words[$"{kind}.report.statement"], 16, Verbatim: true),
                .. scale.Grades.Select(grade => new Column(Name(grade), 3, Number: true)), new(words[$"{kind}.report.votes-column"], 3, Number: true),
            ],
            [
                .. rows.Select(row => (IReadOnlyList<string>)
                [
                    Text(row.Tally is null ? null : first[places(row)]), row.Id, row.Text, .. scale.Grades.Select(grade => Text(row[grade.Id])), Text(row.Tally is null ? null : row.Votes),
                ]),
            ]);
    }

    /// <summary>Where the vote is split: the subjects on which the groups differ most as bars, one for each group, and all of them in a table.</summary>
    public IEnumerable<Block> Split()
    {
        var voted = rows.Where(row => row.Votes > 0).ToList();
        if (split is null) yield break;
        foreach (var block in split.Introduced([.. voted.Select(row => row.Id)])) yield return block;
        var apart = voted.Where(row => split.On(row.Id).Count > 0).ToList();
        if (apart.Count == 0) yield break;
        var differ = apart.Where(row => Apart(row) > 0).OrderByDescending(Apart).Take(MostSplit).ToList();
        if (differ.Count > 0) yield return new Paragraph(words["report.split.differ"]);
        foreach (var row in differ) yield return Figure(row);
        yield return new Table(split["table"], words["report.n", ("n", scene.Tallies.Voters)],
            [
                new(words[$"{kind}.report.number"], 3), new(words[$"{kind}.report.statement"], 11, Verbatim: true), new(split["column"], 8),
                .. scale.Grades.Select(grade => new Column(Name(grade), 3, Number: true)), new(words[$"{kind}.report.votes-column"], 3, Number: true),
            ],
            [.. apart.SelectMany(row => split.On(row.Id).Select((one, at) => Cells(row, one, first: at == 0)))]);
    }

    /// <summary>What stands in the tables, number by number.</summary>
    public IEnumerable<Measure> Measures(int votes)
    {
        var round = scene.Step.Rounds.Count;
        return [
            new(null, null, "voters", round, scene.Tallies.Voters), new(null, null, "votes", round, votes),
            .. SecretVote.NothingToShow(scene) ? [] : rows.SelectMany(row => scale.Grades.Select(grade => new Measure(row.Id, row.Text, grade.Id, round, row[grade.Id]) { Of = row.Votes })),
            .. split is null ? [] : from row in rows from one in split.On(row.Id) from grade in scale.Grades select split.Count(row.Id, row.Text, grade.Id, one, one.Tally[grade.Id]),
        ];
    }

    public string Counts(GradedRow row) =>
        words[$"{kind}.report.counts", [("id", row.Id), .. scale.Grades.Select(grade => (grade.Id, (object)(row[grade.Id] ?? 0))), ("n", row.Votes)]];

    /// <summary>The groups of one subject as bars.</summary>
    private StackedBars Figure(GradedRow row)
    {
        var groups = split!.On(row.Id);
        return Bars(words["report.split.figure", ("id", row.Id), ("text", Words.Within(row.Text))], row.Votes,
            groups.Select(one => new StackedBar(split.Label(one), null, [.. scale.Grades.Select(grade => one.Tally[grade.Id])])),
            string.Join("; ", groups.Select(one => $"{split.Label(one)}: {string.Join(", ", scale.Grades.Select(grade => $"{Name(grade)} {words.Number(one.Tally[grade.Id])}"))}")));
    }

    private StackedBars Bars(string title, int n, IEnumerable<StackedBar> bars, string alt) =>
        new(title, words["report.n", ("n", n)], [.. scale.Grades.Select(Name)], [.. bars], alt, [.. scale.Grades.Select(grade => grade.Fill)]);

    private string Name(Grade grade) => words[$"{kind}.report.{grade.Id}"];

    /// <summary>How far the groups are from each other: the largest share of the first grade without the smallest.</summary>
    private double Apart(GradedRow row)
    {
        var shares = split!.On(row.Id).Select(one => one.Tally[scale.Grades[0].Id] / (double)one.Voters).ToList();
        return shares.Max() - shares.Min();
    }

    /// <summary>The text stands where its groups begin, the number in each row.</summary>
    private IReadOnlyList<string> Cells(GradedRow row, Stratum one, bool first) =>
        [row.Id, first ? row.Text : "", split!.Label(one), .. scale.Grades.Select(grade => Text(one.Tally[grade.Id])), Text(one.Voters)];

    private string Text(int? n) => n is { } number ? words.Number(number) : "–";
}
