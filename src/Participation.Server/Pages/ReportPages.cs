using System.Text;
using Participation.Journal;
using Participation.Server.Accounts;
using Participation.Server.Reports;
using Participation.Sessions;
using Participation.Sessions.Reporting;
using Participation.Texts;

namespace Participation.Server.Pages;

/// <summary>
/// The report of a session as PDF and HTML, its first page as a picture, and what it prints as data: inside an archive's PDF, as JSON, as CSV and as a spreadsheet. Made from a snapshot: the session
/// goes on. The record itself says who gave what, and holds what no page prints: it is another file, for those who lead the session.
/// </summary>
internal static class ReportPages
{
    public static void MapReports(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/report/{session:guid}.pdf", Pdf).InTurn(turns => turns.Reports);
        routes.MapGet("/report/{session:guid}.svg", Cover).InTurn(turns => turns.Reports);
        routes.MapGet("/report/{session:guid}.html", Page).InTurn(turns => turns.Reports);
        routes.MapGet("/report/{session:guid}.csv", Table).InTurn(turns => turns.Reports);
        routes.MapGet("/report/{session:guid}.xlsx", Spreadsheet).InTurn(turns => turns.Reports);
        routes.MapGet("/report/{session:guid}.data.json", Data).InTurn(turns => turns.Reports);
        routes.MapGet("/report/{session:guid}.json", Record).InTurn(turns => turns.Reports);
    }

    /// <summary>One reading of the journal, folded: what was added since does not change it.</summary>
    private sealed record Snapshot(IReadOnlyList<Line> Lines, SessionState State, ReportFrame Frame)
    {
        public string Name(string what, string ending) => ReportName.Of(State, Frame, what, ending);
    }

    private static async Task<IResult> Pdf(
        Guid session, string? language, string? standard, HttpContext http, Seats seats, IJournal journal, IPdfEngine engine, ReportZone zone, Institution institution, CancellationToken ct)
    {
        var archive = standard == "a3";
        if (await Take(session, language, http, seats, journal, zone, institution, ct) is not { } snapshot) return NotYours();
        var frame = snapshot.Frame with { WithData = archive };
        var options = new PdfOptions(Minute(snapshot.Lines[^1].At), archive ? PdfStandard.A3a : PdfStandard.Ua1,
            archive ? new PdfAttachment(DataSet.Name, await Aside(() => DataSet.Of(snapshot.State, frame).Write())) : null, Accent(institution));
        try
        {
            var result = await engine.Render(await Aside(() => SynthesisReport.Of(snapshot.State, frame)), options, ct);
            return Results.File(result.Pdf, "application/pdf", snapshot.Name(archive ? "report-with-data" : "report", "pdf"));
        }
        catch (RenderException failed)
        {
            return Errors.Refuse(StatusCodes.Status503ServiceUnavailable, failed.Code);
        }
    }

    /// <summary>The PDF's first page as a picture, for the console: whoever prepares a report sees whose it will be before they send it.</summary>
    private static async Task<IResult> Cover(
        Guid session, string? language, HttpContext http, Seats seats, IJournal journal, IPdfEngine engine, ReportZone zone, Institution institution, CancellationToken ct)
    {
        if (await Take(session, language, http, seats, journal, zone, institution, ct) is not { } snapshot) return NotYours();
        try
        {
            var report = await Aside(() => SynthesisReport.Of(snapshot.State, snapshot.Frame));
            return Results.Bytes(await engine.Cover(report, new PdfOptions(Minute(snapshot.Lines[^1].At), Accent: Accent(institution)), ct), "image/svg+xml");
        }
        catch (RenderException failed)
        {
            return Errors.Refuse(StatusCodes.Status503ServiceUnavailable, failed.Code);
        }
    }

    private static async Task<IResult> Page(
        Guid session, string? language, HttpContext http, Seats seats, IJournal journal, ReportZone zone, Institution institution, CancellationToken ct)
    {
        if (await Take(session, language, http, seats, journal, zone, institution, ct) is not { } snapshot) return NotYours();
        // The page carries its own, stricter policy with the hash of its one style sheet.
        http.Response.Headers.ContentSecurityPolicy = "frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
        return Results.Text(await Aside(() => PageOf(snapshot.State, snapshot.Frame, institution)), "text/html", Encoding.UTF8);
    }

    private static async Task<IResult> Table(
        Guid session, string? language, HttpContext http, Seats seats, IJournal journal, ReportZone zone, Institution institution, CancellationToken ct)
    {
        if (await Take(session, language, http, seats, journal, zone, institution, ct) is not { } snapshot) return NotYours();
        var csv = await Aside(() =>
        {
            var (head, rows) = ContributionTable.Of(snapshot.State, snapshot.Frame);
            return Csv.Write(head, rows);
        });
        return Results.File(csv, "text/csv; charset=utf-8", snapshot.Name("data", "csv"));
    }

    private static async Task<IResult> Spreadsheet(
        Guid session, string? language, HttpContext http, Seats seats, IJournal journal, ReportZone zone, Institution institution, CancellationToken ct) =>
        await Take(session, language, http, seats, journal, zone, institution, ct) is { } snapshot
            ? Results.File(await Aside(() => Xlsx.Write(DataWorkbook.Of(snapshot.State, snapshot.Frame))), Xlsx.ContentType, snapshot.Name("data", "xlsx"))
            : NotYours();

    private static async Task<IResult> Data(
        Guid session, string? language, HttpContext http, Seats seats, IJournal journal, ReportZone zone, Institution institution, CancellationToken ct) =>
        await Take(session, language, http, seats, journal, zone, institution, ct) is { } snapshot
            ? Results.File(await Aside(() => DataSet.Of(snapshot.State, snapshot.Frame).Write()), "application/json", snapshot.Name("data", "json"))
            : NotYours();

    private static async Task<IResult> Record(Guid session, HttpContext http, Seats seats, IJournal journal, ReportZone zone, Institution institution, CancellationToken ct) =>
        await Take(session, null, http, seats, journal, zone, institution, ct, record: true) is { } snapshot
            ? Results.File(await Aside(() => Encoding.UTF8.GetBytes(SessionFile.Write(snapshot.Lines))), "application/json", snapshot.Name(ReportName.Record, "json"))
            : NotYours();

    private static async Task<Snapshot?> Take(
        Guid session, string? language, HttpContext http, Seats seats, IJournal journal, ReportZone zone, Institution institution, CancellationToken ct, bool record = false)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (!(record ? seats.Leads(http, session) : seats.MayRead(http, session))) return null;
        // The reading too: SQLite answers on the thread that asks.
        var lines = await await Aside(() => journal.Lines(session, ct));
        if (lines.Count == 0) return null;
        return await Aside(() =>
        {
            var state = SessionState.Fold(lines.Select(line => line.ToEntry()));
            var spoken = language is not null && LocalText.Languages.Contains(language) ? language : state.Opened!.Language;
            return new Snapshot(lines, state, FrameOf(spoken, lines, zone, institution));
        });
    }

    private static ReportFrame FrameOf(string language, IReadOnlyList<Line> lines, ReportZone zone, Institution institution) => new(language, zone.Zone, SessionFile.Head(lines),
        Organisation: institution.View.Name, Authors: institution.View.Authors ?? institution.View.Name);

    /// <summary>The report as a page: what the facilitator gets is what everybody gets, once it is open to them.</summary>
    internal static string PageOf(SessionState state, string language, IReadOnlyList<Line> lines, ReportZone zone, Institution institution) =>
        PageOf(state, FrameOf(language, lines, zone, institution), institution, languages: true);

    private static string PageOf(SessionState state, ReportFrame frame, Institution institution, bool languages = false) => HtmlReport.Write(SynthesisReport.Of(state, frame), Accent(institution), institution.View.Colours?.Dark ?? HtmlReport.HouseDark, languages);

    /// <summary>On a thread of its own: a large report keeps a thread for a second, and the pool, which answers the phones, begins with one for each processor.</summary>
    private static Task<T> Aside<T>(Func<T> make) => Task.Factory.StartNew(make, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <summary>The file's date. The second of the last entry is on no page.</summary>
    private static DateTimeOffset Minute(DateTimeOffset at) => at.AddTicks(-(at.UtcTicks % TimeSpan.TicksPerMinute));

    /// <summary>The institution's colour as it can be read on paper.</summary>
    private static string Accent(Institution institution) => institution.View.Colours?.Light ?? PdfOptions.HouseAccent;

    private static IResult NotYours() => Errors.Refuse(StatusCodes.Status404NotFound, "session.unknown");
}
