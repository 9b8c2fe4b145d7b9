using Participation.Reports;
using Participation.Texts;

namespace Participation.Sessions.Reporting;

/// <summary>What the report needs besides the session: where it is written and how the journal's chain stands.</summary>
/// <param name="Head">The hash of the journal's last line, in hex: it names exactly the record that the report was made from.</param>
/// <param name="WithData">The data set is enclosed, and the cover says so.</param>
public sealed record ReportFrame(string Language, TimeZoneInfo Zone, string Head, bool WithData = false)
{
    /// <summary>A moment on the clock of the place: what a person reads is told by this one.</summary>
    internal DateTimeOffset At(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Zone);

    internal DateOnly Day(DateTimeOffset moment) => DateOnly.FromDateTime(At(moment).DateTime);
}

/// <summary>The report of one session: what was done, who took part and who did not, each agenda item as the room saw it, and every contribution.</summary>
public static class SynthesisReport
{
    public static Report Of(SessionState session, ReportFrame frame)
    {
        var (words, opened) = (Words.In[frame.Language], session.Opened!);
        var contributions = PrintedContribution.Of(session, words);
        return new(frame.Language, words.Of(opened.Title), words["report.subtitle"],
        [
            new(words["report.fact.date"], words.Days(WorkDays.Of(session, frame))),
            new(words["report.fact.participants"], words.Number(session.Present.Count())),
            new(words["report.fact.contributions"], words.Number(contributions.Count(each => each.Said != TypeSaid.Organisers))),
            new(words["report.fact.status"], words[session.Stage.Closed ? "report.session.closed" : "report.session.open"]),
            new(words["report.fact.entries"], words.Number(session.Number)),
            new(words["report.fact.head"], frame.Head),
            .. frame.WithData ? [new Fact(words["report.fact.data"], words["report.data-enclosed", ("file", DataSet.Name)])] : Array.Empty<Fact>(),
        ],
        [
            .. MethodSection.Of(session, frame, words),
            ParticipationSection.Of(session, words),
            .. Items(session, words),
            ApprovalSection.Of(frame, words),
            AnnexSection.Of(contributions, session.Stage.Closed, words),
        ],
        new(words["report.contents"], words["report.page"], words["report.of"], words["report.figure"], words["report.table"], words["report.glyph-note"], words["report.round-before"]));
    }

    /// <summary>Every contribution of the session in agenda order, also those that a reset put aside, each with its status.</summary>
    public static IEnumerable<(AgendaItem Item, Contribution Given, ContributionStatus Status)> Contributions(SessionState session)
    {
        foreach (var item in session.Opened!.Agenda.Where(item => item.Continues is null))
        {
            var scene = session.Scene(item);
            foreach (var run in session.Work.Where(run => run.Key.Item == item.Id).OrderBy(run => run.Key.Since))
                foreach (var given in ActivityKinds.Of(item.Kind).Gives(run.Value, scene))
                    yield return (item, given, Status(scene, given, run.Key.Since == session.Stage.Steps[item.Id].Since));
        }
    }

    /// <summary>A reset puts aside what was shown; what had been hidden, withdrawn or erased before stays that, for its words are not to be read again.</summary>
    private static ContributionStatus Status(Scene scene, Contribution given, bool runs) =>
        scene.StatusOf(given) is var status && !runs && status == ContributionStatus.Shown ? ContributionStatus.Reset : status;

    /// <summary>The item whose section shows this one's result: itself, a later one that goes on with the same board, or none because it was not held.</summary>
    internal static AgendaItem? ShownIn(SessionState session, AgendaItem item) => session.Stage.Steps[item.Id].OpenedAt is null ? null
        : session.Opened!.Agenda.Last(other => other.Root == item.Root && session.Stage.Steps[other.Id].OpenedAt is not null);

    /// <summary>One section for each agenda item. A board on which several items worked is shown once, in the last of them that was held.</summary>
    private static IEnumerable<Section> Items(SessionState session, Words words)
    {
        var agenda = session.Opened!.Agenda;
        foreach (var item in agenda)
        {
            var shown = ShownIn(session, item);
            yield return new(1, words.Of(item.Title),
                shown is null ? [new Paragraph(words["report.not-treated"])]
                : shown != item ? [new Paragraph(words["report.shown-in", ("step", words.Of(shown.Title))])]
                : ActivityKinds.Of(item.Kind).Section(session.StateOf(item), session.Scene(item), words));
        }
    }
}
