using System.Collections.Immutable;
using System.Globalization;
using Participation.Journal;
using Participation.Reports;
using Participation.Sessions;
using Participation.Texts;

namespace Participation.Activities.Ideas;

/// <summary>The kinds of contribution of the Mappa delle idee.</summary>
public enum IdeaKind { Sentiment, Idea, Project }

/// <param name="Kinds">Which kinds may be chosen; empty: not asked.</param>
/// <param name="Limit">Graphemes.</param>
/// <param name="MostEach">Ideas of one person, also those withdrawn: what is taken back was written down all the same.</param>
public sealed record IdeasSettings(
    LocalText Question, IReadOnlyList<IdeaKind>? Kinds = null, IReadOnlyList<Option>? Categories = null,
    bool AskZone = false, bool AskPlace = false, int Limit = 280, int MostEach = 100) : IAsks;

/// <param name="Ideas">In the order of their numbers, without a gap.</param>
/// <param name="Authors">The places of each author's ideas in the list.</param>
/// <param name="Words">The last idea under each bag of words, to notice one that says almost the same.</param>
public sealed record IdeasState(Growing<Contribution> Ideas, ImmutableDictionary<string, string> Words, ImmutableDictionary<Guid, ImmutableList<int>> Authors)
{
    private readonly IdeasWall.Last last = new();

    internal IdeasWall Wall(Scene scene) => last.Of(Ideas, scene);

    /// <summary>Where an idea stands in the list; -1 when it is not there.</summary>
    internal int Find(string? id)
    {
        if (Ideas.Count == 0 || Number(id) is not { } number || Number(Ideas[0].Id) is not { } first) return -1;
        var at = number - first;
        return at >= 0 && at < Ideas.Count && Ideas[at].Id == id ? at : -1;
    }

    private static int? Number(string? id) =>
        id is not null && int.TryParse(id.AsSpan(id.LastIndexOf('-') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>Everyone writes ideas on one question: privately while the step is hidden, then open to all.</summary>
public sealed class Ideas() : Activity<IdeasSettings, IdeasState, IdeasView, IdeasMine>("ideas")
{
    public override bool MayWait(IdeasSettings settings) => true;

    public override IdeasState Start(IdeasSettings settings, Scene scene) =>
        new(Growing<Contribution>.Empty, ImmutableDictionary<string, string>.Empty, ImmutableDictionary<Guid, ImmutableList<int>>.Empty);

    public override IdeasState Evolve(IdeasState state, Entry entry, Scene scene) => entry.Event switch
    {
        IdeaGiven e => Give(state, entry, e, scene),
        IdeaWithdrawn e when state.Find(e.Contribution) is >= 0 and var at =>
            state with { Ideas = state.Ideas.SetItem(at, state.Ideas[at] with { Withdrawn = true }) },
        _ => state,
    };

    public override IdeasView View(IdeasState state, Scene scene, Audience audience) => IdeasView.Of(state, scene, audience);

    public override IdeasView Meanwhile(IdeasView told, IdeasView now) =>
        now with { Cards = told.Cards, ByKind = told.ByKind, ByCategory = told.ByCategory };

    public override bool TakesBack(Event happened) => happened is IdeaWithdrawn;

    public override IdeasMine Mine(IdeasState state, Scene scene, Guid participant) =>
        new([.. state.Authors.GetValueOrDefault(participant, []).Select(at => Own(state, scene, state.Ideas[at]))]);

    /// <summary>One's own card says what it resembles only when that is one's own too, or open to all: else it would tell what others wrote in silence.</summary>
    private static Card Own(IdeasState state, Scene scene, Contribution idea)
    {
        var card = scene.CardOf(idea);
        if (state.Find(card.Near) is not (>= 0 and var at)) return card;
        var near = state.Ideas[at];
        var known = near.By == idea.By || (!scene.Step.Hidden && scene.StatusOf(near) == ContributionStatus.Shown);
        return known ? card : card with { Near = null };
    }

    public override IEnumerable<Contribution> Gives(IdeasState state, Scene scene) => state.Ideas;

    public override IEnumerable<SectionCount> Counts(IdeasState state, Scene scene, Words words) => IdeasSection.Counts(state, scene, words);

    public override (string? Kind, string? Category) Chosen(Contribution given, Scene scene, Words words) => IdeasSection.Chosen(given, scene, words);

    public override int Answered(IdeasState state, Scene scene) => scene.WithoutFlood(state.Authors.Count, state.Authors.ContainsKey);

    private static IdeasState Give(IdeasState state, Entry entry, IdeaGiven e, Scene scene)
    {
        var idea = scene.Give(entry, e, e.Text, e.Kind?.ToString().ToLowerInvariant(), e.Category, e.Zone, e.Place, e.Near);
        return state with
        {
            Ideas = state.Ideas.Add(idea),
            Words = e.Text.Length == 0 ? state.Words : state.Words.SetItem(WordBag.Of(e.Text), idea.Id),
            Authors = state.Authors.SetItem(entry.By, state.Authors.GetValueOrDefault(entry.By, []).Add(state.Ideas.Count)),
        };
    }

    public override Findings Findings(IdeasState state, Scene scene, Words words) => IdeasSection.Findings(state, scene, words);

    public override IReadOnlyList<Block> Section(IdeasState state, Scene scene, Words words) => IdeasSection.Of(state, scene, words);
}
