using Participation.Server.Accounts;

namespace Participation.Server.Pages;

/// <summary>
/// Which of the machine's addresses links and QR codes show. It is one for all sessions, for the machine stands in one room; whoever has an account may
/// choose, for a code that leads nowhere keeps the whole room out.
/// </summary>
internal static class AddressPages
{
    /// <param name="Card">The name of the network card, as the machine calls it.</param>
    /// <param name="Likely">The one that is shown when nobody chooses.</param>
    public sealed record MachineAddress(string Address, string Card, bool Likely, bool Chosen);

    /// <param name="Address">Null leaves it to the machine again.</param>
    public sealed record AddressRequest(string? Address = null);

    public static void MapAddresses(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/addresses", (HttpContext http, Visitor visitor, Addresses addresses) =>
            visitor.Who(http) is null ? Errors.SignedOut() : Errors.Ok(addresses.OfThisMachine));
        routes.MapPost("/api/addresses", (AddressRequest asked, HttpContext http, Visitor visitor, Addresses addresses) =>
            visitor.Who(http) is null ? Errors.SignedOut()
            : addresses.Choose(asked.Address) ? Errors.Ok(addresses.OfThisMachine) : Errors.Refuse(StatusCodes.Status400BadRequest, "setup.no-such-address"));
    }
}
