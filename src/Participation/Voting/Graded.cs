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
    private const int MostBars = 20, Named = 3, MostNamed = 8;
    private readonly string kind = scene.Item.Kind;

    public IReadOnlyList<GradedRow> Rows => rows;

    public StackedBars Figure(string title, IReadOnlyList<GradedRow> bars) => new(
        title, words["report.n", ("n", scene.Tallies.Voters)], [.. scale.Grades.Select(grade => words[$"{kind}.report.{grade.Id}"])],
        [.. bars.Select(row => new StackedBar(row.Text, row.Id, [.. scale.Grades.Select(grade => row[grade.Id] ?? 0)]))],
        string.Join("; ", bars.Select(Counts)), [.. scale.Grades.Select(grade => grade.Fill)]);

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
                .. scale.Grades.Select(grade => new Column(words[$"{kind}.report.{grade.Id}"], 3, Number: true)), new(words[$"{kind}.report.votes-column"], 3, Number: true),
            ],
            [
                .. rows.Select(row => (IReadOnlyList<string>)
                [
                    Text(row.Tally is null ? null : first[places(row)]), row.Id, row.Text, .. scale.Grades.Select(grade => Text(row[grade.Id])), Text(row.Tally is null ? null : row.Votes),
                ]),
            ]);
    }

    /// <summary>What stands in the table, number by number.</summary>
    public IEnumerable<SectionCount> Counts(int votes)
    {
        var round = scene.Step.Rounds.Count;
        return [
            new(null, null, "voters", round, scene.Tallies.Voters), new(null, null, "votes", round, votes),
            .. SecretVote.NothingToShow(scene) ? [] : rows.SelectMany(row => scale.Grades.Select(grade => new SectionCount(row.Id, row.Text, grade.Id, round, row[grade.Id]))),
        ];
    }

    public string Counts(GradedRow row) =>
        words[$"{kind}.report.counts", [("id", row.Id), .. scale.Grades.Select(grade => (grade.Id, (object)(row[grade.Id] ?? 0))), ("n", row.Votes)]];

    private string Text(int? n) => n is { } number ? words.Number(number) : "–";
}
