using Participation.Server.Accounts;
using Participation.Texts;

namespace Participation.Server.Pages;

/// <summary>
/// What a link of good faith offers, and taking it. Its key stands behind the # of the address, which a browser sends to nobody: it comes in the body.
/// </summary>
internal static class InvitationPages
{
    public sealed record InvitationRequest(string Key);

    public sealed record AcceptRequest(string Key, string Password, string? Name = null);

    /// <summary>A role for a new account, the name of one whose password is made anew, or the title of a session to lead.</summary>
    public sealed record Invited(AccountRole? Role, string? Name, LocalText? Session, DateTimeOffset Expires);

    public static void MapInvitations(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/invitation", Look);
        routes.MapPost("/api/invitation/accept", Accept);
    }

    private static IResult Look(InvitationRequest asked, Invitations invitations, AccountBook accounts, SessionDirectory directory)
    {
        if (invitations.Look(asked.Key) is not { } found) return Gone();
        var (name, title) = (found.Account is { } whose ? accounts.Find(whose)?.Name : null, found.Session is { } led ? directory.Opened(led)?.Title : null);
        return found.Role is null && name is null && title is null ? Gone() : Errors.Ok(new Invited(found.Role, name, title, found.Expires));
    }

    private static async Task<IResult> Accept(
        AcceptRequest asked, HttpContext http, Invitations invitations, AccountBook accounts, Passwords passwords, SignIns signIns, Visitor visitor, Enrolment enrolment)
    {
        if (invitations.Look(asked.Key) is not { } found) return Gone();
        if (found.Role is { } role)
            return await enrolment.Enrol(http, asked.Name, asked.Password, role, () => invitations.Use(asked.Key), () => invitations.Return(asked.Key), "invitation.unknown");
        if (found.Account is not { } whose || accounts.Find(whose) is not { Disabled: false } account) return Gone();
        if (enrolment.Refuse(http, asked.Password, account.Name) is { } refused) return refused;
        var hash = await passwords.Hash(asked.Password);
        if (!invitations.Use(asked.Key)) return Gone();
        account = accounts.Change(whose, known => known with { Password = hash, Totp = null, TotpStep = 0 });
        signIns.EndAll(whose);
        visitor.SignIn(http, account);
        return Errors.Ok(Me.Of(account));
    }

    private static IResult Gone() => Errors.Refuse(StatusCodes.Status404NotFound, "invitation.unknown");
}
