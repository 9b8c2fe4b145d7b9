using Participation.Reports;
using Participation.Texts;

namespace Participation.Sessions.Reporting;

/// <summary>Who could come in, what that protects against and what it does not, and what was done at the entrance.</summary>
internal static class EntranceParagraphs
{
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
        if (stage.Lobby.Admitted.Count > 0) yield return new(words.Count("report.participation.admitted", stage.Lobby.Admitted.Count));
        if (stage.Removed.Count > 0) yield return new(words.Count("report.participation.removed", stage.Removed.Count));
        if (stage.Lobby.Flood.Count > 0) yield return new(words.Count("report.participation.flood", stage.Lobby.Flood.Count));
    }
}
