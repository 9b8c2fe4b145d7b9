using Participation.Reports;
using Participation.Texts;

namespace Participation.Sessions.Reporting;

/// <summary>The data set for people: the same rows, counts and splits in the words of the report, as sheets that can be read, sorted and filtered. The CSV is for machines.</summary>
public static class DataWorkbook
{
    public static Workbook Of(SessionState session, ReportFrame frame)
    {
        var words = Words.In[frame.Language];
        var rows = PrintedContribution.Of(session, words);
        var data = DataSet.Of(session, frame, rows);
        return new(words.Language, [ContributionSheet.Of(rows, data, frame, words), Results(data, words), Participants(data.Participants, words), About(session, data, frame, words)]);
    }

    /// <summary>Every count by itself: what a column of the first sheet has no place for, such as how many people voted or what one group of them chose, stands here too.</summary>
    private static Sheet Results(DataSet data, Words words)
    {
        var split = data.Items.Any(item => item.Counts.Any(count => count.Group is not null));
        return new(words["report.sheet.results"],
        [
            new(words["report.method.step"], 30), new(words["report.sheet.question"], 40), new(words["report.annex.number"], 12), new(words["report.sheet.of"], 50),
            new(words["report.sheet.count"], 24), new(words["report.sheet.round"], 8), new(words["report.sheet.n"], 10), .. split ? [new SheetColumn(words["report.sheet.group"], 30)] : Array.Empty<SheetColumn>(),
        ],
        [
            .. data.Items.SelectMany(item => item.Counts.Select(count => (IReadOnlyList<Cell?>)
            [
                Cell.Of(item.Title), Cell.Of(item.Question), Cell.Of(count.Of), Cell.Of(count.Label), Cell.Of(HeadOf(item, count.Name, words)), Cell.Of(count.Round), NumberOf(count, words), .. split ? [Cell.Of(count.GroupLabel)] : Array.Empty<Cell?>(),
            ])),
        ]);
    }

    private static Sheet Participants(DataParticipants people, Words words)
    {
        var parts = new[] { ("report.participation.by-type", people.ByType), ("report.participation.by-zone", people.ByZone), ("report.participation.by-table", people.ByTable) };
        return new(words["report.sheet.participants"], [new(words["report.sheet.what"], 50), new(words["report.sheet.label"], 50), new(words["report.sheet.n"], 10)],
        [
            [Cell.Of(words["report.fact.participants"]), null, Cell.Of(people.N)],
            [Cell.Of(words["report.sheet.without-phone"]), null, Cell.Of(people.WithoutPhone)],
            .. parts.SelectMany(part => part.Item2.Select(each => (IReadOnlyList<Cell?>)[Cell.Of(words[part.Item1]), Cell.Of(each.Label), Cell.Of(each.N)])),
        ]);
    }

    /// <summary>Of which session, whose clock, what is not in it and how to tell from which record it was made.</summary>
    private static Sheet About(SessionState session, DataSet data, ReportFrame frame, Words words)
    {
        var over = session.Stage.Closed;
        return new(words["report.sheet.about"], [new(words["report.sheet.what"], 36), new(words["report.sheet.label"], 90)],
        [
            .. new (string Fact, string Value)[]
            {
                (words["report.sheet.session"], data.Title), (words["report.fact.date"], words.Days(WorkDays.Of(session, frame))),
                (words["report.fact.status"], words[over ? "report.session.closed" : "report.session.open"]), (words["report.sheet.zone"], ZoneNames.In(words, frame.Zone)),
                (words["report.fact.entries"], words.Number(data.Entries)), (words["report.fact.head"], data.Head),
                (words["report.annex.type"], Split.IsTold(session) ? words["report.annex.protection", ("fewest", NamedTypes.Fewest)] : words[Split.WhyNot(session).Annex]),
                (words["report.sheet.for-machines"], words["report.sheet.for-machines-text"]),
            }.Select(line => (IReadOnlyList<Cell?>)[Cell.Of(line.Fact), Cell.Of(line.Value)]),
        ]);
    }

    /// <summary>What was counted, as the kind calls it.</summary>
    internal static string HeadOf(DataItem item, string name, Words words) => words[$"{item.Kind}.counts.{name}"];

    internal static Cell NumberOf(DataCount count, Words words) => count.N is { } n ? Cell.Of(n) : new TextCell(words["report.sheet.not-reported"]);
}
