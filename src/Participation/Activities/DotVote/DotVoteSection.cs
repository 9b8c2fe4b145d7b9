using Participation.Reports;
using Participation.Sessions;
using Participation.Texts;
using Participation.Voting;
using Table = Participation.Reports.Table;

namespace Participation.Activities.DotVote;

/// <summary>The vote in the report: its rule, how many voted, the options in order of their dots beside the round before, and ties in words.</summary>
internal static class DotVoteSection
{
    private const int MostBars = 20;

    /// <summary>An option with its place: options with the same dots share it, and the next place is left out.</summary>
    internal sealed record Ranked(int Rank, Subject Option, int Dots, int? Before, int Voters);

    public static IReadOnlyList<Block> Of(Scene scene, Words words)
    {
        var (settings, voters) = (scene.Settings<DotVoteSettings>(), scene.Tallies.Voters);
        var ranked = Rank(scene);
        var blocks = new List<Block>
        {
            new Lead(words.Of(settings.Question)),
            new Paragraph(words.Count("dot-vote.report.rule", settings.Budget, ("most", settings.MaxPerItem))),
        };
        if (scene.Secret is null && voters > 0) blocks.Add(new Paragraph(words.Count("dot-vote.report.voted", voters)));
        blocks.AddRange(SecretVote.Blocks(scene, words));
        if (ranked.Count == 0 || SecretVote.NothingToShow(scene)) return blocks;
        if (voters == 0) blocks.Add(new Paragraph(words["dot-vote.report.no-votes"]));
        else AddResult(blocks, words, ranked, NOf(scene, words));
        return blocks;
    }

    /// <summary>What stands in the table above, number by number.</summary>
    public static IEnumerable<SectionCount> Counts(Scene scene, Words words)
    {
        var (round, ranked) = (scene.Step.Rounds.Count, Rank(scene));
        yield return new(null, null, "voters", round, scene.Tallies.Voters);
        if (ranked.Count == 0 || SecretVote.NothingToShow(scene) || scene.Tallies.Voters == 0) yield break;
        if (scene.Tallies.VotersBefore is { } before) yield return new(null, null, "voters", round - 1, before);
        foreach (var row in ranked)
        {
            var (id, label) = (row.Option.Id, row.Option.In(words));
            yield return new(id, label, "dots", round, row.Dots);
            yield return new(id, label, "voters", round, row.Voters);
            if (row.Before is { } dots) yield return new(id, label, "dots", round - 1, dots);
        }
    }

    internal static List<Ranked> Rank(Scene scene)
    {
        var (now, before, ranked) = (Amounts.Sum(scene.Tallies.On() ?? Tally.None), scene.Tallies.Before is { } round ? Amounts.Sum(round.On(Papers.Whole)) : null, new List<Ranked>());
        foreach (var (place, counted) in scene.Settings<DotVoteSettings>().Subjects(scene).Select(option => (Option: option, Now: now.GetValueOrDefault(option.Id)))
            .OrderByDescending(counted => counted.Now.Amount).Index())
            ranked.Add(new(place > 0 && ranked[^1].Dots == counted.Now.Amount ? ranked[^1].Rank : place + 1,
                counted.Option, counted.Now.Amount, before?.GetValueOrDefault(counted.Option.Id).Amount, counted.Now.People));
        return ranked;
    }

    /// <summary>Of how many: in each of the two rounds that stand side by side.</summary>
    private static string NOf(Scene scene, Words words)
    {
        var (voters, rounds) = (scene.Tallies.Voters, scene.Step.Rounds.Count);
        return scene.Tallies.VotersBefore is { } before
            ? words["dot-vote.report.rounds", ("before", rounds - 1), ("earlier", before), ("round", rounds), ("n", voters)]
            : words["report.n", ("n", voters)];
    }

    private static void AddResult(List<Block> blocks, Words words, List<Ranked> ranked, string n)
    {
        var before = ranked[0].Before is not null;
        if (before) blocks.Add(new Paragraph(words["dot-vote.report.before", ("rounds", n)]));
        var bars = ranked.Take(MostBars).ToList();
        blocks.Add(new Bars(
            bars.Count < ranked.Count ? words["dot-vote.report.figure-of", ("n", bars.Count), ("total", ranked.Count)] : words["dot-vote.report.figure"],
            words["dot-vote.report.dots"], n,
            [.. bars.Select(row => new Bar(row.Option.In(words), row.Option.Mark, row.Dots, row.Before))],
            string.Join("; ", bars.Select(row => $"{row.Option.In(words)}: {words.Number(row.Dots)}"))));
        AddTies(blocks, words, ranked);
        blocks.Add(RankingTable(words, ranked, n, before));
    }

    private static void AddTies(List<Block> blocks, Words words, List<Ranked> ranked)
    {
        var ties = ranked.Where(row => row.Dots > 0).GroupBy(row => row.Rank).Where(tie => tie.Count() > 1)
            .Select(tie => words["dot-vote.report.tie", ("rank", tie.Key), ("dots", words.Count("dot-vote.report.dots", tie.First().Dots)),
                ("options", string.Join("; ", tie.Select(row => Words.Within(Name(row.Option, words)))))])
            .ToList();
        if (ties.Count == 0) return;
        blocks.Add(new Paragraph(words["dot-vote.report.ties"]));
        blocks.Add(new Bullets(ties));
    }

    private static Table RankingTable(Words words, List<Ranked> ranked, string n, bool before)
    {
        List<Column> columns =
        [
            new(words["dot-vote.report.rank"], 2, Number: true), new(words["dot-vote.report.option"], 16, Verbatim: true),
            new(words["dot-vote.report.dots-column"], 3, Number: true), new(words["dot-vote.report.voters"], 4, Number: true),
        ];
        if (before) columns.Insert(3, new(words["dot-vote.report.before-column"], 4, Number: true));
        return new(words["dot-vote.report.table"], n, columns,
            [.. ranked.Select(row => Cells(row, words, before))]);
    }

    private static List<string> Cells(Ranked row, Words words, bool before)
    {
        List<string> cells = [Text(row.Rank, words), Name(row.Option, words), Text(row.Dots, words), Text(row.Voters, words)];
        if (before) cells.Insert(3, Text(row.Before ?? 0, words));
        return cells;
    }

    private static string Name(Subject option, Words words) => option.Mark is { } mark ? $"{mark} {option.In(words)}" : option.In(words);

    private static string Text(int n, Words words) => words.Number(n);
}
