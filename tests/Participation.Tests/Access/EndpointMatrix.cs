using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Participation.Tests.Laws;
using Participation.Tests.Live;

namespace Participation.Tests.Access;

/// <summary>
/// Every address of the server, asked for by everybody, for sessions of their own, of another and of nobody. What is expected stands in the rules
/// below; an address that no rule names fails. What is not one's own answers to the letter like what there is not.
/// </summary>
public sealed class EndpointMatrix
{
    /// <summary>Who gets more than a refusal.</summary>
    private enum May { Anybody, SignedIn, Administrators, Runs, Leads, Shows, Reads, Participants, LeadsOrSignedIn, LeadsByAccount }

    private sealed record Rule(May May, object? Body = null);

    private static readonly object Nothing = new { };

    private static readonly Dictionary<string, Rule> Rules = new()
    {
        // Pages without content of their own, and doors at which a secret is asked for.
        ["GET /"] = new(May.Anybody), ["GET /q/{key}"] = new(May.Anybody), ["GET /s/{session:guid}"] = new(May.Anybody), ["GET /{code:length(6,8):regex(^[A-Za-z0-9]+$)}"] = new(May.Anybody),
        ["GET /setup/{key}"] = new(May.Anybody), ["GET /sign-in"] = new(May.Anybody), ["GET /sign-in/organisation"] = new(May.Anybody), ["GET /invitation"] = new(May.Anybody), ["GET /account"] = new(May.Anybody), ["GET /people"] = new(May.Anybody),
        ["GET /scribe/{session:guid}"] = new(May.Anybody), ["GET /projector/{session:guid}"] = new(May.Anybody), ["GET /projector/{session:guid}/picture"] = new(May.Anybody), ["GET /workshops/{slug}/{file}"] = new(May.Anybody), ["GET /healthz"] = new(May.Anybody),
        ["GET /api/institution"] = new(May.Anybody), ["GET /api/clock"] = new(May.Anybody), ["GET /api/institution/logo"] = new(May.Anybody), ["GET /fonts/{name}"] = new(May.Anybody),
        ["GET /results/{session:guid}"] = new(May.Anybody), ["GET /results/{session:guid}/qr.svg"] = new(May.Anybody), ["GET /r/{code:length(6,8)}"] = new(May.Anybody),
        ["GET /api/door"] = new(May.Anybody), ["POST /api/join"] = new(May.Anybody, new { command = Guid.NewGuid() }), ["POST /api/enter"] = new(May.Anybody, new { key = "x" }), ["GET /enter/{key}"] = new(May.Anybody),
        ["POST /api/setup"] = new(May.Anybody, new { key = "x", name = "x", password = "x" }), ["GET /api/sign-in"] = new(May.Anybody), ["POST /api/sign-in"] = new(May.Anybody, new { name = "x", password = "x" }),
        ["POST /api/sign-out"] = new(May.Anybody, Nothing), ["POST /api/invitation"] = new(May.Anybody, new { key = "x" }), ["POST /api/invitation/accept"] = new(May.Anybody, new { key = "x", password = "x" }),
        ["ANY /live"] = new(May.Anybody), ["ANY /live/negotiate"] = new(May.Anybody, Nothing),
        // Whoever has an account.
        ["GET /console"] = new(May.SignedIn), ["GET /api/sessions"] = new(May.SignedIn), ["POST /api/sessions"] = new(May.SignedIn, new { workshop = "none" }), ["GET /api/workshops"] = new(May.SignedIn),
        ["GET /api/addresses"] = new(May.SignedIn), ["POST /api/addresses"] = new(May.SignedIn, new { address = "192.0.2.1" }),
        ["GET /api/account"] = new(May.SignedIn), ["GET /api/account/sign-ins"] = new(May.SignedIn), ["POST /api/account/sign-ins/{id:guid}/end"] = new(May.SignedIn, Nothing),
        ["POST /api/account/sign-ins/end-others"] = new(May.SignedIn, Nothing), ["POST /api/account/password"] = new(May.SignedIn, new { now = "x", next = "x" }), ["POST /api/account/totp/begin"] = new(May.SignedIn, Nothing),
        ["POST /api/account/totp"] = new(May.SignedIn, new { password = "x", code = "x" }), ["POST /api/account/totp/off"] = new(May.SignedIn, new { password = "x" }),
        // Administrators.
        ["GET /api/people"] = new(May.Administrators), ["POST /api/people/invite"] = new(May.Administrators, new { role = "facilitator" }), ["POST /api/people/{id:guid}/renew"] = new(May.Administrators, Nothing),
        ["POST /api/people/{id:guid}/disable"] = new(May.Administrators, new { disabled = true }), ["GET /api/health"] = new(May.Runs),
        // By the session in the address.
        ["GET /console/{session:guid}"] = new(May.LeadsOrSignedIn), ["GET /api/sessions/{session:guid}/links"] = new(May.Leads), ["POST /api/sessions/{session:guid}/leaders"] = new(May.Leads, Nothing),
        ["GET /api/sessions/{session:guid}/leaders"] = new(May.LeadsByAccount), ["POST /api/sessions/{session:guid}/leaders/{id:guid}/end"] = new(May.LeadsByAccount, Nothing),
        ["GET /tickets/{session:guid}"] = new(May.Leads), ["GET /api/sessions/{session:guid}/qr.svg"] = new(May.Shows), ["GET /api/sessions/{session:guid}/address"] = new(May.Shows), ["GET /api/mine/{session:guid}"] = new(May.Participants), ["GET /api/became/{session:guid}"] = new(May.Participants),
        ["GET /report/{session:guid}.pdf"] = new(May.Reads), ["GET /report/{session:guid}.svg"] = new(May.Reads), ["GET /report/{session:guid}.html"] = new(May.Reads), ["GET /report/{session:guid}.csv"] = new(May.Reads), ["GET /report/{session:guid}.xlsx"] = new(May.Reads), ["GET /report/{session:guid}.data.json"] = new(May.Reads), ["GET /report/{session:guid}.json"] = new(May.Leads),
    };

    [Fact]
    public async Task Every_endpoint_answers_everybody_as_the_rules_say()
    {
        await using var cast = await Cast.Built();
        var endpoints = cast.House.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => !endpoint.Metadata.Any(known => known.GetType().Namespace!.Contains("StaticAssets", StringComparison.Ordinal)))
            .SelectMany(endpoint => (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods ? methods : ["ANY"]).Where(method => method != "OPTIONS")
                .Select(method => $"{method} /{endpoint.RoutePattern.RawText!.TrimStart('/')}")).Distinct().Order().ToList();
        Assert.Equal(Rules.Keys.Order(), endpoints);

        var (rows, wrong) = (0, new List<string>());
        foreach (var (endpoint, rule) in Rules.Where(rule => rule.Key is not ("POST /api/sign-out" or "GET /sign-in/organisation")))
        {
            var places = endpoint.Contains("{session", StringComparison.Ordinal) ? Enum.GetValues<Place>() : [Place.Own];
            foreach (var actor in cast.Actors.DistinctBy(actor => actor.Browser))
            {
                var answers = new Dictionary<Place, (HttpStatusCode Status, string Text)>();
                foreach (var place in places)
                {
                    var answer = answers[place] = await Ask(cast, actor, endpoint, rule, cast.At(place, Moment.Open));
                    var refused = Refused(rule.May, cast, actor, place);
                    rows++;
                    if (refused is null ? IsRefusal(answer) : refused != Word(answer)) wrong.Add($"{actor.Name}, {place}: {endpoint} answered {Word(answer)} and not {refused ?? "what it has"}");
                    if (answer.Status >= HttpStatusCode.InternalServerError && answer.Status != HttpStatusCode.ServiceUnavailable) wrong.Add($"{endpoint} failed: {answer.Text}");
                }
                if (places.Length > 1 && Refused(rule.May, cast, actor, Place.Other) is not null && answers[Place.Other] != answers[Place.Unknown])
                    wrong.Add($"{actor.Name}: {endpoint} tells another's session from none: {answers[Place.Other]} and {answers[Place.Unknown]}");
            }
        }
        Expect.None(wrong);
        Assert.True(rows > 900, $"{rows} rows");
        Expect.None(cast.Secrets.Where(secret => cast.House.Log.Text.Contains(secret, StringComparison.Ordinal)).Select(secret => $"the log holds {secret}"));
        Assert.Empty(cast.House.Log.Errors);
    }

    /// <summary>The refusal that is due; null: something else than one.</summary>
    private static string? Refused(May may, Cast cast, Actor actor, Place place)
    {
        var signedIn = actor.Name is "facilitator" or "stranger" or "coordinator" or "administrator";
        var (administers, known) = (actor.Name == "administrator", place != Place.Unknown);
        bool Leads() => known && (administers || actor.Name == "stranger" == (place == Place.Other) && actor.Name is "facilitator" or "co-facilitator" or "stranger" && (place == Place.Own || actor.Name == "stranger"));
        return may switch
        {
            May.SignedIn => signedIn ? null : "sign-in.none",
            May.LeadsOrSignedIn => signedIn || Leads() ? null : "sign-in.none",
            May.Administrators => administers ? null : signedIn ? "account.unknown" : "sign-in.none",
            May.Runs => administers ? null : "session.unknown",
            May.Leads => Leads() ? null : "session.unknown",
            May.LeadsByAccount => Leads() && actor.Name != "co-facilitator" ? null : "session.unknown",
            May.Reads => Leads() || known && actor.Name == "coordinator" ? null : "session.unknown",
            May.Shows => Leads() || known && actor.Name == "coordinator" || place == Place.Own && actor.Name is "projector" or "scribe" && place == Place.Own ? null : "session.unknown",
            May.Participants => place == Place.Own && actor.Name is "participant" or "removed" or "refused" or "waiting" && place == Place.Own ? null : "session.unknown",
            _ => null,
        };
    }

    private static bool IsRefusal((HttpStatusCode Status, string Text) answer) => Word(answer) is "sign-in.none" or "account.unknown" or "session.unknown" or "request.malformed" or "request.failed";

    /// <summary>The code of a refusal, or that one is sent to the door; else the status.</summary>
    private static string Word((HttpStatusCode Status, string Text) answer) =>
        answer.Status == HttpStatusCode.Redirect && answer.Text.StartsWith("/sign-in", StringComparison.Ordinal) ? "sign-in.none"
        : answer.Status >= HttpStatusCode.BadRequest && answer.Text.StartsWith("{\"code\":\"", StringComparison.Ordinal) ? answer.Text.Split('"')[3] : $"{answer.Status}";

    private static async Task<(HttpStatusCode Status, string Text)> Ask(Cast cast, Actor actor, string endpoint, Rule rule, Guid session)
    {
        var (method, path) = (endpoint.Split(' ')[0], endpoint.Split(' ')[1]
            .Replace("{session:guid}", $"{session}", StringComparison.Ordinal).Replace("{id:guid}", $"{cast.Administrator}", StringComparison.Ordinal)
            .Replace("{key}", "AAAAAAAAAAAAAAAAAAAAAA", StringComparison.Ordinal).Replace("{slug}/{file}", "none/none.png", StringComparison.Ordinal));
        path = path.Replace("{code:length(6,8):regex(^[A-Za-z0-9]+$)}", "QQQQQQ", StringComparison.Ordinal).Replace("{code:length(6,8)}", "QQQQQQ", StringComparison.Ordinal);
        using var handler = new HttpClientHandler { CookieContainer = actor.Browser.Cookies, AllowAutoRedirect = false };
        using var client = new HttpClient(handler);
        using var request = new HttpRequestMessage(new(method != "ANY" ? method : rule.Body is null ? "GET" : "POST"), new Uri(cast.House.Address, path));
        if (rule.Body is { } body) request.Content = JsonContent.Create(body, options: Participation.Journal.Json.Options);
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return (answer.StatusCode, answer.Headers.Location is { } to ? $"{to}".Replace($"{session}", "", StringComparison.Ordinal) : await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
