using Participation.Reports;
using Participation.Sessions;
using Participation.Texts;
using Participation.Voting;

namespace Participation.Activities.Opinions;

/// <summary>The opinions in the report: how many votes of how many people, what unites and what divides, and all statements in order of agreement; on the page with the result the first of them.</summary>
internal sealed class OpinionsSection(OpinionsState state, Scene<OpinionsSettings> scene, Words words) : ISection
{
    private const int MostFound = 5, MostContested = 3;

    public IReadOnlyList<Block> Blocks()
    {
        var (view, graded) = Read();
        var blocks = new List<Block>
        {
            new Lead(words.Of(view.Question)),
            new Paragraph(words["opinions.report.given", ("votes", words.Count("opinions.report.votes", view.Votes)),
                ("people", words.Count("report.people", view.Voters)), ("statements", words.Count("opinions.report.statements", graded.Rows.Count))]),
        };
        blocks.AddRange(SecretVote.Blocks(scene, words));
        if (SecretVote.NothingToShow(scene)) return blocks;
        if (scene.Step.Rounds.Count > 1) blocks.Add(new Paragraph(words["opinions.report.round", ("round", scene.Step.Rounds.Count)]));
        if (view.Votes == 0) blocks.Add(new Paragraph(words["opinions.report.no-votes"]));
        else
        {
            blocks.Add(graded.Figure());
            blocks.AddRange(graded.Foremost("opinions.report.most-agreed", Agreed(graded), row => row["agree"]));
            blocks.AddRange(graded.Foremost("opinions.report.most-divided", Divided(graded), Lesser));
        }
        if (graded.Rows.Count > 0) blocks.Add(graded.Ranking(row => (row["agree"], row["disagree"])));
        blocks.AddRange(graded.Split());
        return blocks;
    }

    public IEnumerable<Measure> Measures()
    {
        var (view, graded) = Read();
        return graded.Measures(view.Votes);
    }

    /// <summary>What most agree with, with all that was answered, and what divides, ordered by its smaller side and not by its size.</summary>
    public Findings Findings()
    {
        var ((view, graded), uncounted) = (Read(), SecretVote.Uncounted(scene, words));
        if (SecretVote.NothingToShow(scene) || view.Votes == 0) return new([], [.. uncounted]);
        var agreed = Agreed(graded).Take(MostFound).ToList();
        return new(agreed.Count == 0 ? [] : [graded.Figure(words["opinions.report.first-agreed"], agreed)],
        [
            .. Divided(graded).Take(MostContested).Select(row => words["opinions.report.contested", ("text", row.Text), ("counts", graded.Counts(row))]), .. uncounted,
        ]);
    }

    /// <summary>Shown statements, those with most agreement first.</summary>
    private (OpinionsView View, Graded Graded) Read()
    {
        var (view, tallies) = (OpinionsView.Of(state, scene, new Audience(Role.Facilitator)), scene.Tallies);
        return (view, new(scene, Opinions.Scale,
        [
            .. view.Rows.Where(row => row.Status == ContributionStatus.Shown)
                .OrderByDescending(row => row.Agree).ThenBy(row => row.Disagree).ThenBy(row => row.Id, StringComparer.Ordinal)
                .Select(row => new GradedRow(row.Id, row.Label is { } label ? words.Of(label) : row.Text!, tallies.On(row.Id))),
        ], words));
    }

    private static List<GradedRow> Agreed(Graded graded) => [.. graded.Rows.Where(row => row["agree"] > row["disagree"])];

    private static List<GradedRow> Divided(Graded graded) => [.. graded.Rows.Where(row => Lesser(row) > 0).OrderByDescending(Lesser).ThenByDescending(row => row.Votes)];

    /// <summary>How many stand on the smaller side: the more of them, the more a statement divides.</summary>
    private static int? Lesser(GradedRow row) => row["agree"] < row["disagree"] ? row["agree"] : row["disagree"];
}
