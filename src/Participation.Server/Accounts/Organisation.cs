using Microsoft.AspNetCore.Authentication;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Participation.Server.Accounts;

/// <summary>The organisation's own sign-in by OpenID Connect, when the settings name it: authorisation code with PKCE, and at its end an ordinary sign-in.</summary>
/// <param name="IsThere">Whether the settings name one.</param>
public sealed record Organisation(bool IsThere)
{
    public const string Scheme = "organisation", Return = "/sign-in/return";

    /// <summary>Where somebody is led whom the organisation knows and this server does not, or who was not let in.</summary>
    private const string Unknown = "/sign-in#unknown", Failed = "/sign-in#failed";

    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        var (authority, client, secret) = (configuration["OpenIdConnect:Authority"], configuration["OpenIdConnect:ClientId"], configuration["OpenIdConnect:ClientSecret"]);
        var there = authority is { Length: > 0 } && client is { Length: > 0 };
        services.AddSingleton(new Organisation(there));
        services.AddSingleton<Identities>();
        if (!there) return;
        // No request is signed in by this scheme: that is the visitor's, by a cookie of the house.
        services.AddAuthentication(all => all.DefaultAuthenticateScheme = "none").AddOpenIdConnect(Scheme, own =>
        {
            (own.Authority, own.ClientId, own.ClientSecret) = (authority, client, secret);
            own.RequireHttpsMetadata = !new Uri(authority!).IsLoopback;
            (own.ResponseType, own.ResponseMode, own.UsePkce) = (OpenIdConnectResponseType.Code, OpenIdConnectResponseMode.Query, true);
            (own.CallbackPath, own.SignInScheme, own.MapInboundClaims) = (Return, "none", false);
            own.Scope.Clear();
            own.Scope.Add("openid");
            own.Scope.Add("email");
            foreach (var cookie in new[] { own.CorrelationCookie, own.NonceCookie }) (cookie.SameSite, cookie.SecurePolicy) = (SameSiteMode.Lax, CookieSecurePolicy.SameAsRequest);
            own.Events.OnTicketReceived = Received;
            own.Events.OnRemoteFailure = failed => Lead(failed, Failed);
        });
    }

    private static Task Received(TicketReceivedContext received)
    {
        var (services, who) = (received.HttpContext.RequestServices, received.Principal!);
        var email = who.FindFirst("email_verified")?.Value is "true" or "True" ? who.FindFirst("email")?.Value : null;
        if (!services.GetRequiredService<SafeWay>().Holds(received.HttpContext)
            || services.GetRequiredService<Identities>().Of(who.FindFirst("sub")?.Value, email) is not { } account) return Lead(received, Unknown);
        services.GetRequiredService<Visitor>().SignIn(received.HttpContext, account);
        return Lead(received, received.ReturnUri ?? "/console");
    }

    private static Task Lead(HandleRequestContext<RemoteAuthenticationOptions> context, string to)
    {
        context.Response.Redirect(to);
        context.HandleResponse();
        return Task.CompletedTask;
    }
}
