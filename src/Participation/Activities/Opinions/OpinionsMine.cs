using Participation.Sessions;
using Participation.Texts;
using Participation.Voting;

namespace Participation.Activities.Opinions;

/// <summary>A statement that waits for somebody's vote.</summary>
public sealed record StatementToVote(string Id, string? Text, LocalText? Label);

/// <param name="Next">The next few statements to vote on, in this participant's own order.</param>
/// <param name="Voted">Statements voted on in this round.</param>
/// <param name="Own">The participant's own statements, with their status.</param>
public sealed record OpinionsMine(IReadOnlyList<StatementToVote> Next, int Voted, IReadOnlyList<Card> Own)
{
    public const int MostNext = 5;

    internal static OpinionsMine Of(OpinionsState state, Scene<OpinionsSettings> scene, Guid participant)
    {
        var voted = scene.Tallies.VotedBy(participant);
        var next = new OwnOrder(participant).First(MostNext, state.Statements, statement => !voted(statement.Given.Id) && scene.StatusOf(statement.Given) == ContributionStatus.Shown);
        return new([.. next.Select(statement => statement.ToVote)], scene.Tallies.PapersOf(participant),
            [.. state.Statements.Where(statement => statement.Given.By == participant).Select(statement => scene.CardOf(statement.Given))]);
    }
}
