using Participation.Reports;
using Participation.Texts;

namespace Participation.Sessions.Reporting;

/// <summary>All contributions: number, words, stakeholder type of the author, table, kind and theme, status. The counts by status add up to all. What was taken back or not let through is counted and not printed; the record keeps it.</summary>
internal static class AnnexSection
{
    public static Section Of(IReadOnlyList<PrintedContribution> all, SessionState session, Words words)
    {
        var (opened, told) = (session.Opened!, Split.IsTold(session));
        if (all.Count == 0) return new(1, words["report.annex.title"], [new Paragraph(words["report.annex.none"])]);
        var given = all.Where(each => each.Said != TypeSaid.Organisers).ToList();
        var blocks = new List<Block>
        {
            new Paragraph(given.Count == 0 ? words["report.annex.none"]
                : words["report.annex.intro", ("contributions", words.Count("report.contributions", given.Count)), ("statuses", Statuses.Counted(given.Select(each => each.Status), words))]),
        };
        blocks.Add(new Paragraph(told ? words["report.annex.protection", ("fewest", NamedTypes.Fewest)] : words[Split.WhyNot(session).Annex]));
        if (told && opened.Classes is { Count: > 0 } classes)
        {
            blocks.Add(new Paragraph(words["report.annex.classes"]));
            blocks.Add(new Terms([.. classes.Select(one => new Fact(words.Of(one.Label), string.Join("; ", opened.Types.Where(type => one.Types.Contains(type.Id)).Select(type => words.Of(type.Label)))))]));
        }
        if (given.Count < all.Count) blocks.Add(new Paragraph(words.Count("report.annex.others", all.Count - given.Count)));
        blocks.AddRange(opened.Agenda.Select(item => all.Where(each => each.Chapter.Id == item.Id).ToList()).Where(group => group.Count > 0).Select(group => TableOf(group, words)));
        return new(1, words["report.annex.title"], blocks);
    }

    private static Reports.Table TableOf(List<PrintedContribution> given, Words words) => new(
        words.Of(given[0].Chapter.Title), words["report.n", ("n", given.Count)],
        [
            new(words["report.annex.number"], 11), new(words["report.annex.text"], 59, Verbatim: true),
            new(string.Join(" · ", [words["report.annex.type"], words["report.annex.table"],
                .. given.Any(each => Traits(each).Any()) ? [words["report.annex.traits"]] : Array.Empty<string>(), words["report.annex.status"]]), 30),
        ],
        [.. given.Select(each => Row(each, words))], Running: true);

    /// <summary>Kind and theme, which are told where the words are.</summary>
    private static IEnumerable<string> Traits(PrintedContribution given) => new[] { given.Chosen.Kind, given.Chosen.Category }.OfType<string>();

    private static IReadOnlyList<string> Row(PrintedContribution given, Words words)
    {
        string[] known =
        [
            given.TypeIn(words),
            given.Table?.Name ?? words["report.annex.plenary"],
            .. Traits(given),
            Statuses.Of(given.Status, words) + (given.Transcribed ? $" ({words["report.annex.transcribed"]})" : ""),
            .. given.Reworded > 0 ? [words.Count("report.annex.reworded", given.Reworded)] : Array.Empty<string>(),
        ];
        return
        [
            given.Number,
            given.Words switch { WordsSaid.Erased => words["report.annex.erased"], WordsSaid.NotPrinted => words["report.annex.not-printed"], _ => given.Text! },
            string.Join(" · ", known),
        ];
    }
}
