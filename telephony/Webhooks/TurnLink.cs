using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace CroissanceConnectee.Telephony;

/// What an address of ours carries from one webhook of a call to the next, so that nothing has to be kept between them.
internal readonly record struct TurnLink(int Number)
{
    /// Whether words still travel by socket; false once that has failed, for the rest of the call.
    public bool Relay { get; init; }

    /// How often the socket had to be opened again.
    public int Reopened { get; init; }

    /// Turns in a row that ended in an apology.
    public int Apologies { get; init; }

    public TurnLink Next(int apologies = 0) => this with { Number = Number + 1, Apologies = apologies };

    public static TurnLink Read(IQueryCollection query) => new(Whole(query, "n"))
    {
        Relay = query["via"] == "relay",
        Reopened = Whole(query, "reopened"),
        Apologies = Whole(query, "sorry"),
    };

    /// Relative: all our routes are siblings, so it holds behind any proxy and prefix.
    public string To(string route, string more = "") => string.Create(
        CultureInfo.InvariantCulture,
        $"{route}?n={Number}{(Relay ? "&via=relay" : "")}{(Reopened > 0 ? $"&reopened={Reopened}" : "")}{(Apologies > 0 ? $"&sorry={Apologies}" : "")}{more}");

    private static int Whole(IQueryCollection query, string name) =>
        int.TryParse(query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Min(number, 2_000_000_000) : 0;
}
