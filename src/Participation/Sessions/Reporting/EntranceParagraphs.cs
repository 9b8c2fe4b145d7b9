using Participation.Reports;
using Participation.Texts;

namespace Participation.Sessions.Reporting;

/// <summary>Who could come in, what that protects against and what it does not, and what was done at the entrance.</summary>
internal static class EntranceParagraphs
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(10);

    public static IEnumerable<Paragraph> Of(SessionState session, Words words)
    {
        var (opened, stage) = (session.Opened!, session.Stage);
        yield return new(opened.Admission switch
        {
            Admission.Tickets => words["report.participation.level-tickets"],
            Admission.Approve => words["report.participation.level-approve"],
            _ => words["report.participation.level-open"],
        });
        if (stage.Lobby.Tickets > 0) yield return new(words["report.participation.tickets", ("issued", stage.Lobby.Tickets), ("used", session.Seated.Count)]);
        if (stage.Lobby.Admitted.Count > 0) yield return new(words["report.participation.admitted", ("n", stage.Lobby.Admitted.Count)]);
        if (stage.Removed.Count > 0) yield return new(words["report.participation.removed", ("n", stage.Removed.Count), ("recent", stage.Lobby.Flood.Count)]);
        if (Rush(session) is > 1 and var most) yield return new(words["report.participation.rush", ("n", most)]);
    }

    /// <summary>The most phones that took a seat within ten seconds, removed ones included: the only trace that one person with many browsers leaves.</summary>
    private static int Rush(SessionState session) => session.Participants.Values.Where(who => !who.Phoneless)
        .CountBy(who => who.JoinedAt.UtcTicks / Moment.Ticks).Select(moment => moment.Value).DefaultIfEmpty().Max();
}
