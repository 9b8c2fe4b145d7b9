using System.Globalization;
using System.Text.Json;

namespace Participation.Sessions.Reporting;

/// <summary>The data set as one table: a row for each contribution and each option that was counted, a column for each count.</summary>
public static class ContributionTable
{
    /// <summary>Stands in the place of a status where the row is no contribution but an option, or a step as a whole.</summary>
    public const string Counted = "counted";

    public static (IReadOnlyList<string> Head, IEnumerable<IReadOnlyList<string?>> Rows) Of(SessionState session, ReportFrame frame)
    {
        var data = DataSet.Of(session, frame);
        // The id of a table is a mere handle; its name is what people said.
        var tables = session.Opened!.Tables.ToDictionary(table => table.Id, table => table.Name);
        var titles = data.Items.ToDictionary(item => item.Id, item => item.Title);
        var columns = data.Items.SelectMany(item => item.Counts.Select(count => Column(item, count))).Distinct().ToList();
        var numbers = data.Contributions.Select(given => given.Number).ToHashSet();
        var counts = data.Items.SelectMany(item => item.Counts.Select(count => (Item: item, Count: count)))
            .ToLookup(each => (Item: each.Count.Of is { } of && numbers.Contains(of) ? null : each.Item.Id, each.Count.Of));
        string[] head = ["number", "item", "step", "text", "words", "kind", "category", "table", "type", "status", "transcribed", "reworded", "given_at", "time_zone", .. columns];
        return (head, data.Contributions.Select(given => (IReadOnlyList<string?>)
        [
            given.Number, given.Item, titles[given.Item], given.Text, Name(given.Words), given.Kind, given.Category,
            given.Table is { } table ? tables[table] : null, given.Type ?? given.Class ?? Name(given.TypeSaid), Name(given.Status),
            given.Transcribed ? "yes" : "no", (given.Reworded ?? 0).ToString(CultureInfo.InvariantCulture), given.GivenAt?[..16].Replace('T', ' '), frame.Zone.Id, .. Cells(counts[(null, given.Number)]),
        ]).Concat(counts.Where(each => each.Key.Item is not null).Select(each => (IReadOnlyList<string?>)
        [
            each.Key.Of, each.Key.Item, titles[each.Key.Item!], each.First().Count.Label, null, null, null, null, null, Counted, null, null, null, null, .. Cells(each),
        ])));

        IEnumerable<string?> Cells(IEnumerable<(DataItem Item, DataCount Count)> row)
        {
            var cells = new Dictionary<string, string>();
            foreach (var (item, count) in row) cells[Column(item, count)] = count.N?.ToString(CultureInfo.InvariantCulture) ?? "withheld";
            return columns.Select(column => cells.GetValueOrDefault(column));
        }
    }

    /// <summary>The last round needs no number: most votes have one. Behind it stands the group, where the vote is split.</summary>
    private static string Column(DataItem item, DataCount count) => $"{item.Id}.{count.Name}" + (count.Round == item.Rounds ? "" : $".round-{count.Round}") + (count.Group is { } group ? $".{group}" : "");

    private static string Name<T>(T value) where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
