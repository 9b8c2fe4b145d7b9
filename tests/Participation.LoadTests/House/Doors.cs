using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Participation.Journal;
using Participation.Sessions;

namespace Participation.LoadTests.House;

/// <summary>A seat in a session: whose it is and the cookie that proves it.</summary>
internal sealed record Seat(Guid Session, Guid Id, string Cookie);

/// <summary>The HTTP side of a server, as the protocol's page tells it: the doors by which people get their seats, and what a host may fetch.</summary>
internal sealed class Doors(Uri server) : IDisposable
{
    // Cookies are kept by hand: each of a thousand phones has its own.
    private readonly HttpClient http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })
    {
        BaseAddress = server,
        Timeout = TimeSpan.FromMinutes(5),
    };

    public Uri Server => server;

    /// <summary>Makes the first account by the setup link, or signs in to the one that was made so before, and answers the host's cookie.</summary>
    /// <param name="link">The setup link; any other address of a server that was set up by this program.</param>
    public async Task<string> BecomeHost(Uri link)
    {
        var (name, password) = ("Load", "so many phones at once");
        var (_, cookie) = link.AbsolutePath.StartsWith("/setup/", StringComparison.Ordinal)
            ? await Post("/api/setup", new { key = link.Segments[^1], name, password })
            : await Post("/api/sign-in", new { name, password });
        return cookie!;
    }

    /// <summary>Opens a session; its id and the code to join by.</summary>
    public async Task<(Guid Session, string Code)> Open(string host, string workshop, string language, string title, int tables = 0, int? most = null)
    {
        var laid = Enumerable.Range(1, tables).Select(number => new { id = $"t{number}", name = $"Table {number}" }).ToList();
        var (body, _) = await Post("/api/sessions", new { workshop, language, title, tables = laid.Count == 0 ? null : laid, most }, host);
        return (body["session"]!.GetValue<Guid>(), body["code"]!.GetValue<string>());
    }

    /// <summary>What a phone does: looks through the door, agrees, and takes a seat.</summary>
    /// <param name="table">Which of the session's tables, from 1; 0: none.</param>
    /// <param name="command">The join's id: the same one gives the same seat.</param>
    public async Task<Seat> Join(string code, string language, int table = 0, Guid? command = null, CancellationToken ct = default)
    {
        using var door = await http.GetAsync(new Uri($"/api/door?code={code}", UriKind.Relative), ct);
        await Check(door);
        var (body, cookie) = await Post("/api/join", new { code, command = command ?? Guid.CreateVersion7(), consent = true, language, table = table == 0 ? null : $"t{table}" }, ct: ct);
        return new(body["session"]!.GetValue<Guid>(), body["participant"]!.GetValue<Guid>(), cookie!);
    }

    /// <summary>The link of a scribe at one of the session's tables, from 1, opened: the scribe's cookie.</summary>
    public async Task<string> EnterAsScribe(Guid session, string host, int table)
    {
        var links = JsonNode.Parse(await Fetch($"/api/sessions/{session}/links", host))!;
        var link = links["scribes"]!.AsArray().Single(scribe => scribe!["table"]?.GetValue<string>() == $"t{table}")!["url"]!.GetValue<string>();
        var (_, cookie) = await Post("/api/enter", new { key = link.Split('/')[^1] });
        return cookie!;
    }

    /// <summary>Somebody gets an account by an administrator's invitation: their cookie.</summary>
    public async Task<string> Invite(string host, string name)
    {
        var (link, _) = await Post("/api/people/invite", new { role = "facilitator" }, host);
        var (_, cookie) = await Post("/api/invitation/accept", new { key = link["url"]!.GetValue<string>().Split('#')[^1], password = "so many phones at once", name });
        return cookie!;
    }

    /// <summary>A file that the host may have.</summary>
    public async Task<byte[]> Fetch(string path, string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Cookie", host } } };
        using var answer = await http.SendAsync(request);
        await Check(answer);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    /// <summary>Where a screen connects to a session.</summary>
    public Uri Live(Guid session, Role role) => new UriBuilder(server)
    {
        Scheme = server.Scheme == "https" ? "wss" : "ws",
        Path = "/live",
        Query = $"session={session}&role={JsonNamingPolicy.KebabCaseLower.ConvertName(role.ToString())}",
    }.Uri;

    public void Dispose() => http.Dispose();

    private async Task<(JsonNode Body, string? Cookie)> Post(string path, object body, string? cookie = null, CancellationToken ct = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body, options: Json.Options) };
        if (cookie is not null) request.Headers.Add("Cookie", cookie);
        using var answer = await http.SendAsync(request, ct);
        await Check(answer);
        return (JsonNode.Parse(await answer.Content.ReadAsStringAsync(ct))!, CookieOf(answer));
    }

    private static async Task Check(HttpResponseMessage answer)
    {
        if (answer.IsSuccessStatusCode) return;
        throw new InvalidOperationException(
            $"{answer.RequestMessage?.Method} {answer.RequestMessage?.RequestUri?.AbsolutePath}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }

    private static string? CookieOf(HttpResponseMessage answer) => answer.Headers.TryGetValues("Set-Cookie", out var cookies)
        ? string.Join("; ", cookies.Select(cookie => cookie.Split(';')[0]))
        : null;
}
