using System.Security.Cryptography;
using System.Text;
using Participation.Server.Accounts;

namespace Participation.Server.Lines;

/// <summary>Notes with each request who is at the other end of its connection, and that it is not silent.</summary>
internal static class LineKeeping
{
    public static void UseLineKeeping(this IApplicationBuilder app)
    {
        var services = app.ApplicationServices;
        var (book, seats, standing) = (services.GetRequiredService<LineBook>(), services.GetRequiredService<Seats>(), services.GetRequiredService<Standing>());
        app.Use(async (http, next) =>
        {
            var line = http.Features.Get<Line>();
            // Who sits no more may sit elsewhere, and come over the same line.
            if (line is { IsShared: false, IsSure: false } && At(http, line, seats) is { } who) book.Sit(line, who, standing.Sits);
            using var busy = line is null ? null : book.Begin(line);
            await next(http);
        });
    }

    /// <summary>Who asks: somebody with an account or a lead, else the seat of the session that is asked about, else any.</summary>
    public static Sitter? At(HttpContext http, Line? line, Seats seats)
    {
        var any = Whose(http, line, seats);
        return any is { Leads: true } || !http.Request.Headers.ContainsKey("Cookie") || Session(http.Request) is not { } session ? any : seats.WhoseIn(http, session) ?? any;
    }

    /// <summary>The session that a request names, in its path or, where that names none, in its query: an answer follows the path, whatever else somebody writes behind it.</summary>
    public static Guid? Session(HttpRequest request)
    {
        foreach (var part in (request.Path.Value ?? "").Split('/', 8))
            if (part.Length >= 36 && (part.Length == 36 || part[36] == '.') && Guid.TryParseExact(part.AsSpan(0, 36), "D", out var found)) return found;
        return Guid.TryParse(request.Query["session"], out var named) ? named : null;
    }

    /// <summary>The same cookies are not looked at twice on one connection.</summary>
    public static Sitter? Whose(HttpContext http, Line? line, Seats seats)
    {
        if (http.Request.Headers.Cookie.ToString() is not { Length: > 0 } cookies) return null;
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(cookies));
        if (line?.Asked is { } asked && asked.Cookies.AsSpan().SequenceEqual(digest)) return asked.Who;
        var who = seats.Whose(http);
        if (line is not null) line.Asked = (digest, who);
        return who;
    }
}
