using Participation.Reports;
using Participation.Sessions;
using Participation.Texts;
using Participation.Voting;

namespace Participation.Activities.DotVote;

/// <summary>The vote in the report: its rule, how many voted, and the ranking; on the page with the result the first options, and what could not be counted or shown.</summary>
internal static class DotVoteSection
{
    private const int MostFound = 5;

    public static Ranking Ranked(Scene<DotVoteSettings> scene, Words words) => new(scene, scene.Settings.Subjects(scene), words);

    public static IReadOnlyList<Block> Of(Scene<DotVoteSettings> scene, Words words)
    {
        var (settings, ranking) = (scene.Settings, Ranked(scene, words));
        return
        [
            new Lead(words.Of(settings.Question)), new Paragraph(words.Count("dot-vote.report.rule", settings.Budget, ("most", settings.MaxPerItem))),
            .. scene.Secret is null && ranking.Voters > 0 ? [new Paragraph(words.Count("dot-vote.report.voted", ranking.Voters))] : Array.Empty<Block>(),
            .. SecretVote.Blocks(scene, words), .. ranking.Blocks(),
        ];
    }

    /// <summary>Where a board is weighed by these dots, it tells them.</summary>
    public static Findings Found(Scene<DotVoteSettings> scene, Words words)
    {
        var ranking = Ranked(scene, words);
        return new(ranking.HasResult && !scene.Weighs ? [ranking.Figure(MostFound)] : [],
            [.. SecretVote.Uncounted(scene, words), .. ranking.HasResult && ranking.FirstTie() is { } tie ? [tie] : Array.Empty<string>()]);
    }
}
