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
            new Paragraph(words.Count("report.participation.joined", people.Count)),
        };
        if (phoneless > 0) blocks.Add(new Paragraph(words.Count("report.participation.phoneless", phoneless)));
        if (Split.IsTold(session))
        {
            Add(blocks, words, "report.participation.by-type", Split.Of(opened.Types, people, who => who.Type, words), people.Count);
            AddMissing(blocks, words, "report.participation.missing-types", opened.Types, people, who => who.Type);
            Add(blocks, words, "report.participation.by-zone", Split.Of(opened.Zones, people, who => who.Zone, words), people.Count);
            AddMissing(blocks, words, "report.participation.missing-zones", opened.Zones, people, who => who.Zone);
        }
        else if (opened.Types.Count + opened.Zones.Count > 0) blocks.Add(new Paragraph(words[Split.WhyNot(session).Counts]));
        if (people.Count(who => session.Corrected.Contains(who.Id)) is > 0 and var corrected) blocks.Add(new Paragraph(words.Count("report.participation.corrected", corrected)));
        Add(blocks, words, "report.participation.by-table", Split.ByTable(opened.Tables, people, words), people.Count);
        blocks.AddRange(EntranceParagraphs.Of(session, words));
        return new(1, words["report.participation.title"], blocks);
    }

    private static void Add(List<Block> blocks, Words words, string title, IReadOnlyList<Part> parts, int n)
    {
        if (parts.Count == 0) return;
        blocks.Add(new Bars(words[title], words["report.unit.people"], words["report.n", ("n", n)], [.. parts.Select(part => new Bar(part.Label, null, part.N))],
            string.Join("; ", parts.Select(part => $"{part.Label}: {words.Number(part.N)}"))));
    }

    private static void AddMissing(
        List<Block> blocks, Words words, string key, IReadOnlyList<Option> options, List<Participant> people, Func<Participant, string?> by)
    {
        if (options.Count == 0 || people.All(who => by(who) is null)) return;
        var absent = options.Where(option => people.All(who => by(who) != option.Id)).Select(option => words.Of(option.Label)).ToList();
        blocks.Add(new Paragraph(absent.Count == 0 ? words[$"{key}.none"] : words[key, ("missing", string.Join(", ", absent))]));
    }
}
