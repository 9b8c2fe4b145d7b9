namespace Participation.Server.Pages;

/// <summary>
/// A request says for which host it is meant, and whoever sends it may write anything there. What no address can name is refused before anybody reads it, without a
/// line in the log: the framework throws on some of it wherever it is read. Who names none at all, as programs do that look whether a server is there, is answered.
/// </summary>
internal static class SoundHost
{
    public static void UseSoundHost(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        if (IsSound(http.Request.Headers.Host.ToString()))
        {
            await next(http);
            return;
        }
        // As for any other request that is none: it costs a connection, which is paced nowhere else yet.
        http.Response.Headers.Connection = "close";
        await Errors.Refuse(StatusCodes.Status400BadRequest, "request.malformed").ExecuteAsync(http);
    });

    private static bool IsSound(string host)
    {
        if (host.Length == 0) return true;
        try
        {
            // The way that it goes in links: read as the framework reads it, written as it writes it.
            var read = HostString.FromUriComponent(host);
            return read.Host.Length > 0 && Uri.TryCreate($"http://{read.ToUriComponent()}", UriKind.Absolute, out var address) && address is { PathAndQuery: "/", UserInfo: "", Fragment: "" };
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
