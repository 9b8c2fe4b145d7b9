using Participation.Reports;
using Participation.Texts;

namespace Participation.Sessions.Reporting;

/// <summary>What the report needs besides the session: where it is written and how the journal's chain stands.</summary>
/// <param name="Head">The hash of the journal's last line, in hex: it names exactly the record that the report was made from.</param>
/// <param name="WithData">The data set is enclosed, and the cover says so.</param>
/// <param name="Organisation">Who invited; null: the settings name nobody.</param>
/// <param name="Authors">Who answers for the report.</param>
public sealed record ReportFrame(
    string Language, TimeZoneInfo Zone, string Head, bool WithData = false, string? Organisation = null, string? Authors = null)
{
    /// <summary>A moment on the clock of the place: what a person reads is told by this one.</summary>
    internal DateTimeOffset At(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Zone);

    internal DateOnly Day(DateTimeOffset moment) => DateOnly.FromDateTime(At(moment).DateTime);
}

/// <summary>The report of one session: how to read it, what came out, who took part and who did not, each piece of work as the room left it, and every contribution.</summary>
public static class SynthesisReport
{
    public static Report Of(SessionState session, ReportFrame frame)
    {
        var (words, opened) = (Words.In[frame.Language], session.Opened!);
        var contributions = PrintedContribution.Of(session, words);
        return new(frame.Language, words.Of(opened.Title), words["report.subtitle"], Cover(session, frame, contributions, words),
        [.. ((IEnumerable<Section>)[
            GuideSection.Of(words),
            ResultSection.Of(session, frame, words),
            ParticipationSection.Of(session, words),
            .. Chapters(session, words),
            MethodSection.Of(session, frame, words),
            ApprovalSection.Of(session, frame, words),
            AnnexSection.Of(contributions, session, words),
        ]).Select(section => LoneBar.Told(section, words))],
        new(words["report.contents"], words["report.page"], words["report.of"], words["report.figure"], words["report.table"], words["report.glyph-note"], words["report.round-before"],
            words["report.continued"]),
        frame.Organisation);
    }

    private static IReadOnlyList<Fact> Cover(SessionState session, ReportFrame frame, IReadOnlyList<PrintedContribution> contributions, Words words) =>
    [
        new(words["report.fact.date"], words.Days(WorkDays.Of(session, frame))),
        .. session.Opened!.Place is { } place ? [new Fact(words["report.fact.place"], place)] : Array.Empty<Fact>(),
        new(words["report.fact.participants"], words.Number(session.Present.Count())),
        new(words["report.fact.contributions"], Counted([.. contributions.Where(each => each.Said != TypeSaid.Organisers)], words)),
        .. frame.Authors is { } authors ? [new Fact(words["report.fact.authors"], authors)] : Array.Empty<Fact>(),
        new(words["report.fact.version"], session.Stage.ClosedAt is { } closed
            ? words["report.version.closed", ("day", words.OnDay(frame.At(closed))), ("time", words.Time(frame.At(closed)))]
            : words["report.version.open"]),
        .. frame.WithData ? [new Fact(words["report.fact.data"], words["report.data-enclosed", ("file", DataSet.Name)])] : Array.Empty<Fact>(),
    ];

    /// <summary>What the sections count; what was hidden, withdrawn, erased or put aside stands beside it, as the annex has it too.</summary>
    private static string Counted(IReadOnlyList<PrintedContribution> given, Words words)
    {
        var shown = given.Count(each => each.Status == ContributionStatus.Shown);
        return shown == given.Count ? words.Number(shown) : words.Count("report.contributions-and-more", given.Count - shown, ("shown", shown));
    }

    /// <summary>Every contribution of the session in agenda order, also those that a reset put aside, each with its status.</summary>
    public static IEnumerable<(AgendaItem Item, Contribution Given, ContributionStatus Status)> Contributions(SessionState session)
    {
        foreach (var item in session.Opened!.Agenda.Where(item => item.Continues is null))
        {
            var scene = session.Scene(item);
            foreach (var run in session.Work.Where(run => run.Key.Item == item.Id).OrderBy(run => run.Key.Since))
                foreach (var given in ActivityKinds.Of(item.Kind).Has(run.Value, scene).Given)
                    yield return (item, given, Status(scene, given, run.Key.Since == session.Stage.Steps[item.Id].Since));
        }
    }

    /// <summary>A reset puts aside what was shown; what had been hidden, withdrawn or erased before stays that, for its words are not to be read again.</summary>
    private static ContributionStatus Status(Scene scene, Contribution given, bool runs) =>
        scene.StatusOf(given) is var status && !runs && status == ContributionStatus.Shown ? ContributionStatus.Reset : status;

    /// <summary>The item whose section shows this one's result: itself, a later one that goes on with the same board, or none because it was not held.</summary>
    internal static AgendaItem? ShownIn(SessionState session, AgendaItem item) => session.Stage.Steps[item.Id].OpenedAt is null ? null
        : session.Opened!.Agenda.Last(other => other.Root == item.Root && session.Stage.Steps[other.Id].OpenedAt is not null);

    /// <summary>What people worked on, in the order of the agenda: a step that was held and in which people give something, at the last step that went on with the same work.</summary>
    internal static IEnumerable<AgendaItem> Worked(SessionState session) =>
        session.Opened!.Agenda.Where(item => ShownIn(session, item) == item && session.Scene(item).Parts.Takes);

    /// <summary>A chapter for each piece of work. Steps that went on with one board are one chapter, which names them; where nobody gives anything there is none.</summary>
    private static IEnumerable<Section> Chapters(SessionState session, Words words)
    {
        foreach (var item in Worked(session))
        {
            var steps = session.Opened!.Agenda.Where(step => ShownIn(session, step) == item).Select(step => words.Of(step.Title)).ToList();
            yield return new(1, words.Of(item.Title),
            [
                .. steps.Count > 1 ? [new Paragraph(words["report.steps-together", ("steps", string.Join("; ", steps))])] : Array.Empty<Block>(),
                .. session.Scene(item).Section(words)?.Blocks() ?? [],
            ]);
        }
    }
}
