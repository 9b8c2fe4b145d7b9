using Participation.Reports;
using Participation.Texts;

namespace Participation.Sessions.Reporting;

/// <summary>Where those who answer for the report sign: they sign the record of this fingerprint, which is printed here and nowhere else.</summary>
internal static class ApprovalSection
{
    private static readonly IReadOnlyList<string> Line = ["\u00a0\n\u00a0", "\u00a0", "\u00a0"];

    public static Section Of(SessionState session, ReportFrame frame, Words words) => new(1, words["report.approval.title"],
    [
        new Paragraph(words["report.approval.text"]),
        new Terms(
        [
            new(words["report.fact.head"], frame.Head),
            new(words["report.fact.entries"], words.Number(session.Number)),
        ]),
        new Reports.Table(words["report.approval.signatures"], null,
            [new(words["report.approval.name"], 40), new(words["report.approval.place"], 25), new(words["report.approval.signature"], 35)],
            [Line, Line, Line]),
    ]);
}
