using Microsoft.Extensions.Caching.Memory;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CroissanceConnectee.Bot.Channels.Web.DirectLine;

/// Issues and reads the tokens of conversations: signed, so that nothing about them is stored.
public sealed class DirectLineTokens : IDisposable
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    public static readonly int Seconds = (int)Lifetime.TotalSeconds;

    /// A stream address is for connecting at once.
    public static readonly TimeSpan StreamLifetime = TimeSpan.FromMinutes(1);

    private const string Issuer = "https://directline.botframework.com/";
    private const string Site = "croissance-connectee";
    private const string StreamAudience = Issuer + "stream";

    // A chat sends the same token with every request for half an hour.
    private readonly MemoryCache _proven = new(new MemoryCacheOptions { SizeLimit = 20_000 });

    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false };
    private readonly SigningCredentials _signing;
    private readonly TokenValidationParameters _expected;
    private readonly TokenValidationParameters _expectedOnStream;
    private readonly TimeProvider _clock;

    public DirectLineTokens(TokenKey key, TimeProvider clock)
    {
        _signing = new SigningCredentials(new SymmetricSecurityKey(key.Bytes), SecurityAlgorithms.HmacSha256);
        _expected = Expect(Issuer);
        _expectedOnStream = Expect(StreamAudience);
        _clock = clock;
    }

    public void Dispose() => _proven.Dispose();

    public string Issue(Grant grant) => Issue(grant, Issuer, Lifetime);

    public string IssueForStream(Grant grant) => Issue(grant, StreamAudience, StreamLifetime);

    public Task<TokenReading> ReadAsync(string token) => ReadAsync(token, _expected, TimeSpan.Zero);

    public Task<TokenReading> ReadForStreamAsync(string token) => ReadAsync(token, _expectedOnStream, TimeSpan.Zero);

    /// Also good for this long after it has expired: for a renewal, and for nothing else.
    public Task<TokenReading> ReadForRenewalAsync(string token, TimeSpan late) => ReadAsync(token, _expected, late);

    private string Issue(Grant grant, string audience, TimeSpan lifetime)
    {
        var now = _clock.GetUtcNow().UtcDateTime;
        // The official client reads `user` to know whom it speaks for.
        var claims = new Dictionary<string, object> { ["bot"] = Site, ["site"] = Site, ["conv"] = grant.Conversation };
        if (grant.User is not null)
        {
            claims["user"] = grant.User;
        }

        if (grant.Origins.Count > 0)
        {
            claims["origins"] = grant.Origins.ToArray();
        }

        return _handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = audience,
            IssuedAt = now,
            NotBefore = now,
            Expires = now + lifetime,
            Claims = claims,
            SigningCredentials = _signing,
        });
    }

    private TokenValidationParameters Expect(string audience) => new()
    {
        ValidIssuer = Issuer,
        ValidAudience = audience,
        ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
        IssuerSigningKey = _signing.Key,
        // Checked after the rest, by our clock and without leeway: issuer and reader are the same.
        ValidateLifetime = false,
    };

    private async Task<TokenReading> ReadAsync(string token, TokenValidationParameters expected, TimeSpan late)
    {
        if (!_proven.TryGetValue((token, expected.ValidAudience), out Proven? proven) && (proven = await ProveAsync(token, expected)) is not null)
        {
            _proven.Set((token, expected.ValidAudience), proven, new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = Lifetime });
        }

        return proven is null ? TokenReading.Invalid
            : proven.ValidTo + late <= _clock.GetUtcNow().UtcDateTime ? TokenReading.Expired
            : new TokenReading(proven.Grant, false);
    }

    /// Null when it is none of ours, or tampered with. Whether it has expired is another question, asked anew each time.
    private async Task<Proven?> ProveAsync(string token, TokenValidationParameters expected)
    {
        var result = await _handler.ValidateTokenAsync(token, expected);
        if (!result.IsValid || result.SecurityToken is not JsonWebToken read || !read.TryGetPayloadValue<string>("conv", out var conversation))
        {
            return null;
        }

        read.TryGetPayloadValue<string>("user", out var user);
        read.TryGetPayloadValue<string[]>("origins", out var origins);
        return new Proven(new Grant(conversation, user, origins ?? []), read.ValidTo);
    }

    private sealed record Proven(Grant Grant, DateTime ValidTo);
}

/// What a token allows: to be this user (when it names one) in this conversation, from these origins (when it names any).
public sealed record Grant(string Conversation, string? User, IReadOnlyList<string> Origins);

/// Without a grant, the token is expired or not one of ours.
public sealed record TokenReading(Grant? Grant, bool IsExpired)
{
    public static readonly TokenReading Invalid = new(null, false);
    public static readonly TokenReading Expired = new(null, true);
}
