using Participation.Reports;
using Participation.Texts;

namespace Participation.Sessions.Reporting;

/// <summary>The third page, for whoever reads no other: what was asked, who was there, what was found with its counts, and what stayed open.</summary>
internal static class ResultSection
{
    public static Section Of(SessionState session, ReportFrame frame, Words words)
    {
        var (people, blocks) = (session.Present.ToList(), new List<Block>());
        var asked = SynthesisReport.Worked(session).FirstOrDefault(item => session.Settings[item.Id] is IAsks);
        if (asked is not null) blocks.Add(new Lead(Question(session, asked, words), words["report.result.question"]));
        var who = new List<Fact> { new(words["report.result.who"], Who(session, people, words)) };
        if (Split.IsTold(session) && Missing(session, people, words) is { Length: > 0 } missing) who.Add(new(words["report.result.missing"], missing));
        who.Add(new(words["report.result.when"], words.Days(WorkDays.Of(session, frame))));
        blocks.Add(new Terms(who));

        var open = new List<string>();
        foreach (var item in SynthesisReport.Worked(session))
        {
            var findings = session.Scene(item).Section(words)?.Findings() ?? Findings.None;
            if (findings.Found.Count > 0 && item != asked)
                blocks.Add(new Subheading(session.Settings[item.Id] is IAsks ? Question(session, item, words) : words.Of(item.Title)));
            blocks.AddRange(findings.Found);
            open.AddRange(findings.Open);
        }
        if (session.Stage.ClosedAt is null) open.Add(words["report.result.still-open"]);
        open.AddRange(session.Opened!.Agenda.Where(item => session.Scene(item).Parts.Takes && session.Stage.Steps[item.Id].OpenedAt is null)
            .Select(item => words["report.result.not-treated", ("step", words.Of(item.Title))]));
        if (open.Count > 0) blocks.AddRange([new Subheading(words["report.result.open"]), new Bullets(open)]);
        return new(0, words["report.result.title"], blocks);
    }

    /// <summary>How many, and of which class where the workshop has any.</summary>
    private static string Who(SessionState session, List<Participant> people, Words words)
    {
        var (opened, count) = (session.Opened!, words.Count("report.people", people.Count));
        var parts = (opened.Classes ?? []).Select(one => (Label: words.Of(one.Label), N: people.Count(who => who.Type is { } type && one.Types.Contains(type))))
            .Append((Label: words["report.participation.not-said"], N: people.Count(who => who.Type is null))).Where(part => part.N > 0).ToList();
        return opened.Classes is null || people.Count == 0 || !Split.IsTold(session) ? count : $"{count}: {string.Join("; ", parts.Select(part => $"{part.Label} {words.Number(part.N)}"))}";
    }

    private static string Question(SessionState session, AgendaItem item, Words words) => words.Of(((IAsks)session.Settings[item.Id]).Question);

    /// <summary>Those types and zones of which nobody said that they were theirs; nothing where nobody was asked, or nobody answered.</summary>
    private static string Missing(SessionState session, List<Participant> people, Words words)
    {
        IEnumerable<string> Of(IReadOnlyList<Option> options, Func<Participant, string?> by) => people.TrueForAll(who => by(who) is null) ? []
            : options.Where(option => people.TrueForAll(who => by(who) != option.Id)).Select(option => words.Of(option.Label));
        return string.Join("; ", [.. Of(session.Opened!.Types, who => who.Type), .. Of(session.Opened.Zones, who => who.Zone)]);
    }
}
