using Participation.Sessions;
using Participation.Texts;
using Participation.Voting;

namespace Participation.Activities.Opinions;

/// <summary>The opinions on the page with the result: what most agree with, with all that was answered, and what divides, ordered by its smaller side and not by its size.</summary>
internal static class OpinionsFindings
{
    private const int Most = 5, MostContested = 3;

    public static Findings Of(OpinionsState state, Scene scene, Words words)
    {
        var view = OpinionsView.Of(state, scene, new Audience(Role.Facilitator));
        var uncounted = SecretVote.Uncounted(scene, words);
        if (SecretVote.NothingToShow(scene) || view.Votes == 0) return new([], [.. uncounted]);
        var ranked = OpinionsSection.Ranked(view);
        var agreed = ranked.Where(row => row.Agree > row.Disagree).Take(Most).ToList();
        return new(agreed.Count == 0 ? [] : [OpinionsSection.Figure(words["opinions.report.first-agreed"], agreed, view.Voters, words)],
        [
            .. ranked.Where(row => OpinionsSection.Lesser(row) > 0).OrderByDescending(OpinionsSection.Lesser).ThenByDescending(row => row.Votes).Take(MostContested)
                .Select(row => words["opinions.report.contested", ("text", OpinionsSection.TextOf(row, words)), ("counts", OpinionsSection.Counts(row, words))]),
            .. uncounted,
        ]);
    }
}
