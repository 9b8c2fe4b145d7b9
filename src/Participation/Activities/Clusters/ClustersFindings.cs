using Participation.Reports;
using Participation.Sessions;
using Participation.Texts;

namespace Participation.Activities.Clusters;

/// <summary>The board on the page with the result: the strategies with their dots, or the clusters where there are none; and what is left over or contradicts.</summary>
internal static class ClustersFindings
{
    private const int Most = 6, MostNamed = 3;

    public static Findings Of(ClustersView view, Words words) => new(view.Clusters.Count == 0 ? [] : [view.Groups.Count > 0 ? Strategies(view, words) : Clusters(view, words)], [.. Open(view, words)]);

    /// <summary>Where nobody gave dots the cards count.</summary>
    private static int Weight(IEnumerable<ClusterView> clusters) => clusters.Sum(cluster => cluster.Weight ?? cluster.Cards.Count);

    private static Bars Strategies(ClustersView view, Words words) => Figure(
        words["clusters.report.strategies"], view, words,
        [.. view.Groups.Select((group, at) => new Bar(group.Name, words.Number(at + 1), Weight(view.Clusters.Where(cluster => cluster.Group == group.Id)))).OrderByDescending(bar => bar.Value)]);

    private static Bars Clusters(ClustersView view, Words words)
    {
        List<Bar> bars = [.. view.Clusters.Select((cluster, at) => new Bar(ClustersSection.TitleOf(cluster, words), ClustersSection.LetterOf(at), Weight([cluster]))).OrderByDescending(bar => bar.Value)];
        return Figure(bars.Count > Most ? words["clusters.report.first-of", ("n", Most), ("total", bars.Count)] : words["clusters.report.all-of"], view, words, [.. bars.Take(Most)]);
    }

    private static Bars Figure(string title, ClustersView view, Words words, IReadOnlyList<Bar> bars)
    {
        var dots = view.Clusters.Any(cluster => cluster.Weight is not null);
        return new(title, words[dots ? "clusters.report.unit-dots" : "clusters.report.unit-cards"],
            words.Count(dots ? "clusters.report.dots-in-all" : "clusters.report.cards-in-all", Weight(view.Clusters)), bars,
            string.Join("; ", bars.Select(bar => $"{bar.Label}: {words.Number(bar.Value)}")));
    }

    private static IEnumerable<string> Open(ClustersView view, Words words)
    {
        if (view.Loose.Count > 0) yield return words.Count("clusters.report.loose-lead", view.Loose.Count);
        if (view.Groups.Count > 0 && view.Clusters.Count(cluster => cluster.Group is null) is > 0 and var apart) yield return words.Count("clusters.report.apart", apart);
        if (view.Clusters.Count(cluster => cluster.Name is null) is > 0 and var unnamed) yield return words.Count("clusters.report.untitled", unnamed);
        var titles = view.Clusters.ToDictionary(cluster => cluster.Id, cluster => ClustersSection.TitleOf(cluster, words));
        var against = view.Relations.Where(relation => relation.Relation == Relation.Conflicts && titles.ContainsKey(relation.From) && titles.ContainsKey(relation.To)).ToList();
        foreach (var relation in against.Take(MostNamed))
            yield return words["clusters.report.against", ("one", Words.Within(titles[relation.From])), ("other", Words.Within(titles[relation.To]))];
        if (against.Count > MostNamed) yield return words.Count("clusters.report.against-more", against.Count - MostNamed);
        if (view.Allow.Contains(ClusterAct.Condense) && view.Groups.Count(group => group.Keywords.Count < ChooseKeywords.Most) is > 0 and var few) yield return words.Count("clusters.report.keywords-few", few);
    }
}
