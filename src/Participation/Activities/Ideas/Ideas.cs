using Participation.Journal;
using Participation.Sessions;
using Participation.Texts;
using Participation.Writing;

namespace Participation.Activities.Ideas;

/// <summary>The kinds of contribution of the Mappa delle idee.</summary>
public enum IdeaKind { Sentiment, Idea, Project }

/// <param name="Kinds">Which kinds may be chosen; empty: not asked.</param>
/// <param name="Limit">Graphemes.</param>
/// <param name="MostEach">Ideas of one person, also those withdrawn: what is taken back was written down all the same.</param>
public sealed record IdeasSettings(
    LocalText Question, IReadOnlyList<IdeaKind>? Kinds = null, IReadOnlyList<Option>? Categories = null,
    bool AskZone = false, bool AskPlace = false, int Limit = 280, int MostEach = 100) : IAsks;

/// <summary>Everyone writes ideas on one question: privately while the step is hidden, then open to all.</summary>
public sealed class Ideas() : Activity<IdeasSettings, Contributions, IdeasView, IdeasMine>("ideas")
{
    public override StepParts Has(Contributions state, Scene<IdeasSettings> scene) =>
        new() { Writings = new(state, () => Form(scene)), Section = words => new IdeasSection(state, scene, words) };

    private static Form Form(Scene<IdeasSettings> scene)
    {
        var settings = scene.Settings;
        return new(
            [new("text", settings.Limit), new("place", 80, Optional: true)],
            [
                new("kind", id => settings.Kinds?.Any(kind => Fields.Of(kind) == id) is true, "ideas.unknown-kind"),
                new("category", id => settings.Categories?.Any(option => option.Id == id) is true, "ideas.unknown-category"),
                new("zone", id => scene.Session.Opened!.Zones.Any(option => option.Id == id), "join.unknown-zone"),
            ],
            settings.MostEach, "ideas.too-many");
    }

    public override Contributions Start(Scene<IdeasSettings> scene) => Contributions.None;

    public override Contributions Evolve(Contributions state, Entry entry, Scene<IdeasSettings> scene) => state.Evolve(entry.Event switch
    {
        IdeaGiven e => entry with { Event = e.Today },
        IdeaWithdrawn e => entry with { Event = e.Today },
        _ => entry,
    }, scene);

    public override IdeasView View(Contributions state, Scene<IdeasSettings> scene, Audience audience) => IdeasView.Of(state, scene, audience);

    public override IdeasMine Mine(Contributions state, Scene<IdeasSettings> scene, Guid participant) =>
        new([.. state.Authors.GetValueOrDefault(participant, []).Select(at => Own(state, scene, state.All[at]))]);

    /// <summary>One's own card says what it resembles only when that is one's own too, or open to all: else it would tell what others wrote in silence.</summary>
    private static Card Own(Contributions state, Scene<IdeasSettings> scene, Contribution idea)
    {
        var card = scene.CardOf(idea);
        if (state.Find(card.Near) is not (>= 0 and var at)) return card;
        var near = state.All[at];
        var known = near.By == idea.By || (!scene.Step.Hidden && scene.StatusOf(near) == ContributionStatus.Shown);
        return known ? card : card with { Near = null };
    }
}
