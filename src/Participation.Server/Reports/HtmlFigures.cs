using System.Globalization;
using Participation.Reports;

namespace Participation.Server.Reports;

/// <summary>Figures of counts: every number is text that can be read; the drawing beside it is hidden from screen readers.</summary>
internal static class HtmlFigures
{
    /// <summary>
    /// Seven fills that are told apart in one-bit black and white, in the order of the wall's (fills.css): solid, dense and sparse strokes, empty, dots, dense strokes
    /// that lean the other way, black with a cross.
    /// </summary>
    public const string Patterns = """
        <svg class="defs" width="0" height="0" aria-hidden="true"><defs>
        <pattern id="p2" width="4" height="4" patternUnits="userSpaceOnUse"><rect class="white" width="4" height="4"/><path class="stroke" d="M-1 5L5 -1M-1 1L1 -1M3 5L5 3"/></pattern>
        <pattern id="p3" width="8" height="8" patternUnits="userSpaceOnUse"><rect class="white" width="8" height="8"/><path class="stroke" d="M-1 9L9 -1M-1 1L1 -1M7 9L9 7"/></pattern>
        <pattern id="p5" width="6" height="6" patternUnits="userSpaceOnUse"><rect class="white" width="6" height="6"/><circle class="black" cx="3" cy="3" r="1"/></pattern>
        <pattern id="p6" width="4" height="4" patternUnits="userSpaceOnUse"><rect class="white" width="4" height="4"/><path class="stroke" d="M-1 -1L5 5M-1 3L1 5M3 -1L5 1"/></pattern>
        <pattern id="p7" width="8" height="8" patternUnits="userSpaceOnUse"><rect class="black" width="8" height="8"/><path class="blank" d="M0 0L8 8M0 8L8 0"/></pattern>
        </defs></svg>
        """;

    private const int Fills = 7;

    private static int Fill(StackedBars stacked, int part) => stacked.Fills is { } fills ? fills[part] : (part % Fills) + 1;

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
            Key(html, $"f{Fill(stacked, index)}", part);
        }

        html.Close("ul").Open("ul", ("class", "bars"));
        foreach (var row in stacked.Rows)
        {
            Label(html, row.Label, row.Mark);
            html.Element("span", string.Join(", ", stacked.Parts.Zip(row.Values, (part, value) => $"{part} {number(value)}")), ("class", "unseen"));
            Stack(html, stacked, row.Values, number);
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

    private static void Stack(Html html, StackedBars stacked, IReadOnlyList<int> values, Func<long, string> number)
    {
        var at = 0.0;
        html.Open("svg", ("class", "stack"), ("aria-hidden", "true"));
        foreach (var (width, index) in Widths(values).Select((width, index) => (width, index)))
        {
            if (width > 0)
            {
                html.Open("rect", ("class", $"f{Fill(stacked, index)}"), ("x", Percent(at)), ("width", Percent(width)), ("height", "100%")).Close("rect")
                    .Element("text", number(values[index]), ("x", Percent(at + (width / 2))), ("y", "70%"));
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
