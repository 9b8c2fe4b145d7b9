using Participation.Reports;
using Participation.Texts;

namespace Participation.Sessions.Reporting;

/// <summary>Who took part, by stakeholder type and zone, with n; and who was missing.</summary>
internal static class ParticipationSection
{
    public static Section Of(SessionState session, Words words)
    {
        var (opened, people) = (session.Opened!, session.Present.ToList());
        var phoneless = people.Count(who => who.Phoneless);
        var blocks = new List<Block>
        {
            new Paragraph(words["report.participation.joined", words.Count("report.people", people.Count)]),
        };
        if (phoneless > 0) blocks.Add(new Paragraph(words.Count("report.participation.phoneless", phoneless)));
        if (people.Count > 0)
        {
            Split(blocks, words, "report.participation.by-type", "report.participation.missing-types", opened.Types, people, who => who.Type);
            Split(blocks, words, "report.participation.by-zone", "report.participation.missing-zones", opened.Zones, people, who => who.Zone);
            Tables(blocks, words, opened.Tables, people);
        }
        blocks.AddRange(EntranceParagraphs.Of(session, words));
        return new(1, words["report.participation.title"], blocks);
    }

    private static void Tables(List<Block> blocks, Words words, IReadOnlyList<Table> tables, List<Participant> people)
    {
        if (tables.Count == 0) return;
        var rows = tables.Select(table => new Bar(table.Name, null, people.Count(who => who.Table == table.Id)))
            .Append(new Bar(words["report.annex.plenary"], null, people.Count(who => who.Table is null))).ToList();
        blocks.Add(new Bars(words["report.participation.by-table"], words["report.unit.people"], words["report.n", people.Count], rows,
            string.Join("; ", rows.Select(bar => $"{bar.Label}: {bar.Value}"))));
    }

    private static void Split(
        List<Block> blocks, Words words, string title, string missing, IReadOnlyList<Option> options, List<Participant> people, Func<Participant, string?> by)
    {
        if (options.Count == 0) return;
        var rows = options.Select(option => new Bar(words.Of(option.Label), null, people.Count(who => by(who) == option.Id)))
            .Append(new Bar(words["report.participation.not-said"], null, people.Count(who => by(who) is null)))
            .Where(bar => bar.Value > 0).OrderByDescending(bar => bar.Value).ToList();
        blocks.Add(new Bars(words[title], words["report.unit.people"], words["report.n", people.Count], rows,
            string.Join("; ", rows.Select(bar => $"{bar.Label}: {bar.Value}"))));
        if (people.All(who => by(who) is null)) return;
        var absent = options.Where(option => people.All(who => by(who) != option.Id)).Select(option => words.Of(option.Label)).ToList();
        blocks.Add(absent.Count == 0 ? new Paragraph(words[missing + ".none"]) : new Paragraph(words[missing, string.Join(", ", absent)]));
    }
}
