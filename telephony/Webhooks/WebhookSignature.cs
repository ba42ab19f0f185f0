using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace CroissanceConnectee.Telephony;

/// <summary>How the provider signs what it sends. Public so that stand-ins for the provider (tests, the browser phone) can sign as well.</summary>
public static class WebhookSignature
{
    /// <summary>The header that carries the signature.</summary>
    public const string Header = "X-Twilio-Signature";

    /// <summary>The signature of a request to exactly this address; parameters are those of a form body, none for anything else.</summary>
    [SuppressMessage("Security", "CA5350", Justification = "HMAC-SHA1 is what the provider signs with.")]
    public static string Compute(string authToken, string url, IEnumerable<KeyValuePair<string, string>> parameters)
    {
        var signed = new StringBuilder(url);
        foreach (var name in parameters.ToLookup(parameter => parameter.Key, parameter => parameter.Value)
            .OrderBy(name => name.Key, StringComparer.Ordinal))
        {
            foreach (var value in name.Distinct().Order(StringComparer.Ordinal))
            {
                signed.Append(name.Key).Append(value);
            }
        }

        return Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(authToken), Encoding.UTF8.GetBytes(signed.ToString())));
    }

    /// Whether one of the tokens signed one of the variants of the address. Time tells nothing of how near a forged one came.
    internal static bool Holds(IReadOnlyList<string> tokens, string url, IReadOnlyCollection<KeyValuePair<string, string>> parameters, string? given)
    {
        if (string.IsNullOrEmpty(given) || PublicUrl.Parse(url) is not { } address)
        {
            return false;
        }

        var received = Encoding.UTF8.GetBytes(given);
        return address.Variants().Any(variant => tokens.Any(token => CryptographicOperations.FixedTimeEquals(
            received, Encoding.UTF8.GetBytes(Compute(token, variant, parameters)))));
    }

    /// A body that is not a form is not part of what is signed: its hash is in the query, and the query is.
    internal static bool BodyMatches(string hash, ReadOnlySpan<byte> body) => CryptographicOperations.FixedTimeEquals(
        Encoding.UTF8.GetBytes(hash.ToLowerInvariant()), Encoding.UTF8.GetBytes(Convert.ToHexStringLower(SHA256.HashData(body))));
}
