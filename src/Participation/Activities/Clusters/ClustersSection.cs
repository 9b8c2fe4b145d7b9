using Participation.Reports;
using Participation.Sessions;
using Participation.Texts;
using Table = Participation.Reports.Table;

namespace Participation.Activities.Clusters;

/// <summary>The board in the report, as its steps left it: the map, the clusters with their cards and dots, duplicates, left-over cards, and the strategies.</summary>
internal sealed class ClustersSection(Board board, Scene<ClustersSettings> scene, Words words) : ISection
{
    /// <summary>A box of the map names so many cards and says how many more lie in it; the table below names them all.</summary>
    private const int MostMarks = 24;

    /// <summary>Fewer words are no cloud: they are read as a list, the heaviest first.</summary>
    private const int FewestForCloud = 12;

    private ClustersView? made;

    private ClustersView View => made ??= ClustersView.Whole(board, scene, hiddenNames: false);

    public IReadOnlyList<Block> Blocks()
    {
        var view = View;
        var blocks = new List<Block> { new Paragraph(words["clusters.report.given",
            ("cards", words.Count("clusters.report.cards", view.Total)), ("clusters", words.Count("clusters.report.clusters", view.Clusters.Count)),
            ("duplicates", words.Count("clusters.report.duplicates", view.Links.Count)), ("loose", words.Count("clusters.report.loose", view.Loose.Count))]) };
        var cards = new CardWords(view, words);
        var letters = view.Clusters.Index().ToDictionary(each => each.Item.Id, each => LetterOf(each.Index));
        if (view.Clusters.Count > 0) blocks.AddRange([.. MapOf(view, letters, words), TableOf(view, letters, cards)]);
        if (cards.TableOf([.. view.Clusters.Select(cluster => (letters[cluster.Id], cluster.Cards))]) is { } others) blocks.Add(others);
        if (view.Links.Count > 0) blocks.Add(DuplicatesOf(view, words, cards));
        AddLoose(blocks, view, words, cards);
        AddStrategies(blocks, view, letters, words);
        return blocks;
    }

    /// <summary>What stands in the first sentence and in the table of clusters, number by number.</summary>
    public IEnumerable<Measure> Measures()
    {
        var (view, round) = (View, scene.Step.Rounds.Count);
        yield return new(null, null, "cards", round, view.Total) { Sources = view.Cards.Select(card => card.Id) };
        yield return new(null, null, "clusters", round, view.Clusters.Count);
        yield return new(null, null, "duplicates", round, view.Links.Count) { Of = view.Total, Sources = view.Links.Select(link => link.Id) };
        yield return new(null, null, "loose", round, view.Loose.Count) { Of = view.Total, Sources = view.Loose };
        var weighed = Weighed(view);
        foreach (var (place, cluster) in view.Clusters.Index())
        {
            var (of, label) = (NumberOf(cluster) ?? LetterOf(place), TitleOf(cluster, words));
            yield return new(of, label, "cards", round, cluster.Cards.Count) { Of = view.Total, Sources = cluster.Cards };
            if (weighed) yield return new(of, label, "dots", round, cluster.Weight ?? 0);
        }
    }

    /// <summary>Each card with its cluster and the strategy above it, as map and tables print them; the title of a cluster is in the strategy and no card.</summary>
    public IEnumerable<SectionPlace> Places()
    {
        foreach (var (place, cluster) in View.Clusters.Index())
        {
            var (number, strategy) = (NumberOf(cluster), View.Groups.FirstOrDefault(group => group.Id == cluster.Group)?.Name);
            foreach (var card in cluster.Cards) yield return new(card, "cluster", number ?? LetterOf(place), TitleOf(cluster, words), LetterOf(place));
            if (strategy is null) continue;
            foreach (var each in number is null ? cluster.Cards : [.. cluster.Cards, number]) yield return new(each, "strategy", null, strategy);
        }
    }

    public Findings Findings() => ClustersFindings.Of(View, words);

    /// <summary>Only a name is a contribution, with a number that can be looked up in the annex.</summary>
    private string? NumberOf(ClusterView cluster) =>
        board.Find(cluster.Id) is { Name: not null, Number: var number } ? scene.IdOf(number) : null;

    private static IEnumerable<Block> MapOf(ClustersView view, Dictionary<string, string> letters, Words words)
    {
        MapCluster Box(ClusterView cluster) => new(cluster.Id, letters[cluster.Id], TitleOf(cluster, words), MarksOf(cluster, words));
        var groups = view.Groups.Select(group => new MapGroup(group.Name, [.. view.Clusters.Where(cluster => cluster.Group == group.Id).Select(Box)]))
            .Append(new MapGroup(null, [.. view.Clusters.Where(cluster => cluster.Group is null).Select(Box)]))
            .Where(group => group.Clusters.Count > 0).ToList();
        var titles = view.Clusters.ToDictionary(cluster => cluster.Id, cluster => $"{letters[cluster.Id]} {TitleOf(cluster, words)}");
        yield return new ClusterMap(words["clusters.report.map"], CardsOf(view, words), groups, string.Join("; ", view.Clusters.Select(cluster =>
            words["clusters.report.alt", ("title", titles[cluster.Id]), ("cards", words.Count("clusters.report.cards", cluster.Cards.Count))])));
        var relations = view.Relations.Where(relation => titles.ContainsKey(relation.From) && titles.ContainsKey(relation.To)).ToList();
        if (relations.Count == 0) yield break;
        yield return new Relations(words["clusters.report.relations"], words["report.n", ("n", relations.Count)], [.. view.Clusters.Select(Box)],
            [.. relations.Select(relation => new MapArrow(relation.From, relation.To, LabelOf(relation, words), LineOf(relation)))],
            string.Join("; ", relations.Select(relation => $"{titles[relation.From]} → {LabelOf(relation, words)} → {titles[relation.To]}")));
    }

    private static IReadOnlyList<string> MarksOf(ClusterView cluster, Words words) => cluster.Cards.Count <= MostMarks ? cluster.Cards
        : [.. cluster.Cards.Take(MostMarks), $"+ {words.Number(cluster.Cards.Count - MostMarks)}"];

    private Table TableOf(ClustersView view, Dictionary<string, string> letters, CardWords cards)
    {
        var weighed = Weighed(view);
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
                Mark(cluster), TitleOf(cluster, words), cards.Lines(cluster.Cards), Text(cluster.Cards.Count, words),
                .. weighed ? [Text(cluster.Weight ?? 0, words)] : Array.Empty<string>(),
            ]),
        ]);

        string Mark(ClusterView cluster) => NumberOf(cluster) is { } number ? $"{letters[cluster.Id]}\n{number}" : letters[cluster.Id];
    }

    private static Table DuplicatesOf(ClustersView view, Words words, CardWords cards) => new(
        words["clusters.report.duplicates-table"], words["report.n", ("n", view.Links.Count)],
        [new(words["clusters.report.original"], 1, Verbatim: true), new(words["clusters.report.duplicates-column"], 1, Verbatim: true)],
        [
            .. view.Links.GroupBy(link => link.DuplicateOf).Select(same => (IReadOnlyList<string>)
                [$"{same.Key} {cards[same.Key]}", string.Join('\n', same.Select(link => cards.Line(link.Id)))]),
        ]);

    private static void AddLoose(List<Block> blocks, ClustersView view, Words words, CardWords cards)
    {
        if (view.Loose.Count == 0) return;
        blocks.Add(new Paragraph(words.Count("clusters.report.loose-lead", view.Loose.Count)));
        blocks.Add(new Quotes([.. cards.First(view.Loose).Select(id => new Quote(cards[id], id))]));
        blocks.AddRange(cards.Sentence(view.Loose).Select(others => new Paragraph(others)));
    }

    private static void AddStrategies(List<Block> blocks, ClustersView view, Dictionary<string, string> letters, Words words)
    {
        foreach (var (group, at) in view.Groups.Select((group, at) => (group, at + 1)))
        {
            blocks.Add(new Lead(group.Name, words["clusters.report.strategy", ("n", at)], Voice: true,
                group.Keywords.Count == 0 ? null : words["clusters.report.keywords", ("words", string.Join(" · ", group.Keywords))]));
            if (group.Cloud.Count >= FewestForCloud) blocks.Add(CloudOf(group, at, view, words));
            else if (view.Clusters.Any(cluster => cluster.Group == group.Id)) blocks.Add(PartsOf(group, at, view, letters, words));
        }
    }

    private static Cloud CloudOf(GroupView group, int at, ClustersView view, Words words) => new(
        words["clusters.report.cloud", ("n", at)], InAll(group.Cloud.Sum(word => word.Weight), view, words), [.. group.Cloud.Select(word => new CloudWord(word.Text, word.Weight))],
        string.Join("; ", group.Cloud.Select(word => $"{word.Text}: {words.Number(word.Weight)}")));

    private static Bars PartsOf(GroupView group, int at, ClustersView view, Dictionary<string, string> letters, Words words)
    {
        List<Bar> bars = [.. view.Clusters.Where(cluster => cluster.Group == group.Id)
            .Select(cluster => new Bar(TitleOf(cluster, words), letters[cluster.Id], cluster.Weight ?? cluster.Cards.Count)).OrderByDescending(bar => bar.Value)];
        return new(words["clusters.report.made-of", ("n", at)], words[Weighed(view) ? "clusters.report.unit-dots" : "clusters.report.unit-cards"],
            InAll(bars.Sum(bar => bar.Value), view, words), bars, string.Join("; ", bars.Select(bar => $"{bar.Mark} {bar.Label}: {words.Number(bar.Value)}")));
    }

    private static bool Weighed(ClustersView view) => view.Clusters.Any(cluster => cluster.Weight is not null);

    private static string InAll(int weight, ClustersView view, Words words) => words.Count(Weighed(view) ? "clusters.report.dots-in-all" : "clusters.report.cards-in-all", weight);

    /// <summary>Says what is counted, and that the left-over cards are counted too, though they stand in no cluster.</summary>
    private static string CardsOf(ClustersView view, Words words)
    {
        var cards = words.Count("clusters.report.cards", view.Total);
        return view.Loose.Count == 0 ? cards : words["clusters.report.n-loose", ("cards", cards), ("n", view.Loose.Count)];
    }

    /// <summary>A … Z, AA, AB …: as console and projector call it, by its place in the view.</summary>
    internal static string LetterOf(int place)
    {
        var letter = "";
        for (var at = place; at >= 0; at = (at / 26) - 1) letter = (char)('A' + (at % 26)) + letter;
        return letter;
    }

    internal static string TitleOf(ClusterView cluster, Words words) => cluster.Name ?? words["clusters.report.unnamed"];

    /// <summary>Paper and wall say it in the same words and draw it with the same line.</summary>
    private static string LabelOf(ClusterRelation relation, Words words) => words[$"clusters.{relation.Relation.ToString().ToLowerInvariant()}"];

    private static ArrowLine LineOf(ClusterRelation relation) => relation.Relation switch
    {
        Relation.Causes => ArrowLine.Full,
        Relation.Supports => ArrowLine.Open,
        _ => ArrowLine.Barred,
    };

    private static string Text(int n, Words words) => words.Number(n);
}
