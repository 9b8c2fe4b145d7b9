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
    internal ContributionWritten Today => new(Item, Number, FieldDictionary.Of(("text", Text.Length == 0 ? null : Text), ("place", Place)),
        FieldDictionary.Of(("kind", Kind is { } kind ? Fields.Of(kind) : null), ("category", Category), ("zone", Zone)), Near);
}

/// <summary>One idea, as phones sent it before there was one command for all that people write. It is decided for those that hold it still.</summary>
[CommandName("ideas.give"), Allowed(Role.Participant, Role.Scribe, Role.Facilitator, Personal = true)]
public sealed record GiveIdea(
    [property: Words(nameof(IdeasSettings.Limit))] string Text, IdeaKind? Kind = null, [property: Choice] string? Category = null, [property: Choice] string? Zone = null,
    [property: Words(80)] string? Place = null) : ActivityCommand
{
    internal WriteContribution Today => new(FieldDictionary.Of(("text", Text), ("place", Place)), FieldDictionary.Of(("kind", Kind is { } kind ? Fields.Of(kind) : null), ("category", Category), ("zone", Zone)))
        { From = From, Item = Item };
}

public sealed class GiveIdeaHandler(Desk<SessionState> desk) : IRequestHandler<GiveIdea, Receipt>
{
    public Task<Receipt> Handle(GiveIdea command, CancellationToken ct) => desk.Work<GiveIdea, Contributions>(command, Decide);

    public static Decision Decide(Scene scene, Contributions state, GiveIdea command) => WriteContributionHandler.Decide(scene, state, command.Today);
}

/// <summary>What is chosen, as the form calls it.</summary>
internal static class Fields
{
    private static readonly string[] Kinds = [.. Enum.GetNames<IdeaKind>().Select(JsonNamingPolicy.KebabCaseLower.ConvertName)];

    public static string Of(IdeaKind kind) => Kinds[(int)kind];
}
