using Participation.Reports;
using Participation.Texts;

namespace Participation.Sessions.Reporting;

/// <summary>Every contribution as the annex prints it, with where it lies and what it got: a column for each sort of place and for each count.</summary>
internal static class ContributionSheet
{
    public static Sheet Of(IReadOnlyList<PrintedContribution> rows, DataSet data, ReportFrame frame, Words words)
    {
        var numbers = rows.Select(row => row.Number).ToHashSet();
        var places = data.Items.SelectMany(item => item.Places.Select(place => (Column: new PlaceColumn(item, place.Name), Place: place))).ToList();
        var counts = data.Items.SelectMany(item => item.Counts.Where(count => count.Group is null && count.Of is { } of && numbers.Contains(of))
            .Select(count => (Column: new CountColumn(item, count.Name, count.Round), Count: count))).ToList();
        var (at, placed, counted) = (places.Select(each => each.Column).Distinct().ToList(),
            places.ToLookup(each => (each.Column, each.Place.Of), each => each.Place), counts.ToLookup(each => (each.Column, each.Count.Of!), each => each.Count));
        var of = counts.Select(each => each.Column).Distinct().ToList();
        return new(words["report.sheet.contributions"],
            [
                new(words["report.annex.number"], 10), new(words["report.method.step"], 24), new(words["report.annex.text"], 60), new(words["report.sheet.kind"], 14), new(words["report.sheet.category"], 24),
                .. Heads(at, column => words[$"{column.Item.Kind}.places.{column.Name}"], column => column.Item, words).Select(head => new SheetColumn(head, 36)),
                .. Heads(of, column => column.Head(words), column => column.Item, words).Select(head => new SheetColumn(head, 14)),
                new(words["report.annex.table"], 18), new(words["report.annex.type"], 28), new(words["report.annex.status"], 24), new(words["report.sheet.transcribed"], 14), new(words["report.sheet.reworded"], 14),
                new(words["report.sheet.time", ("zone", ZoneNames.In(words, frame.Zone))], 22),
            ],
            [
                .. rows.Select(row => (IReadOnlyList<Cell?>)
                [
                    Cell.Of(row.Number), Cell.Of(words.Of(row.Chapter.Title)), Cell.Of(row.Text), Cell.Of(row.Chosen.Kind), Cell.Of(row.Chosen.Category),
                    .. at.Select(column => placed[(column, row.Number)].FirstOrDefault() is { } place ? Cell.Of(place.In is null ? place.Label : $"{place.In} {place.Label}") : null),
                    .. of.Select(column => counted[(column, row.Number)].FirstOrDefault() is { } count ? DataWorkbook.NumberOf(count, words) : null),
                    Cell.Of(row.Table?.Name ?? words["report.annex.plenary"]), Cell.Of(row.TypeIn(words)), Cell.Of(Statuses.Of(row.Status, words)),
                    Cell.Of(row.Transcribed ? words["report.annex.transcribed"] : null), row.Reworded > 0 ? Cell.Of(row.Reworded) : null, row.At is { } moment ? new MomentCell(Minute(frame.At(moment))) : null,
                ]),
            ]);
    }

    /// <summary>Two columns with one head are told apart by their steps.</summary>
    private static IEnumerable<string> Heads<T>(List<T> columns, Func<T, string> head, Func<T, DataItem> item, Words words)
    {
        var same = columns.CountBy(head).ToDictionary();
        return columns.Select(column => same[head(column)] == 1 ? head(column) : words["report.sheet.head-step", ("head", head(column)), ("step", item(column).Title)]);
    }

    private static DateTime Minute(DateTimeOffset at) => at.DateTime.AddTicks(-(at.Ticks % TimeSpan.TicksPerMinute));

    private readonly record struct PlaceColumn(DataItem Item, string Name);

    private readonly record struct CountColumn(DataItem Item, string Name, int Round)
    {
        /// <summary>The last round needs no number: most votes have one.</summary>
        public string Head(Words words) => Round == Item.Rounds ? DataWorkbook.HeadOf(Item, Name, words)
            : words["report.sheet.head-round", ("head", DataWorkbook.HeadOf(Item, Name, words)), ("n", Round)];
    }
}
