using Participation.Reports;
using Participation.Sessions;
using Participation.Texts;
using Table = Participation.Reports.Table;

namespace Participation.Activities.Clusters;

/// <summary>The board in the report, at its last step: the map, the clusters with their cards and dots, duplicates, left-over cards, and the strategies.</summary>
internal static class ClustersSection
{
    public static IReadOnlyList<Block> Of(Board board, Scene scene, Words words)
    {
        var view = ClustersView.Whole(board, scene, hiddenNames: false);
        var blocks = new List<Block> { new Paragraph(words["clusters.report.given", words.Count("clusters.report.cards", view.Total),
            words.Count("clusters.report.clusters", view.Clusters.Count), words.Count("clusters.report.duplicates", view.Links.Count), words.Count("clusters.report.loose", view.Loose.Count)]) };
        var last = scene.Session.Opened!.Agenda.Last(item => item.Root == scene.Item.Root);
        if (last.Id != scene.Item.Id)
        {
            blocks.Add(new Paragraph(words["clusters.report.later", words.Of(last.Title)]));
            return blocks;
        }
        var texts = view.Cards.ToDictionary(card => card.Id, card => card.Label is { } label ? words.Of(label) : card.Text);
        if (view.Clusters.Count > 0) blocks.AddRange([MapOf(view, words), TableOf(board, view, scene, words, texts)]);
        if (view.Links.Count > 0) blocks.Add(DuplicatesOf(view, words, texts));
        AddLoose(blocks, view, words, texts);
        AddStrategies(blocks, view, words);
        return blocks;
    }

    private static ClusterMap MapOf(ClustersView view, Words words)
    {
        MapCluster Box(ClusterView cluster) => new(cluster.Id, LetterOf(cluster, view), TitleOf(cluster, words), cluster.Cards);
        var groups = view.Groups.Select(group => new MapGroup(group.Name, [.. view.Clusters.Where(cluster => cluster.Group == group.Id).Select(Box)]))
            .Append(new MapGroup(null, [.. view.Clusters.Where(cluster => cluster.Group is null).Select(Box)]))
            .Where(group => group.Clusters.Count > 0).ToList();
        var arrows = view.Relations.Select(relation => new MapArrow(relation.From, relation.To, LabelOf(relation, words))).ToList();
        var titles = view.Clusters.ToDictionary(cluster => cluster.Id, cluster => $"{LetterOf(cluster, view)} {TitleOf(cluster, words)}");
        var alt = view.Clusters.Select(cluster => words["clusters.report.alt", titles[cluster.Id], words.Count("clusters.report.cards", cluster.Cards.Count)])
            .Concat(view.Relations.Select(relation => $"{titles[relation.From]} → {LabelOf(relation, words)} → {titles[relation.To]}"));
        return new(words["clusters.report.map"], CardsOf(view, words), groups, arrows, string.Join("; ", alt));
    }

    private static Table TableOf(Board board, ClustersView view, Scene scene, Words words, Dictionary<string, string> texts)
    {
        var weighed = view.Clusters.Any(cluster => cluster.Weight is not null);
        List<Column> columns =
        [
            new(words["clusters.report.number"], 3), new(words["clusters.report.cluster"], 7, Verbatim: true), new(words["clusters.report.cards-column"], 14, Verbatim: true),
            new(words["clusters.report.n-column"], 2, Number: true),
        ];
        if (weighed) columns.Add(new(words["clusters.report.dots"], 3, Number: true));
        return new(words["clusters.report.table"], CardsOf(view, words), columns,
        [
            .. view.Clusters.OrderByDescending(cluster => cluster.Weight ?? 0).Select(cluster => (IReadOnlyList<string>)
            [
                NumberOf(cluster), TitleOf(cluster, words), string.Join("\n", cluster.Cards.Select(id => $"{id} {texts[id]}")), Text(cluster.Cards.Count, words),
                .. weighed ? [Text(cluster.Weight ?? 0, words)] : Array.Empty<string>(),
            ]),
        ]);

        // Only a name is a contribution, with a number that can be looked up in the annex.
        string NumberOf(ClusterView cluster) => board.Find(cluster.Id) is { Name: not null, Number: var number }
            ? $"{LetterOf(cluster, view)}\n{scene.IdOf(number)}" : LetterOf(cluster, view);
    }

    private static Table DuplicatesOf(ClustersView view, Words words, Dictionary<string, string> texts) => new(
        words["clusters.report.duplicates-table"], words["report.n", view.Links.Count],
        [new(words["clusters.report.original"], 1, Verbatim: true), new(words["clusters.report.duplicates-column"], 1, Verbatim: true)],
        [
            .. view.Links.GroupBy(link => link.DuplicateOf).Select(same => (IReadOnlyList<string>)
                [$"{same.Key} {texts[same.Key]}", string.Join("\n", same.Select(link => $"{link.Id} {texts[link.Id]}"))]),
        ]);

    private static void AddLoose(List<Block> blocks, ClustersView view, Words words, Dictionary<string, string> texts)
    {
        if (view.Loose.Count == 0) return;
        blocks.Add(new Paragraph(words["clusters.report.loose-lead", words.Count("clusters.report.cards", view.Loose.Count)]));
        blocks.Add(new Quotes([.. view.Loose.Select(id => new Quote(texts[id], id))]));
    }

    private static void AddStrategies(List<Block> blocks, ClustersView view, Words words)
    {
        var dots = view.Clusters.Any(cluster => cluster.Weight is not null);
        var inAll = dots ? "clusters.report.dots-in-all" : "clusters.report.cards-in-all";
        foreach (var (group, at) in view.Groups.Select((group, at) => (group, at + 1)))
        {
            blocks.Add(new Lead(group.Name, words["clusters.report.strategy", at]));
            if (group.Keywords.Count > 0) blocks.Add(new Paragraph(words["clusters.report.keywords", string.Join(" · ", group.Keywords)]));
            if (group.Cloud.Count == 0) continue;
            blocks.Add(new Cloud(words["clusters.report.cloud", group.Name], words.Count(inAll, group.Cloud.Sum(word => word.Weight)),
                [.. group.Cloud.Select(word => new CloudWord(word.Text, word.Weight))],
                string.Join("; ", group.Cloud.Select(word => $"{word.Text}: {word.Weight}"))));
        }
    }

    /// <summary>Says what is counted, and that the left-over cards are counted too, though they stand in no cluster.</summary>
    private static string CardsOf(ClustersView view, Words words)
    {
        var cards = words["report.n", words.Count("clusters.report.cards", view.Total)];
        return view.Loose.Count == 0 ? cards : words["clusters.report.n-loose", cards, view.Loose.Count];
    }

    /// <summary>A … Z, AA, AB …: as console and projector call it, by its place in the view.</summary>
    private static string LetterOf(ClusterView cluster, ClustersView view)
    {
        var letter = "";
        for (var at = view.Clusters.TakeWhile(other => other.Id != cluster.Id).Count(); at >= 0; at = (at / 26) - 1) letter = (char)('A' + (at % 26)) + letter;
        return letter;
    }

    private static string TitleOf(ClusterView cluster, Words words) => cluster.Name ?? words["clusters.report.unnamed"];

    private static string LabelOf(ClusterRelation relation, Words words) => words[$"clusters.report.{relation.Relation.ToString().ToLowerInvariant()}"];

    private static string Text(int n, Words words) => n.ToString(words.Culture);
}
