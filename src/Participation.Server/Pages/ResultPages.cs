using System.Security.Cryptography;
using System.Text;
using Participation.Journal;
using Participation.Server.Reports;
using Participation.Sessions;
using Participation.Texts;

namespace Participation.Server.Pages;

/// <summary>
/// The result page of a closed session, for everybody who has its address: the pages of the printed report and nothing else, as long as the facilitator leaves it open. Whatever is not open
/// answers alike, in every language of the house.
/// </summary>
internal sealed class ResultPages(SessionDirectory directory, Desk<SessionState> desk, IJournal journal, ReportZone zone, Institution institution, Turns turns, KeptAnswers answers)
{
    private const string Styles = """
        :root{color-scheme:light dark}
        body{margin:0 auto;max-width:36rem;padding:10vh 1.2rem 2rem;font:1.06rem/1.45 system-ui,sans-serif;color:#1b1a17;background:#fbfaf7}
        h1{font:600 1.9rem/1.15 Georgia,serif;margin:0}
        section + section{margin-top:2rem;padding-top:1.6rem;border-top:1px solid #75726a}
        section + section h1{font-size:1.2rem}
        @media (prefers-color-scheme:dark){body{color:#f5f3ec;background:#161513}}
        """;

    private static readonly string Policy =
        $"default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Styles)))}'";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/results/{session:guid}", (Guid session, HttpContext http, ResultPages pages) => pages.Show(session, http));
        routes.MapGet("/r/{code:length(6,8)}", (string code, HttpContext http, ResultPages pages) => pages.Show(pages.Named(code), http));
        routes.MapGet("/results/{session:guid}/qr.svg", (Guid session, HttpContext http, ResultPages pages, Addresses addresses) => pages.Qr(session, http, addresses));
    }

    /// <summary>Where a phone finds it, below the server's own address.</summary>
    public static string Path(Guid session) => $"/results/{session}";

    private Guid? Named(string code) => directory.ByCode(code);

    private async Task<IResult> Show(Guid? session, HttpContext http)
    {
        if (await Open(session) is not { Opened: { } opened } state) return NotOpen(http);
        var spoken = Spoken.By(http) ?? opened.Language;
        var known = answers.Of(state.Id).Pages;
        if (!known.TryGetValue(spoken, out var page))
        {
            // Whoever comes while it is being made waits for it, and nobody makes it twice.
            using var turn = await turns.Results.AcquireAsync(1, http.RequestAborted);
            if (!turn.IsAcquired) return Prices.Refused(http, TimeSpan.FromSeconds(5));
            if (!known.TryGetValue(spoken, out page) && await Make(state.Id, spoken) is { } fresh) page = known.GetOrAdd(spoken, fresh);
        }
        if (page is null) return NotOpen(http);
        Head(http);
        // The page carries its own, stricter policy with the hash of its one style sheet.
        http.Response.Headers.ContentSecurityPolicy = "frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
        return Results.Text(page, "text/html", Encoding.UTF8);
    }

    private async Task<IResult> Qr(Guid session, HttpContext http, Addresses addresses)
    {
        if (await Open(session) is null) return NotOpen(http);
        Head(http);
        return Results.Text(QrCodes.Svg($"{addresses.Root(http)}{Path(session)}"), "image/svg+xml");
    }

    /// <summary>The session as it stands, if its page is open. One that there is not costs no reading.</summary>
    private async Task<SessionState?> Open(Guid? session) =>
        session is { } id && directory.Opened(id) is not null && await desk.Read(id) is { IsPublic: true } state ? state : null;

    /// <summary>From one reading of the journal; null when it was closed meanwhile.</summary>
    private Task<string?> Make(Guid session, string language) => Task.Factory.StartNew(async () =>
    {
        var lines = await journal.Lines(session);
        var state = SessionState.Fold(lines.Select(line => line.ToEntry()));
        return state.IsPublic ? ReportPages.PageOf(state, language, lines, zone, institution) : null;
    }, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();

    /// <summary>For those who have the address, not for those who search.</summary>
    private static void Head(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Robots-Tag"] = "noindex, nofollow, noarchive";
    }

    private static IResult NotOpen(HttpContext http)
    {
        Head(http);
        http.Response.Headers.ContentSecurityPolicy = Policy;
        var html = new Html().Raw("<!doctype html>\n").Open("html", ("lang", Spoken.By(http) ?? "en")).Open("head").Raw("<meta charset=\"utf-8\">").Raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
            .Element("title", Words.In[Spoken.By(http) ?? "en"]["door.results-closed-title"]).Open("style").Raw(Styles).Close("style").Close("head").Open("body").Open("main");
        foreach (var language in LocalText.Languages.OrderBy(language => language != (Spoken.By(http) ?? "en")))
        {
            html.Open("section", ("lang", language)).Element("h1", Words.In[language]["door.results-closed-title"]).Element("p", Words.In[language]["door.results-closed"]).Close("section");
        }
        return Results.Text(html.Close("main").Close("body").Close("html").Raw("\n").ToString(), "text/html", Encoding.UTF8, StatusCodes.Status404NotFound);
    }
}
