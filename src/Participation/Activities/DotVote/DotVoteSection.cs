using Participation.Reports;
using Participation.Sessions;
using Participation.Texts;
using Participation.Voting;

namespace Participation.Activities.DotVote;

/// <summary>The vote in the report: its rule, how many voted, and the ranking; on the page with the result the first options, and what could not be counted or shown.</summary>
internal sealed class DotVoteSection(Scene<DotVoteSettings> scene, Words words) : ISection
{
    private const int MostFound = 5;
    private readonly Ranking ranking = new(scene, scene.Settings.Subjects(scene), words);

    public IReadOnlyList<Block> Blocks() =>
    [
        new Lead(words.Of(scene.Settings.Question)), new Paragraph(words.Count("dot-vote.report.rule", scene.Settings.Budget, ("most", scene.Settings.MaxPerItem))),
        .. scene.Secret is null && ranking.Voters > 0 ? [new Paragraph(words.Count("dot-vote.report.voted", ranking.Voters))] : Array.Empty<Block>(),
        .. SecretVote.Blocks(scene, words), .. ranking.Blocks(),
    ];

    public IEnumerable<Measure> Measures() => ranking.Measures("dots");

    /// <summary>Where a board is weighed by these dots, it tells them.</summary>
    public Findings Findings() => new(ranking.HasResult && !scene.Weighs ? [ranking.Figure(MostFound)] : [],
        [.. SecretVote.Uncounted(scene, words), .. ranking.HasResult && ranking.FirstTie() is { } tie ? [tie] : Array.Empty<string>()]);
}
