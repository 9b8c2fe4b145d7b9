using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Connections;

namespace Participation.Server.Pages;

/// <summary>What every request must pass and every answer carries: own origin only, and a browser that trusts nothing but this server.</summary>
internal static class Guarding
{
    private const string ContentPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; object-src 'none'; " +
        "base-uri 'none'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'";

    /// <summary>The same for a page that stands in another of this server's.</summary>
    internal static readonly string Framed = ContentPolicy.Replace("frame-ancestors 'none'", "frame-ancestors 'self'", StringComparison.Ordinal);

    public static void UseGuarding(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = ContentPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        // A name that was reached by https once is asked by https from then on. An address or this machine itself is no such name.
        if (http.Request.IsHttps && http.Request.Host.Host is var host && host != "localhost" && !IPAddress.TryParse(host, out _)) headers.StrictTransportSecurity = "max-age=15552000";
        if (http.Request.Path.StartsWithSegments("/api")) headers.CacheControl = "no-store";
        if (IsForeign(http.Request))
        {
            await Errors.Refuse(StatusCodes.Status403Forbidden, "request.foreign").ExecuteAsync(http);
            return;
        }
        // The framework reads no other, not even this one in quotes, and would fail instead of refusing.
        if (http.Request.GetTypedHeaders().ContentType is { Charset.HasValue: true } said && !said.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        {
            await Errors.Refuse(StatusCodes.Status415UnsupportedMediaType, "request.malformed").ExecuteAsync(http);
            return;
        }
        try
        {
            await next(http);
        }
        catch (BadHttpRequestException wrong) when (!http.Response.HasStarted)
        {
            await Errors.Refuse(wrong.StatusCode, "request.malformed").ExecuteAsync(http);
        }
        catch (Exception e) when (e is ConnectionResetException or ConnectionAbortedException)
        {
            // Whoever asked was cut off, or left, while it was read: nobody waits for an answer, and the token that says so may come a moment later.
            http.Abort();
        }
        catch (CryptographicException e) when (!http.Response.HasStarted)
        {
            // No key seals a seat just now. What was recorded stays, and the same request made again goes on where this one ended.
            app.ApplicationServices.GetRequiredService<ILogger<Program>>().LogError("{Route}: no seat or sign-in can be sealed: {Error}", http.GetEndpoint()?.DisplayName, (e.InnerException ?? e).GetType().Name);
            await Errors.Refuse(StatusCodes.Status503ServiceUnavailable, "seat.not-now").ExecuteAsync(http);
        }
        catch (Exception e) when (!http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested)
        {
            // The route and not the address, which may hold a link's key; the place and not the message, which may hold what somebody wrote.
            app.ApplicationServices.GetRequiredService<ILogger<Program>>()
                .LogError("{Route} failed: {Error}", http.GetEndpoint()?.DisplayName, $"{e.GetType().Name} {e.StackTrace}");
            await Errors.Refuse(StatusCodes.Status500InternalServerError, "request.failed").ExecuteAsync(http);
        }
    });

    /// <summary>A browser says where a page came from when it writes or opens a socket; another page's request is refused. Cookies alone would let it in.</summary>
    private static bool IsForeign(HttpRequest request)
    {
        // Another page cannot read the answer, but could have its visitors try codes.
        if (request.Path.StartsWithSegments("/api") && request.Headers["Sec-Fetch-Site"] == "cross-site") return true;
        var asks = !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) || request.Path.StartsWithSegments("/live");
        if (!asks || !request.Headers.TryGetValue("Origin", out var origin)) return false;
        return !Uri.TryCreate(origin, UriKind.Absolute, out var from) || from.Scheme != request.Scheme
            || !string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase) && from.Authority != $"{request.Host.Host}:{request.Host.Port}";
    }
}
