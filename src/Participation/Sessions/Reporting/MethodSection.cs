using Participation.Reports;
using Participation.Texts;

namespace Participation.Sessions.Reporting;

/// <summary>How the session was held: each step with its beginning, its planned and its actual minutes.</summary>
internal static class MethodSection
{
    public static Section Of(SessionState session, ReportFrame frame, Words words)
    {
        var (opened, days) = (session.Opened!, WorkDays.Of(session, frame));
        var broken = session.Stage.Steps.Values.Any(step => step.Seconds - session.Spells.Of(step) >= 1);
        return new(1, words["report.method.title"],
        [
            new Paragraph(words["report.method.held", ("title", words.Of(opened.Title)), ("day", words.OnDay(frame.At(session.OpenedAt))),
                ("time", words.Time(frame.At(session.OpenedAt))), ("zone", ZoneNames.In(words, frame.Zone)), ("steps", words.Count("report.agenda", opened.Agenda.Count))]),
            .. days is [var day] && day == frame.Day(session.OpenedAt) ? Array.Empty<Block>() : [new Paragraph(words["report.method.days", ("days", words.Days(days))])],
            new Paragraph(session.Stage.ClosedAt is { } closed
                ? words["report.method.closed", ("day", words.OnDay(frame.At(closed))), ("time", words.Time(frame.At(closed)))]
                : words["report.method.not-closed"]),
            new Paragraph(words["report.method.phones"]),
            new Reports.Table(words["report.method.steps"], null,
            [
                new(words["report.method.step"], 8, Number: true), new(words["report.method.activity"], 52), new(words["report.method.began"], 14),
                new(words["report.method.planned"], 13, Number: true), new(words["report.method.actual"], 13, Number: true),
            ],
            [.. opened.Agenda.Select((item, i) => Row(session, item, i + 1, days.Count > 1, frame, words))]),
            .. broken ? [new Paragraph(words["report.method.breaks"])] : Array.Empty<Block>(),
        ]);
    }

    private static IReadOnlyList<string> Row(SessionState session, AgendaItem item, int place, bool withDay, ReportFrame frame, Words words)
    {
        var step = session.Stage.Steps[item.Id];
        var seconds = session.Spells.Of(step);
        var minutes = step.OpenedAt is null || step.EnteredAt is not null ? "–"
            : seconds < 60 ? "< 1" : words.Number((int)Math.Round(seconds / 60));
        return
        [
            words.Number(place), words.Of(item.Title),
            step.OpenedAt is { } at ? withDay ? words.DayAndTime(frame.At(at)) : words.Time(frame.At(at)) : words["report.method.not-held"],
            words.Number(item.Minutes), minutes,
        ];
    }
}
