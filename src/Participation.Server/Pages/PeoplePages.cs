using Participation.Server.Accounts;

namespace Participation.Server.Pages;

/// <summary>Everybody with an account, for administrators: invite, make a password anew, disable. For all others it is not there.</summary>
internal static class PeoplePages
{
    public sealed record PersonRow(Guid Id, string Name, AccountRole Role, bool Totp, bool Disabled, DateTimeOffset Created);

    public sealed record InviteRequest(AccountRole Role);

    public sealed record DisableRequest(bool Disabled);

    public sealed record InvitationLink(string Url, DateTimeOffset Expires);

    public static void MapPeople(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/people", (HttpContext http, Visitor visitor, AccountBook accounts) => ForAdministrators(http, visitor, _ =>
            Errors.Ok(accounts.All.Select(one => new PersonRow(one.Id, one.Name, one.Role, one.Totp is not null, one.Disabled, one.Created)))));
        routes.MapPost("/api/people/invite", (InviteRequest asked, HttpContext http, Visitor visitor, Invitations invitations, Addresses addresses, TimeProvider clock) =>
            ForAdministrators(http, visitor, _ => Link(http, addresses, clock, () => invitations.Make(role: asked.Role))));
        routes.MapPost("/api/people/{id:guid}/renew", (Guid id, HttpContext http, Visitor visitor, AccountBook accounts, Invitations invitations, Addresses addresses, TimeProvider clock) =>
            ForAdministrators(http, visitor, _ => accounts.Find(id) is { Disabled: false } ? Link(http, addresses, clock, () => invitations.Make(account: id)) : Unknown()));
        routes.MapPost("/api/people/{id:guid}/disable", Disable);
    }

    private static IResult Disable(Guid id, DisableRequest asked, HttpContext http, Visitor visitor, AccountBook accounts, SignIns signIns, Invitations invitations) =>
        ForAdministrators(http, visitor, me =>
        {
            if (accounts.Find(id) is null) return Unknown();
            // So that one administrator always remains.
            if (id == me.Id) return Errors.Refuse(StatusCodes.Status409Conflict, "account.yourself");
            accounts.Change(id, known => known with { Disabled = asked.Disabled });
            signIns.EndAll(id);
            invitations.EndFor(id);
            return Errors.Ok(new { });
        });

    private static IResult ForAdministrators(HttpContext http, Visitor visitor, Func<Account, IResult> what) => visitor.Who(http) switch
    {
        null => Errors.SignedOut(),
        { Role: AccountRole.Administrator } me => what(me),
        _ => Unknown(),
    };

    private static IResult Link(HttpContext http, Addresses addresses, TimeProvider clock, Func<string> make) =>
        Errors.Ok(new InvitationLink($"{addresses.Root(http)}/invitation#{make()}", clock.GetUtcNow() + Invitations.Lasts));

    private static IResult Unknown() => Errors.Refuse(StatusCodes.Status404NotFound, "account.unknown");
}
