using System.Security.Cryptography;
using System.Text;
using Participation.Server.Accounts;

namespace Participation.Server.Lines;

/// <summary>Notes with each request who is at the other end of its connection, and that it is not silent; and counts the files that are being sent.</summary>
internal static class LineKeeping
{
    public static void UseLineKeeping(this IApplicationBuilder app)
    {
        var (book, seats) = (app.ApplicationServices.GetRequiredService<LineBook>(), app.ApplicationServices.GetRequiredService<Seats>());
        app.Use(async (http, next) =>
        {
            if (http.Features.Get<Line>() is { IsShared: false, Who: null } line && Whose(http, line, seats) is { } who) book.Sit(line, who);
            if (http.Features.Get<Line>() is { Who: null } nobody) book.Touch(nobody);
            using var file = IsFile(http.Request) ? book.OpenFile() : null;
            await next(http);
        });
    }

    /// <summary>The same cookies are not looked at twice on one connection.</summary>
    public static Guid? Whose(HttpContext http, Line? line, Seats seats)
    {
        if (http.Request.Headers.Cookie.ToString() is not { Length: > 0 } cookies) return null;
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(cookies));
        if (line?.Asked is { } asked && asked.Cookies.AsSpan().SequenceEqual(digest)) return asked.Who;
        var who = seats.Whose(http);
        if (line is not null) line.Asked = (digest, who);
        return who;
    }

    private static bool IsFile(HttpRequest request) => HttpMethods.IsGet(request.Method) && !request.Path.StartsWithSegments("/api") && !request.Path.StartsWithSegments("/live");
}
