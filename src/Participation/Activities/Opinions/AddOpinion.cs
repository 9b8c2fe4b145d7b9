using System.Globalization;
using MediatR;
using Participation.Journal;
using Participation.Sessions;

namespace Participation.Activities.Opinions;

/// <summary>A statement was added for everyone to vote on.</summary>
[EventName("opinions.added")]
public sealed record OpinionAdded(string Item, int Number, [property: Erasable] string Text) : ContributionGiven(Item, Number);

/// <summary>One statement in one's own words, where the workshop allows it.</summary>
[CommandName("opinions.add"), Allowed(Role.Participant, Role.Scribe, Role.Facilitator, Personal = true)]
public sealed record AddOpinion([property: Words(nameof(OpinionsSettings.Limit))] string Text) : ActivityCommand;

public sealed class AddOpinionHandler(Desk<SessionState> desk) : IRequestHandler<AddOpinion, Receipt>
{
    public Task<Receipt> Handle(AddOpinion command, CancellationToken ct) => desk.Work<AddOpinion, OpinionsSettings, OpinionsState>(command, Decide);

    public static Decision Decide(Scene<OpinionsSettings> scene, OpinionsState state, AddOpinion command)
    {
        var settings = scene.Settings;
        if (!settings.MayAdd) return Decision.Refuse("opinions.no-adding");
        if (state.Statements.Count(statement => statement.Given.By == command.From.Id) >= settings.MostEach)
            return Decision.Refuse("opinions.too-many", settings.MostEach.ToString(CultureInfo.InvariantCulture));
        return Decision.Record(new OpinionAdded(command.Item, scene.NextNumber, command.Text));
    }
}
