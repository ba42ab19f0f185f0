using System.Text;

namespace CroissanceConnectee.Telephony;

/// An address as text, cut in parts and never normalised: what was signed is the text that somebody typed into a console.
internal readonly record struct PublicUrl(string Scheme, string UserInfo, string Host, string Port, string Rest)
{
    /// Null when the text does not begin with a scheme and a host.
    public static PublicUrl? Parse(string url)
    {
        var scheme = url.IndexOf("://", StringComparison.Ordinal);
        if (scheme <= 0)
        {
            return null;
        }

        var start = scheme + 3;
        var end = url.AsSpan(start).IndexOfAny('/', '?', '#');
        end = end < 0 ? url.Length : start + end;
        var authority = url[start..end];
        var at = authority.LastIndexOf('@');
        var host = authority[(at + 1)..];
        // A colon begins the port only after the bracket of an IPv6 address.
        var colon = host.IndexOf(':', host.LastIndexOf(']') + 1);
        var fragment = url.IndexOf('#', end);
        return new PublicUrl(
            url[..start],
            authority[..(at + 1)],
            colon < 0 ? host : host[..colon],
            colon < 0 ? "" : host[colon..],
            fragment < 0 ? url[end..] : url[end..fragment]);
    }

    /// Every text that the provider's back ends are known to sign for this address: they disagree on credentials, on the port,
    /// on escapes in the query and, for sockets, on a slash at the end. Knowing the token is what counts, not the variant.
    public IEnumerable<string> Variants()
    {
        var url = this;
        var standard = Scheme.ToUpperInvariant() is "HTTPS://" or "WSS://" ? ":443" : ":80";
        var users = UserInfo.Length == 0 ? [""] : new[] { "", UserInfo };
        var ports = Port.Length == 0 ? ["", standard] : new[] { Port, "" };
        return (from rest in Rests()
                from user in users
                from port in ports
                select $"{url.Scheme}{user}{url.Host}{port}{rest}").Distinct();
    }

    private IEnumerable<string> Rests()
    {
        yield return Rest;
        if (Scheme.StartsWith("ws", StringComparison.OrdinalIgnoreCase))
        {
            yield return Rest.EndsWith('/') ? Rest[..^1] : Rest + "/";
        }

        var query = Rest.IndexOf('?', StringComparison.Ordinal);
        if (query < 0)
        {
            yield break;
        }

        var path = Rest[..(query + 1)];
        yield return path + Escaped(Rest[(query + 1)..]);
        var legacy = WebhookForm.Parse(Rest[(query + 1)..])
            .Select(pair => $"{LegacyEscape(pair.Key)}={LegacyEscape(pair.Value)}");
        yield return path + string.Join('&', legacy);
    }

    /// As browsers write a query (WHATWG URL): only what may not stand in one is escaped, and the apostrophe.
    private static string Escaped(string query)
    {
        var escaped = new StringBuilder(query.Length);
        foreach (var octet in Encoding.UTF8.GetBytes(query))
        {
            if (octet is <= 0x20 or >= 0x7f or (byte)'"' or (byte)'#' or (byte)'<' or (byte)'>' or (byte)'\'')
            {
                escaped.Append('%').Append(octet.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
            }
            else
            {
                escaped.Append((char)octet);
            }
        }

        return escaped.ToString();
    }

    /// As `encodeURIComponent` writes: five signs fewer escaped than RFC 3986 would.
    private static string LegacyEscape(string value) => Uri.EscapeDataString(value)
        .Replace("%21", "!", StringComparison.Ordinal)
        .Replace("%27", "'", StringComparison.Ordinal)
        .Replace("%28", "(", StringComparison.Ordinal)
        .Replace("%29", ")", StringComparison.Ordinal)
        .Replace("%2A", "*", StringComparison.Ordinal);
}
