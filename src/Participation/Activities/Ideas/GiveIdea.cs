using System.Globalization;
using MediatR;
using Participation.Journal;
using Participation.Sessions;

namespace Participation.Activities.Ideas;

/// <summary>An idea was written. <c>Near</c>: the id of an earlier one with almost the same words.</summary>
[EventName("ideas.idea-given")]
public sealed record IdeaGiven(
    string Item, int Number, [property: Erasable] string Text, IdeaKind? Kind, [property: Choice] string? Category, [property: Choice] string? Zone,
    [property: Erasable] string? Place, [property: Pointer] string? Near) : ContributionGiven(Item, Number);

/// <summary>One idea, in one's own words.</summary>
[CommandName("ideas.give"), Allowed(Role.Participant, Role.Scribe, Role.Facilitator, Personal = true)]
public sealed record GiveIdea(
    [property: Words(nameof(IdeasSettings.Limit))] string Text, IdeaKind? Kind = null, [property: Choice] string? Category = null, [property: Choice] string? Zone = null,
    [property: Words(80)] string? Place = null) : ActivityCommand;

public sealed class GiveIdeaHandler(Desk<SessionState> desk) : IRequestHandler<GiveIdea, Receipt>
{
    public Task<Receipt> Handle(GiveIdea command, CancellationToken ct) => desk.Work<GiveIdea, IdeasState>(command, Decide);

    public static Decision Decide(Scene scene, IdeasState state, GiveIdea command)
    {
        var settings = scene.Settings<IdeasSettings>();
        if (command.Kind is { } kind && settings.Kinds?.Contains(kind) is not true) return Decision.Refuse("ideas.unknown-kind");
        if (command.Category is { } category && settings.Categories?.Any(option => option.Id == category) is not true) return Decision.Refuse("ideas.unknown-category");
        if (command.Zone is { } zone && scene.Session.Opened!.Zones.All(option => option.Id != zone)) return Decision.Refuse("join.unknown-zone");
        if (state.Authors.GetValueOrDefault(command.From.Id) is { } own && own.Count >= settings.MostEach)
            return Decision.Refuse("ideas.too-many", settings.MostEach.ToString(CultureInfo.InvariantCulture));
        return Decision.Record(new IdeaGiven(command.Item, scene.NextNumber, command.Text, command.Kind, command.Category, command.Zone, command.Place,
            state.Words.GetValueOrDefault(WordBag.Of(command.Text))));
    }
}
