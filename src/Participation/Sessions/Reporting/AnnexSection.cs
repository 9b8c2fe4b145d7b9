using Participation.Reports;
using Participation.Texts;

namespace Participation.Sessions.Reporting;

/// <summary>All contributions: number, words, table, stakeholder type of the author, status. The counts by status add up to all. What was taken back or not let through is counted and not printed; the record keeps it.</summary>
internal static class AnnexSection
{
    public static Section Of(SessionState session, IReadOnlyList<(AgendaItem Item, Contribution Given, ContributionStatus Status)> all, Words words)
    {
        if (all.Count == 0) return new(1, words["report.annex.title"], [new Paragraph(words["report.annex.none"])]);
        var given = all.Where(each => session.Participants.ContainsKey(each.Given.By)).ToList();
        var statuses = given.GroupBy(each => each.Status).OrderBy(group => group.Key)
            .Select(group => $"{words[$"report.status.{group.Key.ToString().ToLowerInvariant()}"]}: {words.Number(group.Count())}");
        var intro = given.Count == 0 ? words["report.annex.none"] : words["report.annex.intro", words.Count("report.contributions", given.Count), string.Join("; ", statuses)];
        var blocks = new List<Block> { new Paragraph(intro) };
        blocks.Add(new Paragraph(words["report.annex.protection", NamedTypes.Fewest]));
        if (given.Count < all.Count) blocks.Add(new Paragraph(words.Count("report.annex.others", all.Count - given.Count)));
        var named = NamedTypes.Of(session, all.Select(each => each.Given));
        blocks.AddRange(all.GroupBy(each => each.Item.Id).Select(group => Of(session, group.First().Item, [.. group], named, words)));
        return new(1, words["report.annex.title"], blocks);
    }

    private static Reports.Table Of(
        SessionState session, AgendaItem item, IReadOnlyList<(AgendaItem Item, Contribution Given, ContributionStatus Status)> given,
        NamedTypes named, Words words) => new(
        words.Of(item.Title), words["report.n", given.Count],
        [
            new(words["report.annex.number"], 11), new(words["report.annex.text"], 59, Verbatim: true),
            new(string.Join(" · ", words["report.annex.type"], words["report.annex.table"], words["report.annex.status"]), 30),
        ],
        [.. given.Select(each => Row(session, each.Given, each.Status, named, words))], Running: true);

    private static IReadOnlyList<string> Row(SessionState session, Contribution given, ContributionStatus status, NamedTypes named, Words words)
    {
        var (opened, who) = (session.Opened!, session.Participants.GetValueOrDefault(given.By));
        var type = opened.Types.FirstOrDefault(option => option.Id == who?.Type);
        return
        [
            given.Id,
            status == ContributionStatus.Erased ? words["report.annex.erased"]
                : status is ContributionStatus.Hidden or ContributionStatus.Withdrawn or ContributionStatus.Pending ? words["report.annex.not-printed"]
                : given.Label is { } label ? words.Of(label) : given.Text,
            string.Join(" · ",
                who is null ? words["report.annex.organiser"]
                : !named.Has(who) ? words["report.annex.withheld"]
                : type is null ? words["report.participation.not-said"]
                : words.Of(type.Label),
                opened.Tables.FirstOrDefault(table => table.Id == given.Table)?.Name ?? words["report.annex.plenary"],
                words[$"report.status.{status.ToString().ToLowerInvariant()}"] + (given.Phoneless ? $" ({words["report.annex.transcribed"]})" : "")),
        ];
    }
}
