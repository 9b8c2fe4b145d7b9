using Participation.Texts;

namespace Participation.Sessions.Reporting;

/// <summary>How many people said one thing of themselves, as the section on participation prints it; no id: those who said nothing, or sit at no table.</summary>
public sealed record Part(string? Id, string Label, int N);

/// <summary>How those who took part are spread.</summary>
internal static class Split
{
    /// <summary>
    /// Whether types and zones are told in files: not as long as one who comes, or corrects what they said, would be told by the difference between two of them,
    /// and no more once the difference between reports of two closes, or before and after an erasure, would tell it.
    /// </summary>
    public static bool IsTold(SessionState session) => session is { Stage.Closed: true, Hushed: false };

    /// <summary>What is printed in the place of counts, and what beside contributions.</summary>
    public static (string Counts, string Annex) WhyNot(SessionState session) =>
        session.Hushed ? ("report.participation.erased", "report.annex.erased-since") : ("report.participation.later", "report.annex.open");

    /// <summary>The largest first; who said nothing counts too, what nobody said is left out.</summary>
    public static IReadOnlyList<Part> Of(IReadOnlyList<Option> options, IReadOnlyList<Participant> people, Func<Participant, string?> by, Words words) => options.Count == 0 || people.Count == 0 ? [] :
    [
        .. options.Select(option => new Part(option.Id, words.Of(option.Label), people.Count(who => by(who) == option.Id)))
            .Append(new Part(null, words["report.participation.not-said"], people.Count(who => by(who) is null)))
            .Where(part => part.N > 0).OrderByDescending(part => part.N),
    ];

    public static IReadOnlyList<Part> ByTable(IReadOnlyList<Table> tables, IReadOnlyList<Participant> people, Words words) => tables.Count == 0 || people.Count == 0 ? [] :
    [
        .. tables.Select(table => new Part(table.Id, table.Name, people.Count(who => who.Table == table.Id))),
        new(null, words["report.annex.plenary"], people.Count(who => who.Table is null)),
    ];
}
