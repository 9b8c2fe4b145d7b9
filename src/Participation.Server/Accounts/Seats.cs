using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Participation.Journal;
using Participation.Sessions;

namespace Participation.Server.Accounts;

/// <summary>Seats as signed tokens in cookies. What a connection may do follows from its cookie and from nothing that it sends.</summary>
public sealed class Seats(IDataProtectionProvider protection)
{
    private const string HostCookie = "host";
    private static readonly TimeSpan Kept = TimeSpan.FromDays(60);
    private readonly IDataProtector protector = protection.CreateProtector("seat/1");

    /// <summary>The seat that this browser holds in a session; a host may lead and project every session.</summary>
    public Seat? Of(HttpContext http, Guid session, Role role)
    {
        var seat = Read(http.Request.Cookies[Name(role, session)]);
        if (seat is not null && seat.Session == session && seat.Role == role) return seat;
        return role != Role.Participant && Host(http) is { } host ? new Seat(session, host, role) : null;
    }

    /// <summary>The first seat with one of these roles.</summary>
    public Seat? Of(HttpContext http, Guid session, params Role[] roles) =>
        roles.Select(role => Of(http, session, role)).FirstOrDefault(seat => seat is not null);

    /// <summary>The id of who runs this server, from the setup link; null for everybody else.</summary>
    public Guid? Host(HttpContext http) => Read(http.Request.Cookies[HostCookie]) is { Session: var all, Id: var id } && all == Guid.Empty ? id : null;

    public void Give(HttpContext http, Seat seat) => Write(http, Name(seat.Role, seat.Session), seat);

    public void GiveHost(HttpContext http) => Write(http, HostCookie, new Seat(Guid.Empty, Guid.NewGuid(), Role.Facilitator));

    private static string Name(Role role, Guid session) => $"seat-{JsonNamingPolicy.KebabCaseLower.ConvertName(role.ToString())}-{session}";

    private void Write(HttpContext http, string name, Seat seat) => http.Response.Cookies.Append(name,
        protector.Protect(JsonSerializer.Serialize(seat, Json.Options)),
        new CookieOptions
        {
            HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, IsEssential = true, Path = "/", MaxAge = Kept,
        });

    private Seat? Read(string? cookie)
    {
        if (string.IsNullOrEmpty(cookie)) return null;
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
