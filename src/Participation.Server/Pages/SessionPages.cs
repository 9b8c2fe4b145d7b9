using System.Text.RegularExpressions;
using Participation.Server.Accounts;
using Participation.Sessions;
using Participation.Texts;
using Participation.Views;
using Participation.Workshops;

namespace Participation.Server.Pages;

/// <summary>What the console asks about sessions and workshops, and how it opens a session. For who signed in.</summary>
internal static partial class SessionPages
{
    public sealed record SessionRow(
        Guid Id, LocalText Title, string Language, string Code, string Workshop, DateTimeOffset OpenedAt, SessionStatus Status,
        int Joined, int Contributions, bool Sample, bool Leads);

    public sealed record WorkshopRow(string Slug, LocalText Title, LocalText Description, int Minutes, int Items, WorkshopProblem? Problem);

    public sealed record OpenRequest(string Workshop, string? Language = null, string? Title = null, IReadOnlyList<Table>? Tables = null,
        Admission? Admission = null, int? Most = null, string? Place = null);

    public sealed record Links(
        string Participant, string Projector, IReadOnlyList<ScribeLink> Scribes, string Code, IReadOnlyList<string> Lan);

    public sealed record ScribeLink(string? Table, string Url);

    public sealed record LeaderLink(string Url);

    public sealed record JoinAddress(string Address);

    public static void MapSessions(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/sessions", List);
        routes.MapPost("/api/sessions", Open);
        routes.MapGet("/api/workshops", Workshops);
        routes.MapGet("/api/sessions/{session:guid}/links", LinksOf);
        routes.MapPost("/api/sessions/{session:guid}/leaders", InviteLeader);
        routes.MapGet("/api/sessions/{session:guid}/qr.svg", QrOf);
        routes.MapGet("/api/sessions/{session:guid}/address", AddressOf);
    }

    private static async Task<IResult> List(HttpContext http, Visitor visitor, Rights rights, SessionDirectory directory, SessionSummaries summaries)
    {
        if (visitor.Who(http) is not { } who) return Errors.SignedOut();
        var seen = directory.All.Where(session => rights.Sees(who, session)).ToList();
        return Errors.Ok(seen.Zip(await summaries.Of(seen), (session, summary) => Row(session, directory.First(session), summary, rights.Leads(who, session))).ToList());
    }

    private static SessionRow Row(Guid session, (SessionOpened Opened, DateTimeOffset At) first, SessionSummary summary, bool leads) => new(
        session, first.Opened.Title, first.Opened.Language, first.Opened.Code, first.Opened.Workshop, first.At, summary.Status,
        summary.Joined, summary.Contributions, first.Opened.Sample, leads);

    private static IResult Workshops(HttpContext http, Visitor visitor, WorkshopShelf shelf) => visitor.Who(http) is null
        ? Errors.SignedOut()
        : Errors.Ok(shelf.All().Select(found => found.Workshop is { } workshop
            ? new WorkshopRow(found.Slug, workshop.Title, workshop.Description, workshop.Agenda.Sum(item => item.Minutes), workshop.Agenda.Count, null)
            : new WorkshopRow(found.Slug, new(found.Slug, found.Slug, found.Slug), new("", "", ""), 0, 0, found.Problem)));

    private static async Task<IResult> Open(
        OpenRequest asked, HttpContext http, Visitor visitor, WorkshopShelf shelf, SessionOpener opener)
    {
        if (visitor.Who(http) is not { } who) return Errors.SignedOut();
        var (title, wrong) = PlainText.CheckOptional(asked.Title, 140);
        if (wrong is not null) return Errors.Refuse(StatusCodes.Status400BadRequest, wrong.Code, wrong.Detail);
        var (place, nowhere) = PlainText.CheckOptional(asked.Place, 140);
        if (nowhere is not null) return Errors.Refuse(StatusCodes.Status400BadRequest, nowhere.Code, nowhere.Detail);
        if (asked.Language is { } language && !LocalText.Languages.Contains(language)) return Errors.Refuse(StatusCodes.Status400BadRequest, "request.malformed");
        var tables = asked.Tables is null ? null : Named(asked.Tables);
        if (asked.Tables is not null && tables is null) return Errors.Refuse(StatusCodes.Status400BadRequest, "session.wrong-tables");
        if (asked.Most is < 1 or > MostPeople) return Errors.Refuse(StatusCodes.Status400BadRequest, "session.wrong-size");
        try
        {
            var workshop = shelf.Find(asked.Workshop);
            if (workshop is null) return Errors.Refuse(StatusCodes.Status404NotFound, "workshop.unknown", asked.Workshop);
            var (session, code, refused) = await opener.Open(workshop, asked.Language, title, tables, who.Id, asked.Admission, asked.Most, place);
            return refused is null
                ? Errors.Ok(new { Session = session, Code = code })
                : Errors.Refuse(StatusCodes.Status503ServiceUnavailable, refused.Code);
        }
        catch (WorkshopException wrongFile)
        {
            return Errors.Refuse(StatusCodes.Status400BadRequest, "workshop.wrong", wrongFile.Message);
        }
    }

    /// <summary>The tables with their names as they are kept; null when one has no name or no id of its own. What JSON calls a table may be none.</summary>
    private static List<Table>? Named(IReadOnlyList<Table?> tables)
    {
        var named = tables.OfType<Table>().Where(table => TableId().IsMatch(table.Id))
            .Select(table => PlainText.Check(table.Name, 60) is { Refused: null } name ? table with { Name = name.Text } : null).OfType<Table>().ToList();
        return named.Count == tables.Count && tables.Count <= 60 && named.Select(table => table.Id).Distinct().Count() == tables.Count ? named : null;
    }

    private const int MostPeople = 50_000;

    [GeneratedRegex("^[a-z0-9-]{1,40}\\z")]
    private static partial Regex TableId();

    private static IResult LinksOf(Guid session, HttpContext http, Seats seats, ServerKey key, SessionDirectory directory, Addresses addresses)
    {
        if (seats.Of(http, session, Role.Facilitator) is null || directory.Opened(session) is not { } opened) return NotYours();
        var root = addresses.Root(http);
        string Enter(Role role, string? table = null) => $"{root}/enter/{key.LinkKey(session, role, table)}";
        return Errors.Ok(new Links($"{root}/q/{key.LinkKey(session, Role.Participant)}", Enter(Role.Projector),
            [new(null, Enter(Role.Scribe)), .. opened.Tables.Select(table => new ScribeLink(table.Id, Enter(Role.Scribe, table.Id)))],
            opened.Code, addresses.Lan));
    }

    /// <summary>A link for somebody else to lead this session too: good once, for three days.</summary>
    private static IResult InviteLeader(Guid session, HttpContext http, Seats seats, SessionDirectory directory, Invitations invitations, Addresses addresses) =>
        seats.Of(http, session, Role.Facilitator) is null || directory.Opened(session) is null
            ? NotYours()
            : Errors.Ok(new LeaderLink($"{addresses.Root(http)}/invitation#{invitations.Make(session: session)}"));

    private static IResult QrOf(Guid session, HttpContext http, Seats seats, ServerKey key, SessionDirectory directory, Addresses addresses)
    {
        if (!Shows(session, http, seats, directory)) return NotYours();
        return Results.Text(QrCodes.Svg($"{addresses.Root(http)}/q/{key.LinkKey(session, Role.Participant)}"), "image/svg+xml");
    }

    /// <summary>What people type on their phones, without the scheme: also for a screen that was opened on the server's machine by an address that means another one on each phone.</summary>
    private static IResult AddressOf(Guid session, HttpContext http, Seats seats, SessionDirectory directory, Addresses addresses) =>
        Shows(session, http, seats, directory) ? Errors.Ok(new JoinAddress(new Uri(addresses.Root(http)).Authority)) : NotYours();

    private static bool Shows(Guid session, HttpContext http, Seats seats, SessionDirectory directory) =>
        seats.Of(http, session, Role.Facilitator, Role.Projector, Role.Scribe) is not null && directory.Opened(session) is not null;

    /// <summary>An unknown session and one that is not yours get the same answer.</summary>
    private static IResult NotYours() => Errors.Refuse(StatusCodes.Status404NotFound, "session.unknown");
}
