namespace Participation.Sessions.Reporting;

/// <summary>The days of the work, on the clock of the place: on which something was contributed or a step was opened and kept. Not the day on which somebody prepared the session or closed it afterwards.</summary>
public static class WorkDays
{
    /// <summary>In order; of a session that was not held, the day on which it was opened.</summary>
    public static IReadOnlyList<DateOnly> Of(SessionState session, ReportFrame frame)
    {
        var opened = session.Stage.Steps.Values.Select(step => step.OpenedAt).OfType<DateTimeOffset>().ToList();
        var days = session.Spells.All.Where(spell => spell.Given || opened.Exists(at => at >= spell.Time.From && at <= spell.Time.To))
            .SelectMany(spell => Between(frame.Day(spell.Time.From), frame.Day(spell.Time.To))).Distinct().Order().ToList();
        return days.Count > 0 ? days : [frame.Day(session.OpenedAt)];
    }

    private static IEnumerable<DateOnly> Between(DateOnly first, DateOnly last) => Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(first.AddDays);
}
