using Participation.Journal;
using Participation.Reports;
using Participation.Sessions;
using Participation.Sessions.Acts;
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
public sealed class Ideas() : Activity<IdeasSettings, Contributions, IdeasView, IdeasMine>("ideas"), IWrites
{
    Form IWrites.Form(Scene scene) => Form((Scene<IdeasSettings>)scene);

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

    Contributions IWrites.Written(object state) => (Contributions)state;

    public override bool MayWait(IdeasSettings settings) => true;

    public override Contributions Start(Scene<IdeasSettings> scene) => Contributions.None;

    public override Contributions Evolve(Contributions state, Entry entry, Scene<IdeasSettings> scene) => state.Evolve(entry.Event switch
    {
        IdeaGiven e => entry with { Event = e.Today },
        IdeaWithdrawn e => entry with { Event = e.Today },
        _ => entry,
    }, scene);

    public override DeedName NameOf(Contributions now, IDeed did, Scene<IdeasSettings> scene) => Contributions.NameOf(did);

    public override Contributions? Without(Contributions now, Deed deed, Guid by, long at, Scene<IdeasSettings> scene) => now.Without(deed, by, at, scene);

    public override IdeasView View(Contributions state, Scene<IdeasSettings> scene, Audience audience) => IdeasView.Of(state, scene, audience);

    public override IdeasView Meanwhile(IdeasView told, IdeasView now) =>
        now with { Cards = told.Cards, ByKind = told.ByKind, ByCategory = told.ByCategory };

    public override bool TakesBack(Event happened) => happened is IdeaWithdrawn or ContributionWithdrawn or ContributionReworded;

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

    public override IEnumerable<Contribution> Gives(Contributions state, Scene<IdeasSettings> scene) => state.All;

    public override IEnumerable<SectionCount> Counts(Contributions state, Scene<IdeasSettings> scene, Words words) => IdeasSection.Counts(state, scene, words);

    public override (string? Kind, string? Category) Chosen(Contribution given, Scene<IdeasSettings> scene, Words words) => IdeasSection.Chosen(given, scene, words);

    public override int Answered(Contributions state, Scene<IdeasSettings> scene) => scene.WithoutFlood(state.Authors.Count, state.Authors.ContainsKey);

    public override Findings Findings(Contributions state, Scene<IdeasSettings> scene, Words words) => IdeasSection.Findings(state, scene, words);

    public override IReadOnlyList<Block> Section(Contributions state, Scene<IdeasSettings> scene, Words words) => IdeasSection.Of(state, scene, words);
}
