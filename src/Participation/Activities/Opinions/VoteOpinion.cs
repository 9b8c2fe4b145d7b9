using System.Text.Json.Serialization;
using MediatR;
using Participation.Journal;
using Participation.Sessions;
using Participation.Voting;

namespace Participation.Activities.Opinions;

/// <summary>How a ballot was journaled before all kinds had one: agreed, disagreed or passed.</summary>
[EventName("opinions.voted")]
public sealed record OpinionVoted(string Item, [property: Pointer] string Statement, Opinion Vote) : ActivityEvent(Item), IBallot
{
    string IBallot.Paper => Statement;

    IReadOnlyList<string> IBallot.Choices => Opinions.Choices(Vote);
}

/// <summary>How phones asked for one: those that were away still do.</summary>
[CommandName("opinions.vote"), Allowed(Role.Participant, Role.Scribe, Role.Facilitator, Personal = true)]
public sealed record VoteOpinion([property: Pointer] string Statement, [property: JsonRequired] Opinion Vote) : ActivityCommand, IBallot
{
    string IBallot.Paper => Statement;

    IReadOnlyList<string> IBallot.Choices => Opinions.Choices(Vote);
}

public sealed class VoteOpinionHandler(Desk<SessionState> desk) : IRequestHandler<VoteOpinion, Receipt>
{
    public Task<Receipt> Handle(VoteOpinion command, CancellationToken ct) => desk.Work<VoteOpinion, OpinionsState>(command, Decide);

    public static Decision Decide(Scene scene, OpinionsState state, VoteOpinion command) => Ballots.Decide(scene, command);
}
