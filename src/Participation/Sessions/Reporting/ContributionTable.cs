using System.Globalization;
using Participation.Texts;

namespace Participation.Sessions.Reporting;

/// <summary>Everything that was given as one table: a row for each contribution, a column for each vote that was held on it.</summary>
public static class ContributionTable
{
    public static (IReadOnlyList<string> Head, IEnumerable<IReadOnlyList<string?>> Rows) Of(SessionState session, Words words)
    {
        var opened = session.Opened!;
        var votes = opened.Agenda
            .Select(item => (Item: item, Weights: ActivityKinds.Of(item.Kind).Weighs(session.StateOf(item), session.Scene(item))))
            .Where(vote => vote.Item.Continues is null && vote.Weights.Count > 0).ToList();
        // A table's id is a mere count; its name is what people said.
        var tables = opened.Tables.ToDictionary(table => table.Id, table => table.Name);
        string[] head =
        [
            "number", "item", "step", "text", "kind", "category", "zone", "place", "table", "type", "language",
            "status", "pinned", "phoneless", "near", "given_at", .. votes.Select(vote => words.Of(vote.Item.Title)),
        ];
        return (head, SynthesisReport.Contributions(session).Select(each =>
        {
            var (item, given, status) = each;
            var who = session.Participants.GetValueOrDefault(given.By);
            return (IReadOnlyList<string?>)
            [
                given.Id, item.Id, words.Of(item.Title), given.Label is { } label ? words.Of(label) : given.Text, given.Kind, given.Category,
                given.Zone, given.Place, given.Table is { } table ? tables.GetValueOrDefault(table, table) : null, who?.Type, who?.Language, status.ToString().ToLowerInvariant(),
                Yes(session.Stage.Marks.GetValueOrDefault(given.Id)?.Pinned ?? false), Yes(given.Phoneless), given.Near,
                given.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
                .. votes.Select(vote => vote.Weights.TryGetValue(given.Id, out var weight) ? weight.ToString(CultureInfo.InvariantCulture) : null),
            ];
        }));
    }

    private static string Yes(bool value) => value ? "yes" : "no";
}
