using System.Globalization;
using MediatR;
using Participation.Journal;
using Participation.Sessions;

namespace Participation.Activities.Ideas;

/// <summary>An idea was written. <c>Near</c>: the id of an earlier one with almost the same words.</summary>
[EventName("ideas.idea-given")]
public sealed record IdeaGiven(
    string Item, int Number, [property: Erasable] string Text, IdeaKind? Kind, string? Category, string? Zone, [property: Erasable] string? Place, string? Near) : ContributionGiven(Item, Number);

/// <summary>One idea, in one's own words.</summary>
[CommandName("ideas.give"), Allowed(Role.Participant, Role.Scribe, Role.Facilitator, Personal = true)]
public sealed record GiveIdea(string Text, IdeaKind? Kind = null, string? Category = null, string? Zone = null, string? Place = null) : ActivityCommand;

public sealed class GiveIdeaHandler(SessionDesk desk) : IRequestHandler<GiveIdea, Receipt>
{
    private const int PlaceLimit = 80;

    public Task<Receipt> Handle(GiveIdea command, CancellationToken ct) => desk.Work<GiveIdea, IdeasState>(command, Decide);

    public static Decision Decide(Scene scene, IdeasState state, GiveIdea command)
    {
        var settings = scene.Settings<IdeasSettings>();
        var (text, refused) = PlainText.Check(command.Text, settings.Limit);
        if (refused is not null) return new([], refused);
        var (place, wrong) = PlainText.CheckOptional(command.Place, PlaceLimit);
        if (wrong is not null) return new([], wrong);
        if (command.Kind is { } kind && settings.Kinds?.Contains(kind) is not true) return Decision.Refuse("ideas.unknown-kind");
        if (command.Category is { } category && settings.Categories?.Any(option => option.Id == category) is not true) return Decision.Refuse("ideas.unknown-category");
        if (command.Zone is { } zone && scene.Session.Opened!.Zones.All(option => option.Id != zone)) return Decision.Refuse("join.unknown-zone");
        if (state.Authors.GetValueOrDefault(command.From.Id) is { } own && own.Count >= settings.MostEach)
            return Decision.Refuse("ideas.too-many", settings.MostEach.ToString(CultureInfo.InvariantCulture));
        return Decision.Record(new IdeaGiven(command.Item, scene.NextNumber, text, command.Kind, command.Category, command.Zone, place,
            state.Words.GetValueOrDefault(WordBag.Of(text))));
    }
}
