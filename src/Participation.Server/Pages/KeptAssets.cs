namespace Participation.Server.Pages;

/// <summary>Files of the pages carry a hash of their content in their name: a browser may keep them for good and need not ask again.</summary>
internal static class KeptAssets
{
    public static void MapAssets(this WebApplication app)
    {
        // Without it a server that was built and not published wraps files anew on each request, in a gzip that compresses nothing: a phone loaded 130 kB instead of 50.
        app.Configuration["ReloadStaticAssetsAtRuntime"] ??= "false";
        app.MapStaticAssets().Add(KeepForGood);
    }

    private static void KeepForGood(EndpointBuilder endpoint)
    {
        if (endpoint is not RouteEndpointBuilder { RoutePattern.RawText: { } path, RequestDelegate: { } send } || !path.TrimStart('/').StartsWith("assets/", StringComparison.Ordinal)) return;
        endpoint.RequestDelegate = http =>
        {
            http.Response.OnStarting(() =>
            {
                if (http.Response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status304NotModified) http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
                return Task.CompletedTask;
            });
            return send(http);
        };
    }
}
