using Participation.Reports;
using Participation.Sessions;
using Participation.Sessions.Reporting;
using Participation.Texts;
using Participation.Writing;

namespace Participation.Activities.Ideas;

/// <summary>The ideas in the report: the question, how many of whom, by kind and category, and the pinned ones in people's own words.</summary>
internal static class IdeasSection
{
    private const int MostQuotes = 12;

    public static IReadOnlyList<Block> Of(Contributions state, Scene<IdeasSettings> scene, Words words)
    {
        var settings = scene.Settings;
        var view = IdeasView.Of(state, scene, new Audience(Role.Facilitator));
        var (shown, authors) = (view.Cards.Where(card => card.Status == ContributionStatus.Shown).ToList(), Authors(state, scene));
        var blocks = new List<Block>
        {
            new Lead(words.Of(settings.Question)),
            Given(shown.Count, authors, words),
        };
        AddMore(blocks, scene, words);
        AddBars(blocks, words, "ideas.report.by-kind", view.ByKind, id => KindOf(id, words), shown.Count);
        AddBars(blocks, words, "ideas.report.by-category", view.ByCategory, id => CategoryOf(view.Categories, id, words), shown.Count);
        if (shown.Count == 0) return blocks;

        var pinned = shown.Where(card => card.Pinned).ToList();
        var quoted = pinned.Count > 0 ? pinned : shown.Take(MostQuotes).ToList();
        blocks.Add(new Paragraph(words[pinned.Count > 0 ? "ideas.report.pinned" : "ideas.report.first", ("n", quoted.Count), ("total", shown.Count)]));
        blocks.Add(new Quotes([.. quoted.Select(card => new Quote(card.Text, card.Id, card.Place))]));
        return blocks;
    }

    public static Findings Findings(Contributions state, Scene<IdeasSettings> scene, Words words)
    {
        var (view, waiting) = (IdeasView.Of(state, scene, new Audience(Role.Facilitator)), state.All.Count(idea => scene.StatusOf(idea) == ContributionStatus.Pending));
        return new([Given(view.Total, Authors(state, scene), words)], waiting == 0 ? [] : [words.Count("ideas.report.waiting", waiting)]);
    }

    private static Paragraph Given(int shown, int authors, Words words) =>
        new(words["ideas.report.given", ("contributions", words.Count("report.contributions", shown)), ("people", words.Count("report.people", authors))]);

    /// <summary>The counts of sentence and bars above.</summary>
    public static IEnumerable<SectionCount> Counts(Contributions state, Scene<IdeasSettings> scene, Words words)
    {
        var (view, round) = (IdeasView.Of(state, scene, new Audience(Role.Facilitator)), scene.Step.Rounds.Count);
        return [
            new(null, null, "contributions", round, view.Total), new(null, null, "people", round, Authors(state, scene)),
            .. view.ByKind.Select(count => new SectionCount(count.Id, KindOf(count.Id, words), "of-kind", round, count.N)),
            .. view.ByCategory.Select(count => new SectionCount(count.Id, CategoryOf(view.Categories, count.Id, words), "of-category", round, count.N)),
        ];
    }

    public static (string? Kind, string? Category) Chosen(Contribution given, Scene<IdeasSettings> scene, Words words) =>
        (given.Kind is { } kind ? KindOf(kind, words) : null, given.Category is { } category ? CategoryOf(scene.Settings.Categories, category, words) : null);

    private static int Authors(Contributions state, Scene<IdeasSettings> scene) =>
        state.All.Where(idea => scene.StatusOf(idea) == ContributionStatus.Shown).Select(idea => idea.By).Distinct().Count();

    private static string KindOf(string id, Words words) => words[$"ideas.kind.{id}"];

    private static string CategoryOf(IReadOnlyList<Option>? categories, string id, Words words) =>
        categories?.FirstOrDefault(option => option.Id == id) is { } option ? words.Of(option.Label) : id;

    /// <summary>What stands in the annex and on the cover but is not counted here, so that all three agree.</summary>
    private static void AddMore(List<Block> blocks, Scene<IdeasSettings> scene, Words words)
    {
        var more = SynthesisReport.Contributions(scene.Session)
            .Where(each => each.Item.Id == scene.Item.Root && each.Status != ContributionStatus.Shown).ToList();
        if (more.Count == 0) return;
        var why = more.Count == 1 ? Statuses.Of(more[0].Status, words) : Statuses.Counted(more.Select(each => each.Status), words);
        blocks.Add(new Paragraph(words.Count("ideas.report.more", more.Count, ("reasons", why))));
    }

    /// <summary>The bars add up to n: those that chose none have a bar of their own, the last.</summary>
    private static void AddBars(List<Block> blocks, Words words, string title, IReadOnlyList<IdeaCount> counts, Func<string, string> label, int n)
    {
        if (counts.Count == 0) return;
        var rows = counts.OrderByDescending(count => count.N).Select(count => new Bar(label(count.Id), null, count.N)).ToList();
        var none = n - counts.Sum(count => count.N);
        if (none > 0) rows.Add(new(words["ideas.not-stated"], null, none));
        blocks.Add(new Bars(words[title], words["report.unit.contributions"], words["report.n", ("n", n)], rows,
            string.Join("; ", rows.Select(row => $"{row.Label}: {words.Number(row.Value)}"))));
    }
}
