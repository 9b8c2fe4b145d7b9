using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Participation.Reports;
using Participation.Texts;

namespace Participation.Server.Reports;

/// <summary>A report as one page: no script, no file but the faces that this server gives out itself, and a policy in the page that allows nothing else. A copy of it on a disk is set in that machine’s faces.</summary>
public static partial class HtmlReport
{
    private static readonly string Styles = ReportFonts.Faces + ReadStyles();

    /// <summary>Each language in its own name.</summary>
    private static readonly Dictionary<string, string> Names = new() { ["en"] = "English", ["it"] = "Italiano", ["de"] = "Deutsch" };

    /// <summary>The house's colour on a dark page, as tokens.css has it.</summary>
    public const string HouseDark = "#8fd0ec";

    /// <param name="accent">The institution's colour as #rrggbb, as it can be read on paper.</param>
    /// <param name="dark">The same, as it can be read on a dark screen.</param>
    /// <param name="languages">The reader finds the same page in the other languages by <c>?language=</c> at its address.</param>
    public static string Write(Report report, string accent = PdfOptions.HouseAccent, string dark = HouseDark, bool languages = false)
    {
        foreach (var colour in (string[])[accent, dark])
        {
            if (!Hex().IsMatch(colour))
            {
                throw new ArgumentException("A colour is written as #rrggbb.", nameof(accent));
            }
        }

        var style = $":root{{--light:{accent};--dark:{dark}}}\n{Styles}";
        var policy = $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)))}'; font-src 'self'";
        var html = new Html().Raw("<!doctype html>\n")
            .Open("html", ("lang", report.Language)).Open("head").Raw("<meta charset=\"utf-8\">")
            .Open("meta", ("http-equiv", "Content-Security-Policy"), ("content", policy))
            .Raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
            .Element("title", report.Title).Open("style").Raw(style).Close("style").Close("head")
            .Open("body").Raw(HtmlFigures.Patterns);
        if (languages) Choice(html, report.Language);
        Cover(html, report);
        Body(html, report, Numbered(report.Sections));
        return html.Close("body").Close("html").Raw("\n").ToString();
    }

    private static void Choice(Html html, string current)
    {
        html.Open("nav", ("class", "languages"), ("aria-label", Words.In[current]["room.language"]));
        foreach (var language in LocalText.Languages)
        {
            html.Element("a", Names[language], ("href", $"?language={language}"), ("lang", language), ("hreflang", language), ("aria-current", language == current ? "true" : null));
        }

        html.Close("nav");
    }

    private static void Cover(Html html, Report report)
    {
        html.Open("header", ("class", "cover"));
        if (report.Organisation is not null)
        {
            html.Element("p", report.Organisation, ("class", "organisation"));
        }

        html.Element("h1", report.Title).Element("p", report.Subtitle, ("class", "subtitle")).Open("dl");
        foreach (var fact in report.Facts)
        {
            html.Open("div").Element("dt", fact.Label).Element("dd", fact.Value).Close("div");
        }

        html.Close("dl").Close("header");
    }

    private static void Body(Html html, Report report, IReadOnlyList<Chapter> chapters)
    {
        var blocks = new HtmlBlocks(html, report, chapters);
        html.Open("main");
        foreach (var (id, number, section) in chapters)
        {
            var heading = section.Level > 1 ? "h3" : "h2";
            html.Open("section", ("aria-labelledby", id), ("class", section.Level switch { 0 => "front", 1 => "work", _ => null })).Open(heading, ("id", id));
            if (number.Length > 0)
            {
                html.Element("span", number, ("class", "number")).Text(" ");
            }

            html.Text(section.Title).Close(heading);
            foreach (var block in section.Blocks)
            {
                blocks.Write(block);
            }

            html.Close("section");
        }

        html.Close("main");
    }

    /// <summary>A section with its place on the page and its number, if it has one.</summary>
    internal sealed record Chapter(string Id, string Number, Section Section);

    // The same numbers as in the PDF: both are cited.
    private static List<Chapter> Numbered(IReadOnlyList<Section> sections)
    {
        var (front, chapter, part) = (0, 0, 0);
        return [.. sections.Select(section =>
        {
            if (section.Level == 0)
            {
                return new Chapter($"front{++front}", "", section);
            }

            (chapter, part) = section.Level > 1 ? (chapter, part + 1) : (chapter + 1, 0);
            var number = part == 0 ? $"{chapter}" : $"{chapter}.{part}";
            return new Chapter($"s{number}", number, section);
        })];
    }

    private static string ReadStyles()
    {
        using var reader = new StreamReader(typeof(HtmlReport).Assembly.GetManifestResourceStream("Report.css")!);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"\A#[0-9a-fA-F]{6}\z")]
    private static partial Regex Hex();
}
