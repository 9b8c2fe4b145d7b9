using System.Text.Json;
using MediatR;
using Participation.Journal;
using Participation.Sessions;
using Participation.Writing;

namespace Participation.Activities.Ideas;

/// <summary>An idea, as journals held it before there was one event for all that people write.</summary>
[EventName("ideas.idea-given")]
public sealed record IdeaGiven(
    string Item, int Number, [property: Erasable] string Text, IdeaKind? Kind, [property: Choice] string? Category, [property: Choice] string? Zone,
    [property: Erasable] string? Place, [property: Pointer] string? Near) : ContributionGiven(Item, Number)
{
    internal ContributionWritten Today => new(Item, Number, Fields.Of(("text", Text.Length == 0 ? null : Text), ("place", Place)),
        Fields.Of(("kind", Kind is { } kind ? Fields.Of(kind) : null), ("category", Category), ("zone", Zone)), Near);
}

/// <summary>One idea, as phones sent it before there was one command for all that people write. It is decided for those that hold it still.</summary>
[CommandName("ideas.give"), Allowed(Role.Participant, Role.Scribe, Role.Facilitator, Personal = true)]
public sealed record GiveIdea(
    [property: Words(nameof(IdeasSettings.Limit))] string Text, IdeaKind? Kind = null, [property: Choice] string? Category = null, [property: Choice] string? Zone = null,
    [property: Words(80)] string? Place = null) : ActivityCommand
{
    internal WriteContribution Today => new(Fields.Of(("text", Text), ("place", Place)), Fields.Of(("kind", Kind is { } kind ? Fields.Of(kind) : null), ("category", Category), ("zone", Zone)))
        { From = From, Item = Item };
}

public sealed class GiveIdeaHandler(Desk<SessionState> desk) : IRequestHandler<GiveIdea, Receipt>
{
    public Task<Receipt> Handle(GiveIdea command, CancellationToken ct) => desk.Work<GiveIdea, Contributions>(command, Decide);

    public static Decision Decide(Scene scene, Contributions state, GiveIdea command) => WriteContributionHandler.Decide(scene, state, command.Today);
}

/// <summary>What is said, field by field.</summary>
internal static class Fields
{
    public static IReadOnlyDictionary<string, string> Of(params (string Id, string? Said)[] fields) =>
        fields.Where(field => field.Said is not null).ToDictionary(field => field.Id, field => field.Said!);

    public static string Of(IdeaKind kind) => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());
}
