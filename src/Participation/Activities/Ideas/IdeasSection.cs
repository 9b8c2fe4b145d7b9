using Participation.Reports;
using Participation.Sessions;
using Participation.Texts;

namespace Participation.Activities.Ideas;

/// <summary>The ideas in the report: the question, how many of whom, by kind and category, and the pinned ones in people's own words.</summary>
internal static class IdeasSection
{
    private const int MostQuotes = 12;

    public static IReadOnlyList<Block> Of(IdeasState state, Scene scene, Words words)
    {
        var settings = scene.Settings<IdeasSettings>();
        var view = IdeasView.Of(state, scene, new Audience(Role.Facilitator));
        var shown = view.Cards.Where(card => card.Status == ContributionStatus.Shown).ToList();
        var blocks = new List<Block>
        {
            new Lead(words.Of(settings.Question)),
            new Paragraph(words["ideas.report.given", words.Count("report.contributions", shown.Count), words.Count("report.people", state.Authors.Count)]),
        };
        AddBars(blocks, words, "ideas.report.by-kind", view.ByKind, id => words[$"ideas.kind.{id}"], shown.Count);
        AddBars(blocks, words, "ideas.report.by-category", view.ByCategory,
            id => view.Categories.FirstOrDefault(option => option.Id == id) is { } option ? words.Of(option.Label) : id, shown.Count);
        if (shown.Count == 0) return blocks;

        var pinned = shown.Where(card => card.Pinned).ToList();
        var quoted = pinned.Count > 0 ? pinned : shown.Take(MostQuotes).ToList();
        blocks.Add(new Paragraph(words[pinned.Count > 0 ? "ideas.report.pinned" : "ideas.report.first", quoted.Count, shown.Count]));
        blocks.Add(new Quotes([.. quoted.Select(card => new Quote(card.Text, card.Id, card.Place))]));
        return blocks;
    }

    private static void AddBars(List<Block> blocks, Words words, string title, IReadOnlyList<IdeaCount> counts, Func<string, string> label, int n)
    {
        if (counts.Count == 0) return;
        var rows = counts.OrderByDescending(count => count.N).Select(count => new Bar(label(count.Id), null, count.N)).ToList();
        blocks.Add(new Bars(words[title], words["report.unit.contributions"], words["report.n", n], rows,
            string.Join("; ", rows.Select(row => $"{row.Label}: {row.Value}"))));
    }
}
