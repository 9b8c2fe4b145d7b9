using Participation.Reports;
using Participation.Sessions;
using Participation.Texts;
using Participation.Voting;

namespace Participation.Activities.DotVote;

/// <summary>The vote on the page with the result: the first options with their dots, and what could not be counted or shown. Where a board is weighed by these dots, it tells them.</summary>
internal static class DotVoteFindings
{
    private const int Most = 5;

    public static Findings Of(Scene scene, Words words)
    {
        var ranked = DotVoteSection.Rank(scene);
        var shown = ranked.Count > 0 && !SecretVote.NothingToShow(scene) && scene.Tallies.Voters > 0;
        return new(shown && !scene.Weighs ? [Figure(ranked, scene.Tallies.Voters, words)] : [], [.. SecretVote.Uncounted(scene, words), .. shown ? Tie(ranked, words) : []]);
    }

    private static Bars Figure(List<DotVoteSection.Ranked> ranked, int voters, Words words)
    {
        var bars = ranked.Take(Most).ToList();
        return new(
            bars.Count < ranked.Count ? words["dot-vote.report.figure-of", ("n", bars.Count), ("total", ranked.Count)] : words["dot-vote.report.figure"],
            words["dot-vote.report.dots"], words["report.n", ("n", voters)], [.. bars.Select(row => new Bar(row.Option.In(words), row.Option.Mark, row.Dots))],
            string.Join("; ", bars.Select(row => $"{row.Option.In(words)}: {words.Number(row.Dots)}")));
    }

    private static IEnumerable<string> Tie(List<DotVoteSection.Ranked> ranked, Words words)
    {
        var first = ranked.Where(row => row.Rank == 1 && row.Dots > 0).ToList();
        if (first.Count > 1) yield return words["dot-vote.report.tie", ("rank", 1), ("dots", words.Count("dot-vote.report.dots", first[0].Dots)), ("options", string.Join("; ", first.Select(row => Words.Within(row.Option.In(words)))))];
    }
}
