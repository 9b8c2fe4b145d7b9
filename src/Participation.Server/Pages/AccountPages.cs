using System.Text;
using Participation.Server.Accounts;

namespace Participation.Server.Pages;

/// <summary>What somebody does with their own account: password, second factor, and where they are signed in. What weakens it asks for the password again.</summary>
internal static class AccountPages
{
    public sealed record SignInRow(Guid Id, DateTimeOffset Created, DateTimeOffset Used, DateTimeOffset Expires, bool Here);

    public sealed record PasswordRequest(string Now, string Next);

    public sealed record TotpRequest(string Password, string Code);

    public sealed record ConfirmRequest(string Password);

    /// <param name="Secret">To type into the app; <c>Qr</c> is the same as the address of a picture.</param>
    public sealed record TotpBegun(string Secret, string Qr);

    public static void MapAccount(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/account", (HttpContext http, Visitor visitor) => visitor.Who(http) is { } who ? Errors.Ok(Me.Of(who)) : Errors.SignedOut());
        routes.MapGet("/api/account/sign-ins", List);
        routes.MapPost("/api/account/sign-ins/{id:guid}/end", End);
        routes.MapPost("/api/account/sign-ins/end-others", EndOthers);
        routes.MapPost("/api/account/password", ChangePassword);
        routes.MapPost("/api/account/totp/begin", BeginTotp);
        routes.MapPost("/api/account/totp", ConfirmTotp);
        routes.MapPost("/api/account/totp/off", EndTotp);
    }

    private static IResult List(HttpContext http, Visitor visitor, SignIns signIns) => visitor.Of(http) is not { } me
        ? Errors.SignedOut()
        : Errors.Ok(signIns.Of(me.Account.Id).Select(one => new SignInRow(one.Id, one.Created, one.Used, one.Expires, one.Id == me.SignIn.Id)));

    private static IResult End(Guid id, HttpContext http, Visitor visitor, SignIns signIns) => visitor.Of(http) is not { } me
        ? Errors.SignedOut()
        : signIns.End(me.Account.Id, id) ? Errors.Ok(new { }) : Errors.Refuse(StatusCodes.Status404NotFound, "sign-in.unknown");

    private static IResult EndOthers(HttpContext http, Visitor visitor, SignIns signIns)
    {
        if (visitor.Of(http) is not { } me) return Errors.SignedOut();
        signIns.EndAll(me.Account.Id, but: me.SignIn.Id);
        return Errors.Ok(new { });
    }

    private static async Task<IResult> ChangePassword(
        PasswordRequest asked, HttpContext http, Visitor visitor, PasswordCheck check, Enrolment enrolment, Passwords passwords, AccountBook accounts, SignIns signIns, Invitations invitations)
    {
        if (visitor.Of(http) is not { } me) return Errors.SignedOut();
        if (enrolment.Refuse(http, asked.Next, me.Account.Name) is { } refused) return refused;
        if (await check.Refuse(http, me.Account, asked.Now) is { } wrong) return wrong;
        var hash = await passwords.Hash(asked.Next);
        accounts.Change(me.Account.Id, known => known with { Password = hash });
        signIns.EndAll(me.Account.Id, but: me.SignIn.Id);
        invitations.EndFor(me.Account.Id);
        return Errors.Ok(new { });
    }

    private static IResult BeginTotp(HttpContext http, Visitor visitor, SecondFactor factor)
    {
        if (visitor.Who(http) is not { } me) return Errors.SignedOut();
        var secret = factor.Begin(me.Id);
        var picture = Convert.ToBase64String(Encoding.UTF8.GetBytes(QrCodes.Svg(Totp.Address(secret, me.Name))));
        return Errors.Ok(new TotpBegun(Totp.Base32(secret), $"data:image/svg+xml;base64,{picture}"));
    }

    private static async Task<IResult> ConfirmTotp(TotpRequest asked, HttpContext http, Visitor visitor, PasswordCheck check, SecondFactor factor)
    {
        if (visitor.Who(http) is not { } me) return Errors.SignedOut();
        if (await check.Refuse(http, me, asked.Password) is { } wrong) return wrong;
        return factor.Confirm(me.Id, asked.Code) ? Errors.Ok(new { }) : Errors.Refuse(StatusCodes.Status400BadRequest, "sign-in.wrong-code");
    }

    private static async Task<IResult> EndTotp(ConfirmRequest asked, HttpContext http, Visitor visitor, PasswordCheck check, SecondFactor factor)
    {
        if (visitor.Who(http) is not { } me) return Errors.SignedOut();
        if (await check.Refuse(http, me, asked.Password) is { } wrong) return wrong;
        factor.Off(me.Id);
        return Errors.Ok(new { });
    }
}

/// <summary>Asks somebody who is signed in for their password again, as slowly as at the door.</summary>
public sealed class PasswordCheck(Passwords passwords, SignInTries tries, Visitor visitor)
{
    public async Task<IResult?> Refuse(HttpContext http, Account account, string password)
    {
        var (from, device) = (http.Connection.RemoteIpAddress, visitor.KnownAs(http, account.Id));
        if (!tries.May(account.Name, from, device)) return Errors.Refuse(StatusCodes.Status429TooManyRequests, "sign-in.wait");
        if (await passwords.Match(account, password, isKnown: true, http.RequestAborted) is not { } right)
        {
            tries.Unseen(account.Name, from, device);
            return Errors.Refuse(StatusCodes.Status429TooManyRequests, "sign-in.wait");
        }
        if (!right) return Errors.Refuse(StatusCodes.Status400BadRequest, "password.wrong");
        tries.Right(account.Name, from, device);
        return null;
    }
}
