using Participation.Reports;
using Participation.Texts;

namespace Participation.Sessions.Reporting;

/// <summary>The second page: where to find what, who speaks in which face, what numbers and signs mean, and how a sentence is checked.</summary>
internal static class GuideSection
{
    public static Section Of(Words words) => new(0, words["report.reading.title"],
    [
        new Subheading(words["report.contents"]),
        new Contents(),
        new Subheading(words["report.reading.voices"]),
        new Terms(
        [
            Row("people", words), Row("counts", words), Row("house", words),
        ]),
        new Subheading(words["report.reading.signs"]),
        new Terms(
        [
            new("n", words["report.reading.n-means"]), new("–", words["report.reading.dash"]), new(words["report.annex.not-printed"], words["report.reading.not-printed"]),
            new(words["report.annex.withheld"], words["report.reading.withheld", ("fewest", NamedTypes.Fewest)]),
        ]),
        new Subheading(words["report.reading.checking"]),
        new Paragraph(words["report.reading.check"]),
    ]);

    private static Fact Row(string what, Words words) => new(words[$"report.reading.{what}"], words[$"report.reading.{what}-means"]);
}
