using Participation.Server.Accounts;
using Participation.Sessions;

namespace Participation.Server.Pages;

/// <summary>How somebody gets an account, by whatever link: name and password are checked, the account is made, and they are signed in.</summary>
public sealed class Enrolment(AccountBook accounts, Passwords passwords, Visitor visitor, SafeWay way)
{
    private const int LongestName = 60;

    /// <summary>Why a password cannot be set now; null when it can.</summary>
    public IResult? Refuse(HttpContext http, string? password, string name, bool anyWay = false) =>
        !anyWay && !way.Holds(http) ? Errors.Refuse(StatusCodes.Status403Forbidden, "sign-in.no-tls")
        : PasswordRule.Refused(password, name) is { } code ? Errors.Refuse(StatusCodes.Status400BadRequest, code, PasswordRule.Detail(code))
        : null;

    /// <param name="use">Uses the link up; false when somebody was faster.</param>
    /// <param name="putBack">Makes the link good again when the account could not be made.</param>
    public async Task<IResult> Enrol(HttpContext http, string? name, string password, AccountRole role, Func<bool> use, Action putBack, string gone, bool first = false)
    {
        var (text, wrong) = PlainText.Check(name, LongestName);
        if (wrong is not null || text.Any(char.IsControl)) return Errors.Refuse(StatusCodes.Status400BadRequest, "account.wrong-name");
        if (Likeness.IsMixed(text)) return Errors.Refuse(StatusCodes.Status400BadRequest, "account.mixed-letters");
        // The first has the secret of this machine's terminal, and sits at it.
        if (Refuse(http, password, text, anyWay: first) is { } refused) return refused;
        if (accounts.Named(text) is not null) return Taken();
        if (accounts.HasLike(text)) return Errors.Refuse(StatusCodes.Status409Conflict, "account.looks-like");
        var hash = await passwords.Hash(password);
        if (!use()) return Errors.Refuse(StatusCodes.Status404NotFound, gone);
        if (accounts.Add(text, role, hash, first) is not { } account)
        {
            putBack();
            return first ? Errors.Refuse(StatusCodes.Status404NotFound, gone) : Taken();
        }
        visitor.SignIn(http, account);
        return Errors.Ok(Me.Of(account));
    }

    private static IResult Taken() => Errors.Refuse(StatusCodes.Status409Conflict, "account.name-taken");
}

/// <summary>An account as its own person sees it.</summary>
public sealed record Me(Guid Id, string Name, AccountRole Role, bool Totp)
{
    public static Me Of(Account account) => new(account.Id, account.Name, account.Role, account.Totp is not null);
}
