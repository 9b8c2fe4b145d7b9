using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Participation.Server.Accounts;

/// <summary>Who asks: the sign-in that a request's cookie carries, and how a browser gets and loses it.</summary>
public sealed class Visitor(SignIns signIns, SafeWay way, IDataProtectionProvider protection)
{
    private const string Device = "device";
    private readonly IDataProtector protector = protection.CreateProtector("device/1");

    /// <summary>Null for everybody who is not signed in, and for a sign-in that comes over an unsafe way: it was copied.</summary>
    public (SignIn SignIn, Account Account)? Of(HttpContext http) => way.Holds(http) ? signIns.Of(http.Request.Cookies[Name(http)]) : null;

    public Account? Who(HttpContext http) => Of(http)?.Account;

    /// <summary>Signs this browser in, under a new token whatever it had before.</summary>
    public void SignIn(HttpContext http, Account account)
    {
        if (Of(http) is { } before) signIns.End(before.Account.Id, before.SignIn.Id);
        var known = KnownAs(http, account.Id) ?? Guid.NewGuid();
        http.Response.Cookies.Append(Name(http), signIns.Begin(account.Id), Options(http, SignIns.Lasts));
        http.Response.Cookies.Append(Device, protector.Protect($"{account.Id}|{known}"), Options(http, TimeSpan.FromDays(365)));
    }

    /// <summary>Signs this browser out; it keeps no lead of a session either.</summary>
    public void SignOut(HttpContext http)
    {
        if (Of(http) is { } here) signIns.End(here.Account.Id, here.SignIn.Id);
        foreach (var name in Seats.Cookies(http).Select(cookie => cookie.Key).Where(name => name.StartsWith(Seats.Prefix(Role.Facilitator), StringComparison.Ordinal)).Append(Name(http)))
            http.Response.Cookies.Delete(name, Options(http, null));
    }

    /// <summary>The mark of a browser in which somebody signed in to this account before.</summary>
    public Guid? KnownAs(HttpContext http, Guid account)
    {
        if (http.Request.Cookies[Device] is not { Length: > 0 and < 1000 } cookie) return null;
        try
        {
            return protector.Unprotect(cookie).Split('|') is [var whose, var mark] && whose == account.ToString() ? Guid.Parse(mark) : null;
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return null;
        }
    }

    /// <summary>Over https under a name that no other host, and nobody on plain http, can set.</summary>
    private static string Name(HttpContext http) => http.Request.IsHttps ? "__Host-sign-in" : "sign-in";

    private static CookieOptions Options(HttpContext http, TimeSpan? kept) =>
        new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, IsEssential = true, Path = "/", MaxAge = kept };
}
