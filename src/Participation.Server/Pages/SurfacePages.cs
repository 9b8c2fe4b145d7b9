using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.FileProviders.Physical;
using Participation.Server.Accounts;

namespace Participation.Server.Pages;

/// <summary>Which address shows which surface: each is one page that finds the rest by its own address.</summary>
internal static class SurfacePages
{
    private static readonly KeptBytes Slides = new();
    private static readonly string[] Pictures = [".png", ".jpg", ".jpeg", ".webp"];

    public static void MapSurfaces(this WebApplication app)
    {
        foreach (var (page, routes) in new (string, string[])[]
        {
            ("phone.html", ["/", "/q/{key}", "/s/{session:guid}", "/{code:length(6,8):regex(^[A-Za-z0-9]+$)}"]),
            ("account.html", ["/setup/{key}", "/sign-in", "/invitation", "/account", "/people"]),
            ("scribe.html", ["/scribe/{session:guid}"]),
            ("projector.html", ["/projector/{session:guid}"]),
        })
        {
            foreach (var route in routes) app.MapGet(route, (IWebHostEnvironment host) => Surface(host.WebRootFileProvider, page));
        }
        // The wall as the console shows it small: the one page that may stand in another, and in none but this server's own.
        app.MapGet("/projector/{session:guid}/picture", (HttpContext http, IWebHostEnvironment host) =>
        {
            http.Response.Headers.ContentSecurityPolicy = Guarding.Framed;
            return Surface(host.WebRootFileProvider, "projector.html");
        });
        app.MapGet("/console", (HttpContext http, Visitor visitor, IWebHostEnvironment host) =>
            visitor.Who(http) is null ? SignInFirst(http) : Surface(host.WebRootFileProvider, "console.html"));
        app.MapGet("/console/{session:guid}", (Guid session, HttpContext http, Visitor visitor, Seats seats, IWebHostEnvironment host) =>
            visitor.Who(http) is null && seats.Of(http, session, Role.Facilitator) is null ? SignInFirst(http) : Surface(host.WebRootFileProvider, "console.html"));
        app.MapGet("/workshops/{slug}/{file}", Picture);
    }

    /// <summary>To the door, and back to where one wanted to go.</summary>
    private static IResult SignInFirst(HttpContext http) => Results.Redirect($"/sign-in?to={Uri.EscapeDataString(http.Request.Path)}");

    private static IResult Surface(IFileProvider files, string page)
    {
        var file = files.GetFileInfo(page);
        return file.Exists
            ? new Uncached(Results.Stream(file.CreateReadStream(), "text/html; charset=utf-8"))
            : Results.Text("The pages are not built: run `dotnet build` without SkipClient.", statusCode: StatusCodes.Status503ServiceUnavailable);
    }

    /// <summary>A slide's picture from its workshop's folder; nothing else in there is handed out.</summary>
    private static IResult Picture(string slug, string file, WorkshopShelf shelf)
    {
        var path = Path.Combine(shelf.Folder, slug, file);
        var known = shelf.Has(slug) && file == Path.GetFileName(file) && Pictures.Contains(Path.GetExtension(file)) && File.Exists(path) && ShelfFile.IsHere(path);
        if (!known) return Results.NotFound();
        var picture = new PhysicalFileInfo(new(path));
        return Results.File(Slides.Of(picture), $"image/{Path.GetExtension(file).TrimStart('.').Replace("jpg", "jpeg", StringComparison.Ordinal)}", lastModified: picture.LastModified);
    }

    /// <summary>The page itself is never kept by a browser: the files that it names carry their hash in their name and are.</summary>
    private sealed class Uncached(IResult page) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers.CacheControl = "no-cache";
            return page.ExecuteAsync(httpContext);
        }
    }
}
