using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authentication;
using Participation.Server.Accounts;

namespace Participation.Server.Pages;

/// <summary>Signing in and out.</summary>
internal static partial class SignInPages
{
    /// <param name="Ready">Whether there is an account to sign in to; if not, the terminal shows the setup link.</param>
    /// <param name="Safe">Whether a password may be sent from where this is asked.</param>
    /// <param name="Organisation">Whether one may sign in by the organisation's own directory, too.</param>
    /// <param name="Zone">While there is no account: the time zone that set-up suggests, where appsettings leave it open.</param>
    public sealed record SignInDoor(bool Ready, bool Safe, bool Organisation, string? Zone);

    public sealed record SignInRequest(string Name, string Password, string? Code = null);

    public static void MapSignIn(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/sign-in", (HttpContext http, AccountBook accounts, SafeWay way, Organisation organisation, ReportZone zone) =>
            Errors.Ok(new SignInDoor(accounts.Any, way.Holds(http), organisation.IsThere, accounts.Any ? null : zone.Asked)));
        routes.MapGet("/sign-in/organisation", (string? to, HttpContext http, SafeWay way, Organisation organisation) => organisation.IsThere && way.Holds(http)
            ? Results.Challenge(new AuthenticationProperties { RedirectUri = to is not null && Inside().IsMatch(to) ? to : "/console" }, [Organisation.Scheme])
            : Results.Redirect("/sign-in"));
        routes.MapPost("/api/sign-in", SignIn);
        routes.MapPost("/api/sign-out", (HttpContext http, Visitor visitor, Seats seats) =>
        {
            seats.GiveUp(http);
            visitor.SignOut(http);
            return Errors.Ok(new { });
        });
    }

    private static async Task<IResult> SignIn(
        SignInRequest asked, HttpContext http, AccountBook accounts, Passwords passwords, SecondFactor factor, SignInTries tries, Visitor visitor, SafeWay way)
    {
        if (!way.Holds(http)) return Errors.Refuse(StatusCodes.Status403Forbidden, "sign-in.no-tls");
        if (asked.Name.Length > 200 || asked.Password.Length > 4 * PasswordRule.Most) return Wrong();
        var account = accounts.Named(asked.Name);
        var (from, device) = (http.Connection.RemoteIpAddress, account is null ? null : visitor.KnownAs(http, account.Id));
        if (!tries.May(asked.Name, from, device)) return Errors.Refuse(StatusCodes.Status429TooManyRequests, "sign-in.wait");
        // An unknown name, a disabled account and a wrong password cost the same and are told apart by nothing.
        if (await passwords.Match(account is { Disabled: false } ? account : null, asked.Password, device is not null, http.RequestAborted) is not { } right)
        {
            tries.Unseen(asked.Name, from, device);
            return Errors.Refuse(StatusCodes.Status429TooManyRequests, "sign-in.wait");
        }
        if (!right) return Wrong();
        if (!factor.Opens(account!, asked.Code)) return Errors.Refuse(StatusCodes.Status401Unauthorized, asked.Code is { Length: > 0 } ? "sign-in.wrong-code" : "sign-in.code");
        tries.Right(asked.Name, from, device);
        visitor.SignIn(http, account!);
        return Errors.Ok(Me.Of(account!));
    }

    /// <summary>The pages of this house that stand behind the door.</summary>
    [GeneratedRegex(@"^/(?:console(?:/[0-9a-f-]{36})?|account|people)\z")]
    private static partial Regex Inside();

    private static IResult Wrong() => Errors.Refuse(StatusCodes.Status401Unauthorized, "sign-in.wrong");
}
