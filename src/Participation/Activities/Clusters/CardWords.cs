using Participation.Sessions;
using Participation.Texts;
using Table = Participation.Reports.Table;

namespace Participation.Activities.Clusters;

/// <summary>Cards in the report: a few in people's words, pinned ones first, the others by their number, under which the annex prints their words.</summary>
internal sealed class CardWords(ClustersView view, Words words)
{
    /// <summary>So many in words: a table of clusters stays one that can be read, however many cards lie in them.</summary>
    public const int Most = 8;

    private readonly Dictionary<string, Card> cards = view.Cards.ToDictionary(card => card.Id);

    public string this[string id] => cards[id].Label is { } label ? words.Of(label) : cards[id].Text;

    /// <summary>As one line of a list.</summary>
    public string Line(string id) => $"{id} {Printed.InARow(this[id])}";

    /// <summary>Those in words, in the order of the cluster.</summary>
    public IReadOnlyList<string> First(IReadOnlyList<string> ids)
    {
        if (ids.Count <= Most) return ids;
        var first = ids.OrderByDescending(id => cards[id].Pinned).Take(Most).ToHashSet();
        return [.. ids.Where(first.Contains)];
    }

    /// <summary>The others; the report names each by its number.</summary>
    public IReadOnlyList<string> Others(IReadOnlyList<string> ids) => ids.Count <= Most ? [] : [.. ids.Except(First(ids))];

    /// <summary>The others in a sentence with all their numbers.</summary>
    public IEnumerable<string> Sentence(IReadOnlyList<string> ids) => More("clusters.report.others", ids);

    /// <summary>A line for each card in words, and one that says how many more there are in <see cref="TableOf"/>.</summary>
    public string Lines(IReadOnlyList<string> ids) =>
        string.Join('\n', First(ids).Select(Line).Concat(More("clusters.report.more", ids)));

    /// <summary>Numbers in a wide column of their own: a thousand of them take a page, and in a narrow cell three.</summary>
    public Table? TableOf(IReadOnlyList<(string Letter, IReadOnlyList<string> Ids)> clusters)
    {
        var rows = clusters.Select(cluster => (cluster.Letter, Ids: Others(cluster.Ids))).Where(row => row.Ids.Count > 0).ToList();
        return rows.Count == 0 ? null : new(words["clusters.report.by-number"], words.Count("clusters.report.cards", rows.Sum(row => row.Ids.Count)),
            [new(words["clusters.report.number"], 1), new(words["clusters.report.cards-column"], 16)],
            [.. rows.Select(row => (IReadOnlyList<string>)[row.Letter, string.Join(", ", row.Ids)])]);
    }

    private IEnumerable<string> More(string key, IReadOnlyList<string> ids)
    {
        if (Others(ids) is { Count: > 0 } others) yield return words.Count(key, others.Count, ("ids", string.Join(", ", others)));
    }
}
