using Participation.Sessions;
using Participation.Texts;
using Participation.Writing;

namespace Participation.Activities.Ideas;

/// <summary>How many ideas of one kind or category.</summary>
public sealed record IdeaCount(string Id, int N)
{
    internal static IdeaCount Of(KeyValuePair<string, int> count) => new(count.Key, count.Value);
}

/// <param name="Open">The cards are shown to all.</param>
/// <param name="Silent">It was to be written in silence first: once shown, it is read from its beginning.</param>
/// <param name="Total">Ideas that count: shown ones, whether or not this audience sees them now.</param>
/// <param name="Pending">Ideas that wait for approval; known to facilitators and scribes alone.</param>
/// <param name="Typed">For whom an idea was typed: told to those alone who may say it in other words for them.</param>
public sealed record IdeasView(
    LocalText Question, IReadOnlyList<IdeaKind> Kinds, IReadOnlyList<Option> Categories, bool AskZone, bool AskPlace, int Limit,
    bool Open, bool Silent, int Total, int Pending, IReadOnlyList<Card> Cards, IReadOnlyList<IdeaCount> ByKind, IReadOnlyList<IdeaCount> ByCategory,
    IReadOnlyList<Typed>? Typed = null)
{
    /// <summary>A phone gets so many of the newest.</summary>
    public const int MostOnPhone = 30;

    /// <summary>
    /// Facilitators and scribes see every idea with its status. Participants and projector see shown ones, and only while the step is not
    /// hidden: what is written in the silent phase is nobody else's yet.
    /// </summary>
    internal static IdeasView Of(Contributions state, Scene<IdeasSettings> scene, Audience audience)
    {
        var (settings, open, wall) = (scene.Settings, !scene.Step.Hidden, state.Wall(scene));
        var leads = audience.Role is Role.Facilitator or Role.Scribe;
        return new(settings.Question, settings.Kinds ?? [], settings.Categories ?? [], settings.AskZone, settings.AskPlace, settings.Limit,
            open, scene.Item.Hidden, wall.Shown.Count, leads ? wall.Pending : 0,
            audience.Role switch
            {
                _ when leads => wall.All,
                _ when !open => [],
                Role.Projector => wall.Shown,
                _ => wall.Shown.Count <= MostOnPhone ? wall.Shown : wall.Shown.Last(MostOnPhone),
            },
            open || leads ? [.. wall.Kinds.Select(IdeaCount.Of)] : [], open || leads ? [.. wall.Categories.Select(IdeaCount.Of)] : [],
            state.Typed(scene, audience));
    }
}

/// <summary>One's own ideas, with their status.</summary>
public sealed record IdeasMine(IReadOnlyList<Card> Cards);
