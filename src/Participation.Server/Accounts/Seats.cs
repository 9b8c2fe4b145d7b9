using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.SignalR;
using Participation.Journal;

namespace Participation.Server.Accounts;

/// <summary>
/// Seats as signed tokens in cookies, and those that follow from a sign-in. What a connection may do follows from its cookies and from nothing that it sends.
/// </summary>
public sealed class Seats(IDataProtectionProvider protection, Visitor visitor, Rights rights, SafeWay way, LiveConnections connections, LeaderSeats leaders, SeatRoom room)
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(60);
    private const int MostLookedAt = 4;
    /// <summary>Browsers keep up to 180 for one host.</summary>
    internal const int MostOfABrowser = 180;
    /// <summary>What is shorter or longer was not made here.</summary>
    private const int Shortest = 150, Longest = 1000;
    private static readonly string[] Roles = [.. Enum.GetValues<Role>().Select(Prefix)];
    private static readonly Role[] Ranks = [Role.Facilitator, Role.Participant, Role.Scribe, Role.Projector];
    private readonly IDataProtector protector = protection.CreateProtector("seat/1");

    /// <summary>The seat that this browser holds in a session: its account's, or one that a link gave it.</summary>
    public Seat? Of(HttpContext http, Guid session, Role role) => Find(http, session, role)?.Seat;

    /// <summary>The first seat with one of these roles.</summary>
    public Seat? Of(HttpContext http, Guid session, params Role[] roles) =>
        roles.Select(role => Of(http, session, role)).FirstOrDefault(seat => seat is not null);

    /// <summary>The seat of a live connection, which ends with what it follows from.</summary>
    public Seat? Of(HttpContext http, Guid session, Role role, HubCallerContext connection)
    {
        if (Find(http, session, role) is not { } held) return null;
        if (held.By is not { } by) return held.Seat;
        connections.Add(by, connection);
        // Asked again: what ended in between has not seen this connection.
        return Find(http, session, role)?.Seat;
    }

    /// <summary>Whose request it is, in whatever session: an account's, or that of whoever holds one of its seats; a lead says more than another.</summary>
    public Sitter? Whose(HttpContext http)
    {
        if (visitor.Who(http) is { } who) return new(who.Id, null);
        return Cookies(http).Where(cookie => room.IsThere(Guid.Parse(cookie.Key.AsSpan(cookie.Key.Length - 36))))
            .OrderByDescending(cookie => cookie.Key.StartsWith(Prefix(Role.Facilitator), StringComparison.Ordinal)).Take(MostLookedAt).Select(cookie => Read(cookie.Value))
            .Where(seat => seat is not null && (seat.Role != Role.Facilitator || way.Holds(http) && leaders.Holds(seat.Id, seat.Session))).Select(seat => Sitter(seat!)).FirstOrDefault();
    }

    /// <summary>Whose request about one session it is, however many other seats their browser holds: an account's, or that of whoever sits there, in the order of what a seat opens.</summary>
    public Sitter? WhoseIn(HttpContext http, Guid session) => visitor.Who(http) is { } who ? new(who.Id, null)
        : Ranks.Select(role => OfLink(http, session, role)?.Seat).FirstOrDefault(seat => seat is not null) is { } found ? Sitter(found) : null;

    private static Sitter Sitter(Seat seat) => new(seat.Id, seat.Role == Role.Facilitator ? null : seat.Session);

    /// <summary>Whether this browser leads a session, by an account or by a link: its record is theirs.</summary>
    public bool Leads(HttpContext http, Guid session) => Of(http, session, Role.Facilitator) is not null;

    /// <summary>Whether this browser may have a session's report and its table.</summary>
    public bool MayRead(HttpContext http, Guid session) => Leads(http, session) || visitor.Who(http) is { } who && rights.Sees(who, session);

    /// <summary>Whether it is their account's session to lead: they say who else does.</summary>
    public bool LeadsByAccount(HttpContext http, Guid session) => visitor.Who(http) is { } who && rights.Leads(who, session);

    /// <summary>From now on this browser leads that session, until the seat is taken back.</summary>
    public Task Lead(HttpContext http, Guid session) => Give(http, new Seat(session, leaders.Begin(session).Id, Role.Facilitator));

    /// <summary>Ends what this browser leads by links, for copies of its cookies too.</summary>
    public void GiveUp(HttpContext http)
    {
        foreach (var (_, seat) in Held(http))
            if (seat is { Role: Role.Facilitator }) leaders.End(seat.Session, seat.Id);
    }

    /// <summary>Each seat is a cookie of its own, so that two that are given at once both stay; those that are over make room.</summary>
    public async Task Give(HttpContext http, Seat seat)
    {
        var name = Name(seat.Role, seat.Session);
        foreach (var leaving in await room.Leaving(Held(http).Where(each => each.Name != name).ToDictionary(each => each.Name, each => each.Seat)))
            http.Response.Cookies.Delete(leaving);
        Write(http, name, seat);
    }

    /// <summary>The cookies of this browser that are called seats, and what each is worth.</summary>
    private IEnumerable<(string Name, Seat? Seat)> Held(HttpContext http) => Cookies(http).Select(cookie => (cookie.Key, Read(cookie.Value)));

    /// <summary>
    /// The cookies that can be seats, no more of them than a browser keeps: each costs a look into its seal, and one that is refused costs an exception, so a
    /// header of ninety thousand bytes must not buy nine thousand of them.
    /// </summary>
    internal static IEnumerable<KeyValuePair<string, string>> Cookies(HttpContext http) =>
        http.Request.Cookies.Where(cookie => Roles.Any(role => cookie.Key.StartsWith(role, StringComparison.Ordinal) && Guid.TryParseExact(cookie.Key.AsSpan(role.Length), "D", out _))).Take(MostOfABrowser);

    /// <summary>Who leads does it by their account first; a scribe's link says at which table. <c>By</c> names what can be taken away.</summary>
    private (Seat Seat, Guid? By)? Find(HttpContext http, Guid session, Role role) => role == Role.Facilitator
        ? OfAccount(http, session, role) ?? OfLink(http, session, role)
        : OfLink(http, session, role) ?? OfAccount(http, session, role) ?? (role == Role.Projector ? OfLead(http, session) : null);

    /// <summary>Who leads by a link sees the wall too, small on the console, for as long as they lead.</summary>
    private (Seat Seat, Guid? By)? OfLead(HttpContext http, Guid session) =>
        OfLink(http, session, Role.Facilitator) is ({ } lead, var by) ? (lead with { Role = Role.Projector }, by) : null;

    private (Seat Seat, Guid? By)? OfAccount(HttpContext http, Guid session, Role role)
    {
        if (role == Role.Participant || visitor.Of(http) is not { } found) return null;
        var may = role == Role.Projector ? rights.Sees(found.Account, session) : rights.Leads(found.Account, session);
        return may ? (new Seat(session, found.Account.Id, role), found.SignIn.Id) : null;
    }

    private (Seat Seat, Guid? By)? OfLink(HttpContext http, Guid session, Role role) =>
        Read(http.Request.Cookies[Name(role, session)]) is { } seat && seat.Session == session && seat.Role == role
        && (role != Role.Facilitator || way.Holds(http) && leaders.Holds(seat.Id, session)) ? (seat, role == Role.Facilitator ? seat.Id : (Guid?)null) : null;

    private static string Name(Role role, Guid session) => $"{Prefix(role)}{session}";

    internal static string Prefix(Role role) => $"seat-{JsonNamingPolicy.KebabCaseLower.ConvertName(role.ToString())}-";

    private void Write(HttpContext http, string name, Seat seat) => http.Response.Cookies.Append(name,
        protector.Protect(JsonSerializer.Serialize(seat, Json.Options)),
        new CookieOptions
        {
            HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, IsEssential = true, Path = "/", MaxAge = Kept,
        });

    private Seat? Read(string? cookie)
    {
        if (cookie is not { Length: >= Shortest and <= Longest }) return null;
        try
        {
            return JsonSerializer.Deserialize<Seat>(protector.Unprotect(cookie), Json.Options);
        }
        catch (Exception e) when (e is CryptographicException or JsonException or FormatException)
        {
            return null;
        }
    }
}
