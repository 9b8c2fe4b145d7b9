using System.Security.Cryptography;
using System.Text;
using Participation.Server.Accounts;
using Participation.Server.Reports;
using Participation.Sessions;
using Participation.Texts;

namespace Participation.Server.Pages;

/// <summary>Tickets to print, cut and hand out: one QR code each. They are made when they are asked for and kept nowhere.</summary>
internal static class TicketPages
{
    /// <summary>Codes of one page: more would be slow to make and to print.</summary>
    private const int MostOnPage = 500;

    private const string Styles = """
        @page{margin:10mm}
        body{margin:0;font:11pt/1.35 system-ui,sans-serif;color:#000;background:#fff}
        h1{font-size:14pt;margin:4mm}
        p.note{margin:4mm}
        ol{display:grid;grid-template-columns:repeat(auto-fill,minmax(58mm,1fr));margin:0;padding:0;list-style:none}
        li{break-inside:avoid;border:.3mm dashed #777;padding:4mm;text-align:center}
        li svg{width:38mm;height:38mm}
        li p{margin:1mm 0 0}
        li b{font-size:13pt}
        """;

    public static void MapTickets(this IEndpointRouteBuilder routes) => routes.MapGet("/tickets/{session:guid}", Sheet).InTurn(turns => turns.Reports);

    private static async Task<IResult> Sheet(
        Guid session, int? from, int? to, string? language, HttpContext http, Seats seats, ServerKey key, Desk<SessionState> desk, Addresses addresses)
    {
        if (seats.Of(http, session, Role.Facilitator) is null || await desk.Read(session) is not { Opened: { } opened } state)
            return Errors.Refuse(StatusCodes.Status404NotFound, "session.unknown");
        var words = Words.In[language is not null && LocalText.Languages.Contains(language) ? language : opened.Language];
        var first = Math.Max(1, from ?? 1);
        var last = Math.Min(Math.Min(state.Stage.Lobby.Tickets, to ?? int.MaxValue), first + MostOnPage - 1);
        http.Response.Headers.ContentSecurityPolicy = "frame-ancestors 'none'; base-uri 'none'; form-action 'none'; default-src 'none'; " +
            $"style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Styles)))}'";
        http.Response.Headers.CacheControl = "no-store";
        return Results.Text(Page(words, opened, first, last, number => $"{addresses.Root(http)}/q/{key.TicketKey(session, number)}"), "text/html", Encoding.UTF8);
    }

    private static string Page(Words words, SessionOpened opened, int first, int last, Func<int, string> link)
    {
        var html = new Html().Raw("<!doctype html>\n").Open("html", ("lang", words.Language)).Open("head").Raw("<meta charset=\"utf-8\">")
            .Raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
            .Element("title", words["console.tickets-title"]).Open("style").Raw(Styles).Close("style").Close("head").Open("body").Open("main")
            .Element("h1", $"{words.Of(opened.Title)}: {words["console.tickets-title"]}").Element("p", words["console.tickets-sheet"], ("class", "note")).Open("ol");
        for (var number = first; number <= last; number++)
        {
            html.Open("li").Raw(QrCodes.Svg(link(number))).Open("p").Element("b", $"{number}").Close("p")
                .Element("p", words["console.tickets-each"]).Close("li");
        }
        return html.Close("ol").Close("main").Close("body").Close("html").Raw("\n").ToString();
    }
}
