using Participation.Sessions;
using Participation.Texts;
using Participation.Voting;

namespace Participation.Activities.Opinions;

/// <summary>A statement with its counts; no counts for an audience from which they are hidden.</summary>
public sealed record OpinionRow(
    string Id, string? Text, LocalText? Label, int? Agree, int? Disagree, int? Pass, bool Pinned, ContributionStatus Status)
{
    internal int Votes => (Agree + Disagree + Pass) ?? 0;
}

/// <param name="Statements">Shown statements, whether or not this audience sees them now.</param>
/// <param name="Votes">Votes on shown statements in the round that runs.</param>
/// <param name="Revealed">The counts are shown to all.</param>
public sealed record OpinionsView(
    LocalText Question, bool MayAdd, int Limit, int Statements, int Votes, int Voters, bool Revealed, IReadOnlyList<OpinionRow> Rows)
{
    /// <summary>A phone gets so many rows: pinned ones, then those with most votes.</summary>
    public const int MostOnPhone = 50;

    /// <summary>
    /// The facilitator sees every statement with its status and counts. A scribe sees them too, to enter votes for people without a phone, but
    /// the counts only once they are revealed. Participants and projector see shown statements with counts, and only once revealed.
    /// </summary>
    internal static OpinionsView Of(OpinionsState state, Scene<OpinionsSettings> scene, Audience audience)
    {
        var (settings, tallies, revealed) = (scene.Settings, scene.Tallies, !scene.Step.Hidden);
        var rows = state.Statements.Select(statement => RowOf(statement, tallies.On(statement.Given.Id), scene.CardOf(statement.Given))).ToList();
        var shown = rows.FindAll(row => row.Status == ContributionStatus.Shown);
        return new(settings.Question, settings.MayAdd, settings.Limit, shown.Count, scene.Box?.Ballots ?? shown.Sum(row => row.Votes), tallies.Voters, revealed,
            audience.Role switch
            {
                Role.Facilitator => rows,
                Role.Scribe => revealed ? rows : rows.ConvertAll(row => row with { Agree = null, Disagree = null, Pass = null }),
                _ when !revealed => [],
                Role.Projector => shown,
                _ => shown.Count <= MostOnPhone ? shown : Foremost(shown),
            });
    }

    private static OpinionRow RowOf(Statement statement, Tally? counts, Card card) => new(statement.Given.Id, statement.Text, statement.Given.Label,
        counts?["agree"], counts?["disagree"], counts?["pass"], card.Pinned, card.Status);

    /// <summary>In the order of the statements, so that a row stays where it is while votes arrive.</summary>
    private static List<OpinionRow> Foremost(List<OpinionRow> shown)
    {
        var foremost = shown.OrderByDescending(row => row.Pinned).ThenByDescending(row => row.Votes).Take(MostOnPhone).ToHashSet(ReferenceEqualityComparer.Instance);
        return shown.FindAll(foremost.Contains);
    }
}
