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
        Guid Session, LocalText Title, string Language, LocalText Consent, string? Controller, string? Contact, Questions Questions, IReadOnlyList<Table> Tables,
        bool Seated, Guid? Participant, Stated? Said, Problem? Shut);

    /// <summary>What somebody said of themselves, as it counts now.</summary>
    public sealed record Stated(string? Type, string? Zone, string? Table);

    public sealed record Questions(IReadOnlyList<Option> Types, IReadOnlyList<Option> Zones);

    public sealed record JoinRequest(
        Guid Command, string? Code = null, string? Key = null, bool Consent = false, string? Language = null,
        string? Type = null, string? Zone = null, string? Table = null);

    public sealed record EnterRequest(string Key);

    /// <summary>How somebody comes: by a typed code, by the key of a link, or back to an address at which they sat.</summary>
    private sealed record Way(string? Code = null, string? Key = null, Guid? Session = null);

    /// <summary>What a door asks of the house.</summary>
    public sealed record DoorWays(SessionDirectory Directory, Desk<SessionState> Desk, DoorTries Tries, Seats Seats, TimeProvider Clock, Institution Institution);

    public static void MapDoor(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/door", Open);
        routes.MapPost("/api/join", Join);
        routes.MapPost("/api/enter", Enter);
        routes.MapGet("/enter/{key}", Follow);
    }

    private static async Task<IResult> Open(
        string? code, string? key, Guid? session, HttpContext http, [AsParameters] DoorWays ways, ServerKey secret)
    {
        var (found, refused) = await Find(new(code, key, session), http, ways);
        if (found is not { Opened: { } opened }) return refused!;
        var seat = ways.Seats.Of(http, found.Id, Role.Participant);
        var who = seat is null ? null : found.Participants.GetValueOrDefault(seat.Id);
        var shut = who is not null ? null : Entrance.Shut(found, secret.Ticket(key)?.Number);
        return Errors.Ok(new Door(found.Id, opened.Title, opened.Language, opened.Consent, ways.Institution.View.Controller, ways.Institution.View.Contact,
            new(opened.Types, opened.Zones), opened.Tables, who is not null, who?.Id, who is null ? null : new(who.Type, who.Zone, who.Table),
            shut is null ? null : new(shut, Words.Refusal(shut, null))));
    }

    private static async Task<IResult> Join(
        JoinRequest asked, HttpContext http, [AsParameters] DoorWays ways, ServerKey key, IMediator mediator)
    {
        var (seats, clock) = (ways.Seats, ways.Clock);
        var (found, refused) = await Find(new(asked.Code, asked.Key), http, ways);
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
        EnterRequest asked, HttpContext http, [AsParameters] DoorWays ways, LeaderDoor leaders)
    {
        if (await leaders.Enter(asked.Key, http) is { } leads) return leads;
        var (found, refused) = await Find(new(Key: asked.Key), http, ways, anyRole: true);
        if (found is null) return refused!;
        var link = ways.Directory.ByKey(asked.Key)!;
        if (link.Role == Role.Participant) return Errors.Refuse(StatusCodes.Status404NotFound, "join.unknown");
        await ways.Seats.Give(http, link with { Id = Guid.NewGuid() });
        return Errors.Ok(new { link.Session, link.Role });
    }

    /// <summary>A link to write or to project, opened in a browser: it gets the seat and the page that goes with it.</summary>
    private static async Task<IResult> Follow(
        string key, HttpContext http, [AsParameters] DoorWays ways)
    {
        var (found, refused) = await Find(new(Key: key), http, ways, anyRole: true);
        if (found is null) return refused!;
        var link = ways.Directory.ByKey(key)!;
        if (link.Role == Role.Participant) return Results.Redirect($"/q/{key}");
        if (ways.Seats.Of(http, link.Session, link.Role) is not { } held || held.Table != link.Table) await ways.Seats.Give(http, link with { Id = Guid.NewGuid() });
        return Results.Redirect($"/{(link.Role == Role.Scribe ? "scribe" : "projector")}/{link.Session}");
    }

    /// <summary>
    /// The session behind a code, a key or an address, for whom it is: somebody new while it can be joined, somebody with a seat in it as long as it is there.
    /// Whoever has the right code or key of a session that is over is told so, and a code is a try all the same: else the old ones would be found for nothing. To a stranger an address says nothing.
    /// </summary>
    private static async Task<(SessionState? Found, IResult? Refused)> Find(Way way, HttpContext http, DoorWays ways, bool anyRole = false)
    {
        var address = http.Connection.RemoteIpAddress ?? IPAddress.None;
        var link = way.Key is null ? null : ways.Directory.ByKey(way.Key);
        var byKey = link is not null && (anyRole || link.Role == Role.Participant) ? link.Session : (Guid?)null;
        var named = byKey ?? (way.Code is not null ? ways.Directory.ByCode(way.Code) : way.Session);
        var over = false;
        var held = named is { } one && !anyRole ? ways.Seats.Of(http, one, Role.Participant) : null;
        // Their own seat says more than the code: it is no try.
        if (named is { } id && (byKey is not null || held is not null || way.Code is not null && ways.Tries.MayTry(address, named)))
        {
            var state = await ways.Desk.Read(id);
            var sits = held is not null && state.Participants.ContainsKey(held.Id);
            if (state.Opened is not null && (anyRole || sits || !Entrance.IsOver(state, ways.Clock.GetUtcNow()))) return (state, null);
            over = state.Opened is not null && (byKey is not null || way.Code is not null);
        }
        // A link's key cannot be guessed: an old one in many hands takes no tries from those who type.
        return (null, way.Code is not null && ways.Tries.Wrong(address)
            ? Errors.Refuse(StatusCodes.Status429TooManyRequests, "join.too-many-tries")
            : Errors.Refuse(StatusCodes.Status404NotFound, over ? "join.over" : "join.unknown"));
    }

    private static async Task<IResult> Give(HttpContext http, Seats seats, Seat seat)
    {
        await seats.Give(http, seat);
        return Seated(seat);
    }

    private static IResult Seated(Seat seat) => Errors.Ok(new { seat.Session, Participant = seat.Id });
}
