using Participation.Reports;

namespace Participation.Server.Reports;

/// <summary>The map of clusters: cards in their groups; and the relations in words with the letters of the clusters.</summary>
internal static class HtmlMap
{
    public static void Draw(Html html, ClusterMap map)
    {
        foreach (var group in map.Groups)
        {
            html.Open("div", ("class", group.Title is null ? "group" : "group named"));
            if (group.Title is not null)
            {
                html.Element("p", group.Title, ("class", "label"));
            }

            html.Open("ul", ("class", "cards"));
            foreach (var cluster in group.Clusters)
            {
                html.Open("li").Element("span", cluster.Letter, ("class", "badge")).Text(" ").Element("b", cluster.Title)
                    .Open("p", ("class", "note"));
                foreach (var mark in cluster.Marks)
                {
                    html.Element("span", mark, ("class", "mark")).Text(" ");
                }

                html.Close("p").Close("li");
            }

            html.Close("ul").Close("div");
        }
    }

    public static void Draw(Html html, Relations relations)
    {
        var clusters = relations.Clusters.DistinctBy(cluster => cluster.Id).ToDictionary(cluster => cluster.Id);
        html.Open("ul", ("class", "relations"));
        foreach (var arrow in relations.Arrows.Where(arrow => clusters.ContainsKey(arrow.From) && clusters.ContainsKey(arrow.To)))
        {
            html.Open("li");
            End(arrow.From);
            html.Element("span", $" {arrow.Label} → ", ("class", "soft"));
            End(arrow.To);
            html.Close("li");
        }

        html.Close("ul");

        void End(string id) =>
            html.Element("span", clusters[id].Letter, ("class", "badge")).Text(" ").Element("bdi", clusters[id].Title);
    }
}
