using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CroissanceConnectee.Bot.Tests.Desk.Accounts;

/// An organisation's sign-in on this machine, faithful to OpenID Connect: discovery, code with PKCE, signed tokens, keys.
/// Whoever comes is the person of Claims.
internal sealed class OpenIdProvider : IAsyncDisposable
{
    public const string ClientId = "croissance";
    public const string ClientSecret = "un secret de test";

    private readonly RSA _rsa = RSA.Create(2048);
    private readonly ConcurrentDictionary<string, IQueryCollection> _asked = new();
    private readonly WebApplication _server;

    private OpenIdProvider()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _server = builder.Build();
        _server.MapGet("/.well-known/openid-configuration", () => Results.Json(new Dictionary<string, object>
        {
            ["issuer"] = Authority,
            ["authorization_endpoint"] = Authority + "/authorize",
            ["token_endpoint"] = Authority + "/token",
            ["userinfo_endpoint"] = Authority + "/userinfo",
            ["jwks_uri"] = Authority + "/jwks",
            ["response_types_supported"] = (string[])["code"],
            ["code_challenge_methods_supported"] = (string[])["S256"],
        }));
        _server.MapGet("/jwks", () =>
        {
            var key = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(_rsa.ExportParameters(false)) { KeyId = "1" });
            return Results.Json(new { keys = new[] { new { kty = key.Kty, kid = key.Kid, use = "sig", alg = "RS256", n = key.N, e = key.E } } });
        });
        _server.MapGet("/authorize", Authorize);
        _server.MapPost("/token", TokenAsync);
        _server.MapGet("/userinfo", () => Results.Json(Claims));
    }

    public string Authority { get; private set; } = "";

    public Dictionary<string, object> Claims { get; init; } = [];

    /// Signs with a key that is not the published one.
    public bool Forges { get; init; }

    public static async Task<OpenIdProvider> StartAsync(bool forges = false, params (string Name, object Value)[] claims)
    {
        var provider = new OpenIdProvider { Forges = forges, Claims = claims.ToDictionary(claim => claim.Name, claim => claim.Value) };
        await provider._server.StartAsync();
        provider.Authority = provider._server.Urls.Single();
        return provider;
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _rsa.Dispose();
    }

    private IResult Authorize(HttpRequest request)
    {
        var asked = request.Query;
        if (asked["client_id"] != ClientId || asked["response_type"] != "code" || asked["code_challenge_method"] != "S256" || !asked["scope"].ToString().Split(' ').Contains("openid"))
        {
            return Results.BadRequest();
        }

        var code = Guid.NewGuid().ToString("N");
        _asked[code] = asked;
        return Results.Redirect(QueryHelpers.AddQueryString(asked["redirect_uri"]!, new Dictionary<string, string?> { ["code"] = code, ["state"] = asked["state"] }));
    }

    private async Task<IResult> TokenAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        var verifier = WebEncoders.Base64UrlEncode(SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(form["code_verifier"].ToString())));
        if (form["client_id"] != ClientId || form["client_secret"] != ClientSecret
            || !_asked.TryRemove(form["code"].ToString(), out var asked) || asked["code_challenge"] != verifier || asked["redirect_uri"] != form["redirect_uri"])
        {
            return Results.BadRequest(new { error = "invalid_grant" });
        }

        using var other = RSA.Create(2048);
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var token = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Authority,
            Audience = ClientId,
            IssuedAt = now,
            NotBefore = now,
            Expires = now.AddMinutes(5),
            Claims = new Dictionary<string, object>(Claims) { ["nonce"] = asked["nonce"].ToString() },
            SigningCredentials = new SigningCredentials(new RsaSecurityKey(Forges ? other : _rsa) { KeyId = "1", CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false } }, SecurityAlgorithms.RsaSha256),
        });
        return Results.Json(new Dictionary<string, object> { ["access_token"] = "jeton", ["token_type"] = "Bearer", ["expires_in"] = 300, ["id_token"] = token });
    }
}
