using System.Globalization;
using Participation.Reports;

namespace Participation.Server.Reports;

/// <summary>Figures of counts: every number is text that can be read; the drawing beside it is hidden from screen readers.</summary>
internal static class HtmlFigures
{
    /// <summary>Parts of a stacked bar are told apart without colour: full, hatched, empty, dotted, then by lightness.</summary>
    public const string Patterns = """
        <svg class="defs" width="0" height="0" aria-hidden="true"><defs><pattern id="p1" width="6" height="6" patternUnits="userSpaceOnUse"><rect class="pale" width="6" height="6"/><path class="stroke" d="M-1 7L7 -1"/></pattern><pattern id="p3" width="6" height="6" patternUnits="userSpaceOnUse"><rect class="white" width="6" height="6"/><circle class="full" cx="3" cy="3" r="1.1"/></pattern></defs></svg>
        """;

    private const int Fills = 6;

    public static void Draw(Html html, Bars bars, string before, Func<long, string> number)
    {
        var most = Math.Max(1, bars.Rows.Select(row => Math.Max(row.Value, row.Before ?? 0)).DefaultIfEmpty().Max());
        if (before.Length > 0 && bars.Rows.Any(row => row.Before is not null))
        {
            html.Open("ul", ("class", "legend"));
            Key(html, "before", before);
            html.Close("ul");
        }

        html.Open("ul", ("class", "bars"));
        foreach (var row in bars.Rows)
        {
            Label(html, row.Label, row.Mark);
            html.Open("span", ("class", "track"));
            Bar(html, row.Value, most, "full", number);
            if (row.Before is { } earlier)
            {
                Bar(html, earlier, most, "before", number);
            }

            html.Close("span").Close("li");
        }

        html.Close("ul");
    }

    public static void Draw(Html html, StackedBars stacked, Func<long, string> number)
    {
        html.Open("ul", ("class", "legend"));
        foreach (var (part, index) in stacked.Parts.Select((part, index) => (part, index)))
        {
            Key(html, $"f{index % Fills}", part);
        }

        html.Close("ul").Open("ul", ("class", "bars"));
        foreach (var row in stacked.Rows)
        {
            Label(html, row.Label, row.Mark);
            html.Element("span", string.Join(", ", stacked.Parts.Zip(row.Values, (part, value) => $"{part} {number(value)}")), ("class", "unseen"));
            Stack(html, row.Values, number);
            html.Close("li");
        }

        html.Close("ul");
    }

    public static void Draw(Html html, Cloud cloud, Func<long, string> number)
    {
        var most = Math.Max(1, cloud.Words.Select(word => word.Weight).DefaultIfEmpty().Max());
        html.Open("p", ("class", "cloud"));
        foreach (var word in HeaviestInTheMiddle(cloud.Words))
        {
            var share = Math.Sqrt(Math.Max(0, word.Weight) / (double)most);
            html.Open("span", ("class", $"w{Math.Min(9, (int)(share * 10))}")).Element("bdi", word.Text).Element("sub", number(word.Weight)).Close("span").Text(" ");
        }

        html.Close("p");
    }

    private static IEnumerable<CloudWord> HeaviestInTheMiddle(IEnumerable<CloudWord> words)
    {
        var sorted = words.OrderByDescending(word => word.Weight).ThenBy(word => word.Text, StringComparer.Ordinal).ToList();
        return sorted.Where((_, index) => index % 2 == 1).Reverse().Concat(sorted.Where((_, index) => index % 2 == 0));
    }

    private static void Key(Html html, string fill, string name) =>
        html.Open("li").Open("svg", ("class", "swatch"), ("aria-hidden", "true"))
            .Open("rect", ("class", fill), ("width", "100%"), ("height", "100%")).Close("rect").Close("svg").Text(name).Close("li");

    private static void Label(Html html, string label, string? mark)
    {
        html.Open("li").Open("span", ("class", "name"));
        if (mark is not null)
        {
            html.Element("span", mark, ("class", "tag")).Text(" ");
        }

        html.Element("bdi", label).Close("span").Text(" ");
    }

    private static void Bar(Html html, int value, int most, string kind, Func<long, string> number) =>
        html.Open("span", ("class", "bar " + kind)).Open("svg", ("aria-hidden", "true"))
            .Open("rect", ("class", kind), ("height", "100%"), ("width", Percent(100.0 * Math.Max(0, value) / most))).Close("rect").Close("svg")
            .Element("span", number(value), ("class", "value")).Close("span");

    private static void Stack(Html html, IReadOnlyList<int> values, Func<long, string> number)
    {
        var at = 0.0;
        html.Open("svg", ("class", "stack"), ("aria-hidden", "true"));
        foreach (var (width, index) in Widths(values).Select((width, index) => (width, index)))
        {
            if (width > 0)
            {
                html.Open("rect", ("class", $"f{index % Fills}"), ("x", Percent(at)), ("width", Percent(width)), ("height", "100%")).Close("rect")
                    .Element("text", number(values[index]), ("class", $"t{index % Fills}"), ("x", Percent(at + (width / 2))), ("y", "70%"));
            }

            at += width;
        }

        html.Close("svg");
    }

    // In percent of the bar. A part is never narrower than its number; the widest gives what the narrow ones lack.
    private static double[] Widths(IReadOnlyList<int> values)
    {
        var sum = Math.Max(1, values.Sum());
        var widths = values.Select(value => value <= 0 ? 0 : Math.Max(100.0 * value / sum, 2 + (2 * $"{value}".Length))).ToArray();
        if (widths.Length > 0)
        {
            widths[Array.IndexOf(widths, widths.Max())] -= Math.Max(0, widths.Sum() - 100);
        }

        return widths;
    }

    private static string Percent(double value) => value.ToString("0.##", CultureInfo.InvariantCulture) + "%";
}
