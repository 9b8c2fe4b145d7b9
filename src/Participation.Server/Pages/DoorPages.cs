using System.Net;
using MediatR;
using Participation.Server.Accounts;
using Participation.Sessions;
using Participation.Sessions.Joining;
using Participation.Texts;

namespace Participation.Server.Pages;

/// <summary>What a phone asks before it has a seat, and how it gets one.</summary>
internal static class DoorPages
{
    public sealed record Door(
        Guid Session, LocalText Title, string Language, LocalText Consent, Questions Questions, IReadOnlyList<Table> Tables, bool Seated,
        Problem? Shut);

    public sealed record Questions(IReadOnlyList<Option> Types, IReadOnlyList<Option> Zones);

    public sealed record JoinRequest(
        Guid Command, string? Code = null, string? Key = null, bool Consent = false, string? Language = null,
        string? Type = null, string? Zone = null, string? Table = null);

    public sealed record EnterRequest(string Key);

    public static void MapDoor(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/door", Open);
        routes.MapPost("/api/join", Join);
        routes.MapPost("/api/enter", Enter);
        routes.MapGet("/enter/{key}", Follow);
    }

    private static async Task<IResult> Open(
        string? code, string? key, HttpContext http, SessionDirectory directory, SessionDesk desk, DoorTries tries, Seats seats, ServerKey secret, TimeProvider clock)
    {
        var (found, refused) = await Find(code, key, http, directory, desk, tries, clock);
        if (found is not { Opened: { } opened }) return refused!;
        var seat = seats.Of(http, found.Id, Role.Participant);
        var seated = seat is not null && found.Participants.ContainsKey(seat.Id);
        var shut = seated ? null : Entrance.Shut(found, secret.Ticket(key)?.Number);
        return Errors.Ok(new Door(found.Id, opened.Title, opened.Language, opened.Consent, new(opened.Types, opened.Zones), opened.Tables,
            seated, shut is null ? null : new(shut, Words.Refusal(shut, null))));
    }

    private static async Task<IResult> Join(
        JoinRequest asked, HttpContext http, SessionDirectory directory, SessionDesk desk, DoorTries tries, Seats seats, ServerKey key, IMediator mediator, TimeProvider clock)
    {
        var (found, refused) = await Find(asked.Code, asked.Key, http, directory, desk, tries, clock);
        if (found is null) return refused!;
        if (asked.Command == Guid.Empty) return Errors.Refuse(StatusCodes.Status400BadRequest, "request.malformed");
        var seat = seats.Of(http, found.Id, Role.Participant);
        if (seat is not null && found.Participants.ContainsKey(seat.Id)) return Seated(seat);

        seat = new Seat(found.Id, key.ParticipantId(found.Id, asked.Command), Role.Participant);
        if (found.Participants.ContainsKey(seat.Id)) return await Give(http, seats, seat);
        var receipt = await mediator.Send(new JoinSession(asked.Language ?? found.Opened!.Language, asked.Type, asked.Zone, asked.Table, asked.Consent, key.Ticket(asked.Key)?.Number)
        {
            From = new Sender(found.Id, seat.Id, null, Role.Participant, key.JoinCommand(found.Id, asked.Command), clock.GetUtcNow(), default),
        });
        return receipt.Refused is { } no
            ? Errors.Refuse(no.Retry ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status400BadRequest, no.Code, no.Detail)
            : await Give(http, seats, seat);
    }

    private static async Task<IResult> Enter(
        EnterRequest asked, HttpContext http, SessionDirectory directory, SessionDesk desk, DoorTries tries, Seats seats, LeaderDoor leaders, TimeProvider clock)
    {
        if (await leaders.Enter(asked.Key, http) is { } leads) return leads;
        var (found, refused) = await Find(null, asked.Key, http, directory, desk, tries, clock, anyRole: true);
        if (found is null) return refused!;
        var link = directory.ByKey(asked.Key)!;
        if (link.Role == Role.Participant) return Errors.Refuse(StatusCodes.Status404NotFound, "join.unknown");
        await seats.Give(http, link with { Id = Guid.NewGuid() });
        return Errors.Ok(new { link.Session, link.Role });
    }

    /// <summary>A link to write or to project, opened in a browser: it gets the seat and the page that goes with it.</summary>
    private static async Task<IResult> Follow(
        string key, HttpContext http, SessionDirectory directory, SessionDesk desk, DoorTries tries, Seats seats, TimeProvider clock)
    {
        var (found, refused) = await Find(null, key, http, directory, desk, tries, clock, anyRole: true);
        if (found is null) return refused!;
        var link = directory.ByKey(key)!;
        if (link.Role == Role.Participant) return Results.Redirect($"/q/{key}");
        if (seats.Of(http, link.Session, link.Role) is not { } held || held.Table != link.Table) await seats.Give(http, link with { Id = Guid.NewGuid() });
        return Results.Redirect($"/{(link.Role == Role.Scribe ? "scribe" : "projector")}/{link.Session}");
    }

    /// <summary>The session behind a code or key, when it can be joined now. Wrong, closed and expired get the same answer.</summary>
    private static async Task<(SessionState? Found, IResult? Refused)> Find(
        string? code, string? key, HttpContext http, SessionDirectory directory, SessionDesk desk, DoorTries tries, TimeProvider clock, bool anyRole = false)
    {
        var address = http.Connection.RemoteIpAddress ?? IPAddress.None;
        var link = key is null ? null : directory.ByKey(key);
        var session = link is not null && (anyRole || link.Role == Role.Participant) ? link.Session
            : code is not null && directory.ByCode(code) is var named && tries.MayTry(address, named) ? named
            : null;
        if (session is { } id)
        {
            var state = await desk.Read(id);
            if (state.Opened is { } opened && (anyRole || !state.Stage.Closed && clock.GetUtcNow() <= opened.CodeUntil)) return (state, null);
        }
        // A link's key cannot be guessed: an old one in many hands takes no tries from those who type.
        return (null, code is not null && tries.Wrong(address)
            ? Errors.Refuse(StatusCodes.Status429TooManyRequests, "join.too-many-tries")
            : Errors.Refuse(StatusCodes.Status404NotFound, "join.unknown"));
    }

    private static async Task<IResult> Give(HttpContext http, Seats seats, Seat seat)
    {
        await seats.Give(http, seat);
        return Seated(seat);
    }

    private static IResult Seated(Seat seat) => Errors.Ok(new { seat.Session, Participant = seat.Id });
}
