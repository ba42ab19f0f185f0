namespace CroissanceConnectee.Bot.Channels.Web.DirectLine;

/// Where a call comes from. Browsers say so in a header that scripts cannot forge; servers do not send it.
public static class Origins
{
    public static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https"
        && uri.GetLeftPart(UriPartial.Authority).Equals(text, StringComparison.OrdinalIgnoreCase);

    /// Null when the caller did not say: no browser, or a browser reading from its own site.
    public static string? OriginOf(HttpRequest request) => request.Headers.Origin is [{ Length: > 0 } origin] ? origin : null;

    public static string SiteOf(HttpRequest request) => $"{request.Scheme}://{request.Host}";

    public static bool IsSameOrigin(HttpRequest request) => OriginOf(request) is not { } origin || IsOneOf([SiteOf(request)], origin);

    public static bool IsOneOf(IEnumerable<string> origins, string origin) => origins.Contains(origin, StringComparer.OrdinalIgnoreCase);
}
