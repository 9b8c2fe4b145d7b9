using Microsoft.Extensions.FileProviders;
using Participation.Server.Reports;

namespace Participation.Server.Pages;

/// <summary>The faces of the web report, to anybody: a report asks this server for them and no other. The files are those that the pages were built with, whose names carry a hash.</summary>
internal static class FontPages
{
    public static void MapFonts(this WebApplication app) => app.MapGet(ReportFonts.Folder + "/{name}", (string name, HttpContext http, IWebHostEnvironment host) =>
    {
        if (!ReportFonts.Names.Contains(name) || Built(host.WebRootFileProvider, Path.GetFileNameWithoutExtension(name)) is not { } file) return Results.NotFound();
        http.Response.Headers.CacheControl = "public, max-age=604800";
        return Results.Stream(file.CreateReadStream(), "font/woff2");
    });

    /// <summary>What follows the name is a dash, the hash and the ending.</summary>
    private static IFileInfo? Built(IFileProvider files, string name) => files.GetDirectoryContents("assets")
        .FirstOrDefault(file => file.Name.StartsWith(name + "-", StringComparison.Ordinal) && file.Name.Length == name.Length + HashedEnding && file.Name.EndsWith(".woff2", StringComparison.Ordinal));

    private const int HashedEnding = 15; // -BTkUljjl.woff2
}
