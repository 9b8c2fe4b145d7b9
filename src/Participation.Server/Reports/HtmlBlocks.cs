using Participation.Reports;

namespace Participation.Server.Reports;

/// <summary>Writes each kind of block; figures and tables get their numbers here, in the order in which they stand.</summary>
internal sealed class HtmlBlocks(Html html, Report report, IReadOnlyList<HtmlReport.Chapter> chapters)
{
    private readonly (string Open, string Close) marks = report.Language switch
    {
        "it" => ("«", "»"),
        "de" => ("„", "“"),
        _ => ("“", "”"),
    };

    private readonly Func<long, string> number = Texts.Words.In[report.Language].Number;

    private int figures;
    private int tables;

    public void Write(Block block)
    {
        switch (block)
        {
            case Paragraph paragraph:
                html.Element("p", paragraph.Text, ("class", "lines"));
                break;
            case Subheading heading:
                html.Element("h3", heading.Text, ("class", "minor"));
                break;
            case Contents:
                Overview();
                break;
            case Terms terms:
                Meanings(terms);
                break;
            case Bullets bullets:
                Items(bullets);
                break;
            case Lead lead:
                Set(lead);
                break;
            case Quotes quotes:
                Words(quotes);
                break;
            case Table table:
                Sheet(table);
                break;
            case Bars bars:
                Figure(bars.Title, bars.Alt, [bars.Unit, bars.N], () => HtmlFigures.Draw(html, bars, report.Labels.Before, number));
                break;
            case StackedBars stacked:
                Figure(stacked.Title, stacked.Alt, [stacked.N], () => HtmlFigures.Draw(html, stacked, number));
                break;
            case Cloud cloud:
                Figure(cloud.Title, cloud.Alt, [cloud.N], () => HtmlFigures.Draw(html, cloud, number));
                break;
            case ClusterMap map:
                Figure(map.Title, map.Alt, [map.N], () => HtmlMap.Draw(html, map));
                break;
            case Relations relations:
                Figure(relations.Title, relations.Alt, [relations.N], () => HtmlMap.Draw(html, relations));
                break;
            default:
                throw new NotSupportedException($"No HTML for the block {block.GetType().Name}.");
        }
    }

    private void Overview()
    {
        html.Open("nav", ("aria-label", report.Labels.Contents)).Open("ul");
        foreach (var (id, number, section) in chapters.Where(chapter => chapter.Section.Level > 0))
        {
            html.Open("li", ("class", section.Level > 1 ? "part" : "chapter"))
                .Open("a", ("href", $"#{id}")).Element("span", number, ("class", "number")).Text(" " + section.Title).Close("a").Close("li");
        }

        html.Close("ul").Close("nav");
    }

    private void Meanings(Terms terms)
    {
        html.Open("dl", ("class", "terms"));
        foreach (var row in terms.Rows)
        {
            html.Open("div").Element("dt", row.Label).Element("dd", row.Value).Close("div");
        }

        html.Close("dl");
    }

    private void Items(Bullets bullets)
    {
        html.Open("ul", ("class", "bullets"));
        foreach (var item in bullets.Items)
        {
            html.Element("li", item);
        }

        html.Close("ul");
    }

    private void Set(Lead lead)
    {
        html.Open("div", ("class", lead.Voice ? "lead said" : "lead"));
        if (lead.Label is not null)
        {
            html.Element("p", lead.Label, ("class", "label"));
        }

        html.Element("p", lead.Text, ("class", "lines"), ("dir", "auto"));
        if (lead.Note is not null)
        {
            html.Element("p", lead.Note, ("class", "beside"), ("dir", "auto"));
        }

        html.Close("div");
    }

    private void Words(Quotes quotes)
    {
        foreach (var quote in quotes.Items)
        {
            html.Open("div", ("class", "quote")).Open("blockquote")
                .Open("p", ("class", "lines")).Text(marks.Open).Element("bdi", quote.Text).Text(marks.Close).Close("p")
                .Open("p", ("class", "note")).Element("b", quote.Mark, ("class", "whole"));
            if (quote.Note is not null)
            {
                html.Text(" · ").Element("bdi", quote.Note);
            }

            html.Close("p");
            html.Close("blockquote").Close("div");
        }
    }

    private void Figure(string title, string alt, IReadOnlyList<string> notes, Action draw)
    {
        html.Open("figure", ("aria-label", alt));
        Caption("figcaption", report.Labels.Figure, ++figures, title, notes);
        draw();
        html.Close("figure");
    }

    private void Caption(string element, string label, int number, string title, IEnumerable<string?> notes)
    {
        html.Open(element).Element("span", $"{label} {number}", ("class", "number")).Text(" ").Element("b", title);
        if (notes.Where(note => !string.IsNullOrEmpty(note)).ToList() is { Count: > 0 } said)
        {
            html.Text(" ").Element("span", string.Join(" · ", said), ("class", "soft"));
        }

        html.Close(element);
    }

    // The number of a contribution and what stands beside it is not broken; longer words are.
    private static bool IsMark(string value) => value.Split('\n').All(line => line.Length <= 8);

    // On a phone a cell stands under the one before it and says of which column it is: but for the number at the head of its row, for the only words in it, and where a row reads by itself.
    private static string? Named(Table table, Column column, string value) =>
        table.Running || (column == table.Columns[0] && !column.Number && IsMark(value)) || (column.Verbatim && table.Columns.Count(other => other.Verbatim) == 1) ? null : column.Title;

    private void Sheet(Table table)
    {
        // A wide table scrolls by itself, also by keyboard, and never pushes the page aside.
        html.Open("div", ("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-label", table.Title)).Open("table");
        Caption("caption", report.Labels.Table, ++tables, table.Title, [table.N]);
        var whole = Math.Max(1, table.Columns.Sum(column => column.Width));
        html.Open("colgroup");
        foreach (var column in table.Columns)
        {
            html.Open("col", ("width", $"{100 * column.Width / whole}%"));
        }

        html.Close("colgroup").Open("thead").Open("tr");
        foreach (var column in table.Columns)
        {
            html.Element("th", column.Title, ("scope", "col"), ("class", column.Number ? "figure" : null));
        }

        html.Close("tr").Close("thead").Open("tbody");
        foreach (var row in table.Rows)
        {
            html.Open("tr");
            foreach (var (value, column) in row.Zip(table.Columns))
            {
                html.Element("td", value, ("class", column.Verbatim ? "voice" : column.Number ? "figure" : IsMark(value) ? "whole" : null), ("dir", column.Verbatim ? "auto" : null), ("data-of", Named(table, column, value)));
            }

            html.Close("tr");
        }

        html.Close("tbody").Close("table").Close("div");
    }
}
