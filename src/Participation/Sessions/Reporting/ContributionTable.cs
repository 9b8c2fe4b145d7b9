using System.Globalization;
using Participation.Texts;

namespace Participation.Sessions.Reporting;

/// <summary>Everything that was given as one table: a row for each contribution, a column for each count that was made on it.</summary>
public static class ContributionTable
{
    public static (IReadOnlyList<string> Head, IEnumerable<IReadOnlyList<string?>> Rows) Of(SessionState session, Words words)
    {
        var opened = session.Opened!;
        var counts = opened.Agenda.Where(item => item.Continues is null)
            .SelectMany(item => ActivityKinds.Of(item.Kind).Counts(session.StateOf(item), session.Scene(item)).Select(column => (item.Id, Column: column))).ToList();
        // The id of a table is a mere handle; its name is what people said.
        var tables = opened.Tables.ToDictionary(table => table.Id, table => table.Name);
        string[] head =
        [
            "number", "item", "step", "text", "kind", "category", "zone", "place", "table", "type",
            "status", "pinned", "phoneless", "near", "given_at", .. counts.Select(count => $"{count.Id}.{count.Column.Name}"),
        ];
        var all = SynthesisReport.Contributions(session).ToList();
        var named = NamedTypes.Of(session, all.Select(each => each.Given));
        return (head, all.Select(each =>
        {
            var (item, given, status) = each;
            var who = session.Participants.GetValueOrDefault(given.By);
            return (IReadOnlyList<string?>)
            [
                given.Id, item.Id, words.Of(item.Title), given.Label is { } label ? words.Of(label) : given.Text, given.Kind, given.Category,
                given.Zone, given.Place, given.Table is { } table ? tables.GetValueOrDefault(table, table) : null,
                who is null || named.Has(who) ? who?.Type : "withheld", status.ToString().ToLowerInvariant(),
                Yes(session.Stage.Marks.GetValueOrDefault(given.Id)?.Pinned ?? false), Yes(given.Phoneless), given.Near,
                given.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
                .. counts.Select(count => count.Column.ById.TryGetValue(given.Id, out var n) ? n.ToString(CultureInfo.InvariantCulture) : null),
            ];
        }));
    }

    private static string Yes(bool value) => value ? "yes" : "no";
}
