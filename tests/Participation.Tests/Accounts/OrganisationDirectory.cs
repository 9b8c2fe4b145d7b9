using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Participation.Tests.Accounts;

/// <summary>A tiny OpenID Connect provider on loopback: it lets in whoever is set, and is strict about codes, secret and PKCE.</summary>
internal sealed class OrganisationDirectory : IAsyncDisposable
{
    public const string Client = "participation", Secret = "a secret of both";

    private readonly RSA key = RSA.Create(2048);
    private readonly ConcurrentDictionary<string, (string Nonce, string Challenge)> codes = [];
    private readonly WebApplication app;

    private OrganisationDirectory(WebApplication app) => this.app = app;

    public string Authority { get; private set; } = "";

    /// <summary>Who signs in there, and what the directory says of them.</summary>
    public Dictionary<string, object> Who { get; set; } = [];

    /// <summary>Signs the tokens of somebody else's provider.</summary>
    public RSA? Forged { get; set; }

    public static async Task<OrganisationDirectory> Open()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        var directory = new OrganisationDirectory(builder.Build());
        directory.app.Urls.Add("http://127.0.0.1:0");
        directory.app.MapGet("/.well-known/openid-configuration", () => new Dictionary<string, string>
        {
            ["issuer"] = directory.Authority, ["authorization_endpoint"] = $"{directory.Authority}/authorize",
            ["token_endpoint"] = $"{directory.Authority}/token", ["jwks_uri"] = $"{directory.Authority}/keys",
        });
        directory.app.MapGet("/keys", directory.Keys);
        directory.app.MapGet("/authorize", directory.Authorize);
        directory.app.MapPost("/token", directory.Token);
        await directory.app.StartAsync();
        directory.Authority = directory.app.Urls.Single();
        return directory;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        key.Dispose();
    }

    private object Keys()
    {
        var own = key.ExportParameters(includePrivateParameters: false);
        return new { keys = new[] { new { kty = "RSA", kid = "1", use = "sig", alg = "RS256", n = Base64Url.EncodeToString(own.Modulus), e = Base64Url.EncodeToString(own.Exponent) } } };
    }

    private IResult Authorize(HttpRequest asked)
    {
        var (query, code) = (asked.Query, Guid.NewGuid().ToString("N"));
        if (query["response_type"] != "code" || query["client_id"] != Client || query["code_challenge_method"] != "S256") return Results.BadRequest();
        codes[code] = (query["nonce"]!, query["code_challenge"]!);
        return Results.Redirect($"{query["redirect_uri"]}?code={code}&state={Uri.EscapeDataString(query["state"]!)}");
    }

    private async Task<IResult> Token(HttpRequest asked)
    {
        var form = await asked.ReadFormAsync();
        var proof = Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(form["code_verifier"].ToString())));
        if (form["client_secret"] != Secret || !codes.TryRemove(form["code"].ToString(), out var known) || known.Challenge != proof)
            return Results.Json(new { error = "invalid_grant" }, statusCode: StatusCodes.Status400BadRequest);
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var claims = new Dictionary<string, object>(Who) { ["iss"] = Authority, ["aud"] = Client, ["nonce"] = known.Nonce, ["iat"] = now, ["exp"] = now + 300 };
        var text = $"{Part(new { alg = "RS256", kid = "1", typ = "JWT" })}.{Part(claims)}";
        var signature = (Forged ?? key).SignData(Encoding.UTF8.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return Results.Json(new { access_token = "none", token_type = "Bearer", expires_in = 300, id_token = $"{text}.{Base64Url.EncodeToString(signature)}" });
    }

    private static string Part(object part) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(part));
}
