using System.Text.Json.Serialization;
using MediatR;
using Participation.Journal;
using Participation.Sessions;
using Participation.Sessions.Ballots;

namespace Participation.Activities.Opinions;

/// <summary>Somebody agreed, disagreed or passed. A later vote on the same statement in the same round takes its place.</summary>
[EventName("opinions.voted")]
public sealed record OpinionVoted(string Item, [property: Pointer] string Statement, Opinion Vote) : ActivityEvent(Item);

/// <summary>One vote on one statement; a secret one is final.</summary>
[CommandName("opinions.vote"), Allowed(Role.Participant, Role.Scribe, Role.Facilitator, Personal = true)]
public sealed record VoteOpinion([property: Pointer] string Statement, [property: JsonRequired] Opinion Vote) : ActivityCommand;

public sealed class VoteOpinionHandler(Desk<SessionState> desk) : IRequestHandler<VoteOpinion, Receipt>
{
    public Task<Receipt> Handle(VoteOpinion command, CancellationToken ct) => desk.Work<VoteOpinion, OpinionsState>(command, Decide);

    /// <summary>Only a seat in the room has a vote; facilitator and scribe vote for somebody. A statement that waits or is hidden cannot be voted on.</summary>
    public static Decision Decide(Scene scene, OpinionsState state, VoteOpinion command) =>
        !scene.Session.Participants.ContainsKey(command.From.Id) ? Decision.Refuse("opinions.participants-only")
        : state.Find(command.Statement) is not { } statement ? Decision.Refuse("opinions.unknown-statement", command.Statement)
        : scene.StatusOf(statement.Given) != ContributionStatus.Shown ? Decision.Refuse("opinions.not-shown", command.Statement)
        : scene.Secret is not null ? SecretBallots.Cast(scene, command, OpinionTally.Choices(command.Vote), command.Statement)
        : Decision.Record(new OpinionVoted(command.Item, command.Statement, command.Vote));
}
