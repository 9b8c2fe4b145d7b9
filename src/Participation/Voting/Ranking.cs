using Participation.Reports;
using Participation.Sessions;
using Participation.Texts;
using Table = Participation.Reports.Table;

namespace Participation.Voting;

/// <summary>A vote by <see cref="Amounts"/> on paper: the subjects in order of what they got, beside the round before, with ties in words. It speaks in the words of its kind.</summary>
internal sealed class Ranking
{
    private const int MostBars = 20, MostColumns = 5;
    private readonly Scene scene;
    private readonly Words words;
    private readonly string kind;
    private readonly SplitVote? split;

    public Ranking(Scene scene, IEnumerable<Subject> subjects, Words words)
    {
        (this.scene, this.words, kind, Voters) = (scene, words, scene.Item.Kind, scene.Tallies.Voters);
        (Rows, HasResult) = (Ranked(subjects), !SecretVote.NothingToShow(scene) && Voters > 0);
        HasResult &= Rows.Count > 0;
        split = HasResult ? SplitVote.Of(scene, words) : null;
    }

    /// <summary>A subject with its place: those that got the same share it, and the next place is left out.</summary>
    public sealed record Row(int Rank, Subject Of, int Amount, int? Before, int Voters);

    public IReadOnlyList<Row> Rows { get; }

    public int Voters { get; }

    /// <summary>There is something to rank, people voted, and it may be shown.</summary>
    public bool HasResult { get; }

    /// <summary>Figure, ties and table.</summary>
    public IEnumerable<Block> Blocks()
    {
        if (Rows.Count == 0 || SecretVote.NothingToShow(scene)) yield break;
        if (Voters == 0)
        {
            yield return new Paragraph(words[$"{kind}.report.no-votes"]);
            yield break;
        }
        var (n, before) = (NOf(), Rows[0].Before is not null);
        if (before) yield return new Paragraph(words[$"{kind}.report.before", ("rounds", n)]);
        yield return Figure(MostBars, n, before);
        var ties = Rows.Where(row => row.Amount > 0).GroupBy(row => row.Rank).Where(tie => tie.Count() > 1).Select(tie => Tie(tie.Key, [.. tie], Name)).ToList();
        if (ties.Count > 0)
        {
            yield return new Paragraph(words[$"{kind}.report.ties"]);
            yield return new Bullets(ties);
        }
        yield return Table(n, before);
        foreach (var block in split is null ? [] : Split(split)) yield return block;
    }

    /// <summary>What stands in the table, number by number.</summary>
    /// <param name="unit">What the amounts are called in the data.</param>
    public IEnumerable<Measure> Measures(string unit)
    {
        var round = scene.Step.Rounds.Count;
        yield return new(null, null, "voters", round, Voters);
        if (!HasResult) yield break;
        if (scene.Tallies.VotersBefore is { } earlier) yield return new(null, null, "voters", round - 1, earlier);
        foreach (var row in Rows)
        {
            var (id, label) = (row.Of.Id, row.Of.In(words));
            yield return new(id, label, unit, round, row.Amount);
            yield return new(id, label, "voters", round, row.Voters) { Of = Voters };
            if (row.Before is { } before) yield return new(id, label, unit, round - 1, before);
        }
        foreach (var one in split?.On() ?? [])
        {
            yield return split!.Count(null, null, "voters", one, one.Voters);
            foreach (var (of, amount) in Given(one)) yield return split.Count(of.Id, of.In(words), unit, one, amount);
        }
    }

    /// <summary>The first of them as bars.</summary>
    public Bars Figure(int most) => Figure(most, words["report.n", ("n", Voters)], before: false);

    /// <summary>Who shares the first place; null: one alone has it.</summary>
    public string? FirstTie() => Rows.Where(row => row.Rank == 1 && row.Amount > 0).ToList() is { Count: > 1 } first ? Tie(1, first, subject => subject.In(words)) : null;

    /// <summary>Where the vote is split: what each group gave, subject by subject; a few groups stand beside each other.</summary>
    private IEnumerable<Block> Split(SplitVote split)
    {
        foreach (var block in split.Introduced([Papers.Whole])) yield return block;
        if (split.On() is not { Count: > 0 } groups) yield break;
        var (option, given) = (new Column(words[$"{kind}.report.option"], 12, Verbatim: true), groups.Select(Given).ToList());
        yield return groups.Count <= MostColumns
            ? new Table(split["table"], words["report.n", ("n", Voters)], [option, .. groups.Select(one => new Column(split.WithVoters(one), 5, Number: true))],
                [.. Rows.Index().Select(row => (IReadOnlyList<string>)[Name(row.Item.Of), .. given.Select(each => words.Number(each[row.Index].Amount))])])
            : new Table(split["table"], words["report.n", ("n", Voters)], [new(split["column"], 8), option, new(words[$"{kind}.report.dots-column"], 3, Number: true)],
                [.. groups.Zip(given).SelectMany(group => group.Second.Select(each => (IReadOnlyList<string>)[split.WithVoters(group.First), Name(each.Of), words.Number(each.Amount)]))]);
    }

    /// <summary>What a group gave, in the order of all.</summary>
    private IReadOnlyList<(Subject Of, int Amount)> Given(Stratum one)
    {
        var sums = Amounts.Sum(one.Tally);
        return [.. Rows.Select(row => (row.Of, sums.GetValueOrDefault(row.Of.Id).Amount))];
    }

    private List<Row> Ranked(IEnumerable<Subject> subjects)
    {
        var (now, before, rows) = (Amounts.Sum(scene.Tallies.On() ?? Tally.None), scene.Tallies.Before is { } round ? Amounts.Sum(round.On(Papers.Whole)) : null, new List<Row>());
        foreach (var (place, counted) in subjects.Select(subject => (Of: subject, Now: now.GetValueOrDefault(subject.Id))).OrderByDescending(counted => counted.Now.Amount).Index())
            rows.Add(new(place > 0 && rows[^1].Amount == counted.Now.Amount ? rows[^1].Rank : place + 1,
                counted.Of, counted.Now.Amount, before?.GetValueOrDefault(counted.Of.Id).Amount, counted.Now.People));
        return rows;
    }

    private Bars Figure(int most, string n, bool before)
    {
        var bars = Rows.Take(most).ToList();
        return new(
            bars.Count < Rows.Count ? words[$"{kind}.report.figure-of", ("n", bars.Count), ("total", Rows.Count)] : words[$"{kind}.report.figure"],
            words[$"{kind}.report.dots"], n, [.. bars.Select(row => new Bar(row.Of.In(words), row.Of.Mark, row.Amount, before ? row.Before : null))],
            string.Join("; ", bars.Select(row => $"{row.Of.In(words)}: {words.Number(row.Amount)}")));
    }

    private string Tie(int rank, List<Row> rows, Func<Subject, string> name) => words[$"{kind}.report.tie",
        ("rank", rank), ("dots", words.Count($"{kind}.report.dots", rows[0].Amount)), ("options", string.Join("; ", rows.Select(row => Words.Within(name(row.Of)))))];

    /// <summary>Of how many: in each of the two rounds that stand side by side.</summary>
    private string NOf() => scene.Tallies.VotersBefore is { } before
        ? words[$"{kind}.report.rounds", ("before", scene.Step.Rounds.Count - 1), ("earlier", before), ("round", scene.Step.Rounds.Count), ("n", Voters)]
        : words["report.n", ("n", Voters)];

    private Table Table(string n, bool before)
    {
        List<Column> columns =
        [
            new(words[$"{kind}.report.rank"], 2, Number: true), new(words[$"{kind}.report.option"], 16, Verbatim: true),
            new(words[$"{kind}.report.dots-column"], 3, Number: true), new(words[$"{kind}.report.voters"], 4, Number: true),
        ];
        if (before) columns.Insert(3, new(words[$"{kind}.report.before-column"], 4, Number: true));
        return new(words[$"{kind}.report.table"], n, columns, [.. Rows.Select(row => Cells(row, before))]);
    }

    private List<string> Cells(Row row, bool before)
    {
        List<string> cells = [words.Number(row.Rank), Name(row.Of), words.Number(row.Amount), words.Number(row.Voters)];
        if (before) cells.Insert(3, words.Number(row.Before ?? 0));
        return cells;
    }

    private string Name(Subject subject) => subject.Mark is { } mark ? $"{mark} {subject.In(words)}" : subject.In(words);
}
