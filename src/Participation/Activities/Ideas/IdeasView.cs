using Participation.Sessions;
using Participation.Texts;

namespace Participation.Activities.Ideas;

/// <summary>How many ideas of one kind or category.</summary>
public sealed record IdeaCount(string Id, int N);

/// <param name="Open">The cards are shown to all.</param>
/// <param name="Total">Ideas that count: shown ones, whether or not this audience sees them now.</param>
/// <param name="Pending">Ideas that wait for approval.</param>
public sealed record IdeasView(
    LocalText Question, IReadOnlyList<IdeaKind> Kinds, IReadOnlyList<Option> Categories, bool AskZone, bool AskPlace, int Limit,
    bool Open, int Total, int Pending, IReadOnlyList<Card> Cards, IReadOnlyList<IdeaCount> ByKind, IReadOnlyList<IdeaCount> ByCategory)
{
    /// <summary>A phone gets so many of the newest.</summary>
    public const int MostOnPhone = 50;

    /// <summary>
    /// Facilitators and scribes see every idea with its status. Participants and projector see shown ones, and only while the step is not
    /// hidden: what is written in the silent phase is nobody else's yet.
    /// </summary>
    internal static IdeasView Of(IdeasState state, Scene scene, Audience audience)
    {
        var (settings, open) = (scene.Settings<IdeasSettings>(), !scene.Step.Hidden);
        var cards = state.Ideas.Select(scene.CardOf).ToList();
        var shown = cards.FindAll(card => card.Status == ContributionStatus.Shown);
        return new(settings.Question, settings.Kinds ?? [], settings.Categories ?? [], settings.AskZone, settings.AskPlace, settings.Limit,
            open, shown.Count, cards.Count(card => card.Status == ContributionStatus.Pending),
            audience.Role switch
            {
                Role.Facilitator or Role.Scribe => cards,
                Role.Projector => open ? Unlinked(shown) : [],
                _ => open ? Unlinked(shown.Count <= MostOnPhone ? shown : shown.GetRange(shown.Count - MostOnPhone, MostOnPhone)) : [],
            },
            Count(shown, card => card.Kind), Count(shown, card => card.Category));
    }

    /// <summary>Which card resembles which is for those who moderate: the other one may wait or be hidden.</summary>
    private static List<Card> Unlinked(List<Card> cards) => cards.ConvertAll(card => card.Near is null ? card : card with { Near = null });

    internal static IReadOnlyList<IdeaCount> Count(IEnumerable<Card> cards, Func<Card, string?> by) =>
    [
        .. cards.Where(card => by(card) is not null).GroupBy(card => by(card)!)
            .Select(group => new IdeaCount(group.Key, group.Count())).OrderBy(count => count.Id, StringComparer.Ordinal),
    ];
}

/// <summary>One's own ideas, with their status.</summary>
public sealed record IdeasMine(IReadOnlyList<Card> Cards);
