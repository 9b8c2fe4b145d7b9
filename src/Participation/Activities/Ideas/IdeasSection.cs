using Participation.Reports;
using Participation.Sessions;
using Participation.Sessions.Reporting;
using Participation.Texts;
using Participation.Writing;

namespace Participation.Activities.Ideas;

/// <summary>The ideas in the report: the question, how many of whom, by kind and category, and the pinned ones in people's own words.</summary>
internal sealed class IdeasSection(Contributions state, Scene<IdeasSettings> scene, Words words) : ISection
{
    private const int MostQuotes = 12;
    private IdeasView? made;

    private IdeasView View => made ??= IdeasView.Of(state, scene, new Audience(Role.Facilitator));

    public IReadOnlyList<Block> Blocks()
    {
        var shown = View.Cards.Where(card => card.Status == ContributionStatus.Shown).ToList();
        var blocks = new List<Block> { new Lead(words.Of(View.Question)), Given(shown.Count) };
        AddMore(blocks);
        AddBars(blocks, "ideas.report.by-kind", View.ByKind, KindOf, shown.Count);
        AddBars(blocks, "ideas.report.by-category", View.ByCategory, CategoryOf, shown.Count);
        if (shown.Count == 0) return blocks;

        var pinned = shown.Where(card => card.Pinned).ToList();
        var quoted = pinned.Count > 0 ? pinned : shown.Take(MostQuotes).ToList();
        blocks.Add(new Paragraph(words[pinned.Count > 0 ? "ideas.report.pinned" : "ideas.report.first", ("n", quoted.Count), ("total", shown.Count)]));
        blocks.Add(new Quotes([.. quoted.Select(card => new Quote(card.Text, card.Id, card.Place))]));
        return blocks;
    }

    public Findings Findings()
    {
        var waiting = state.All.Count(idea => scene.StatusOf(idea) == ContributionStatus.Pending);
        return new([Given(View.Total)], waiting == 0 ? [] : [words.Count("ideas.report.waiting", waiting)]);
    }

    /// <summary>The counts of sentence and bars above.</summary>
    public IEnumerable<Measure> Measures()
    {
        var round = scene.Step.Rounds.Count;
        return [
            new(null, null, "contributions", round, View.Total) { Sources = Shown(_ => true) }, new(null, null, "people", round, Authors()),
            .. View.ByKind.Select(count => new Measure(count.Id, KindOf(count.Id), "of-kind", round, count.N) { Of = View.Total, Sources = Shown(card => card.Kind == count.Id) }),
            .. View.ByCategory.Select(count => new Measure(count.Id, CategoryOf(count.Id), "of-category", round, count.N) { Of = View.Total, Sources = Shown(card => card.Category == count.Id) }),
        ];
    }

    public (string? Kind, string? Category) Chosen(Contribution given) =>
        (given.Kind is { } kind ? KindOf(kind) : null, given.Category is { } category ? CategoryOf(category) : null);

    private Paragraph Given(int shown) =>
        new(words["ideas.report.given", ("contributions", words.Count("report.contributions", shown)), ("people", words.Count("report.people", Authors()))]);

    private IEnumerable<string> Shown(Func<Card, bool> which) => View.Cards.Where(card => card.Status == ContributionStatus.Shown && which(card)).Select(card => card.Id);

    private int Authors() => state.All.Where(idea => scene.StatusOf(idea) == ContributionStatus.Shown).Select(idea => idea.By).Distinct().Count();

    private string KindOf(string id) => words[$"ideas.kind.{id}"];

    private string CategoryOf(string id) => scene.Settings.Categories?.FirstOrDefault(option => option.Id == id) is { } option ? words.Of(option.Label) : id;

    /// <summary>What stands in the annex and on the cover but is not counted here, so that all three agree.</summary>
    private void AddMore(List<Block> blocks)
    {
        var more = SynthesisReport.Contributions(scene.Session)
            .Where(each => each.Item.Id == scene.Item.Root && each.Status != ContributionStatus.Shown).ToList();
        if (more.Count == 0) return;
        var why = more.Count == 1 ? Statuses.Of(more[0].Status, words) : Statuses.Counted(more.Select(each => each.Status), words);
        blocks.Add(new Paragraph(words.Count("ideas.report.more", more.Count, ("reasons", why))));
    }

    /// <summary>The bars add up to n: those that chose none have a bar of their own, the last.</summary>
    private void AddBars(List<Block> blocks, string title, IReadOnlyList<IdeaCount> counts, Func<string, string> label, int n)
    {
        if (counts.Count == 0) return;
        var rows = counts.OrderByDescending(count => count.N).Select(count => new Bar(label(count.Id), null, count.N)).ToList();
        var none = n - counts.Sum(count => count.N);
        if (none > 0) rows.Add(new(words["ideas.not-stated"], null, none));
        blocks.Add(new Bars(words[title], words["report.unit.contributions"], words["report.n", ("n", n)], rows,
            string.Join("; ", rows.Select(row => $"{row.Label}: {words.Number(row.Value)}"))));
    }
}
