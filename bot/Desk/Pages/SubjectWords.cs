using CroissanceConnectee.Bot.Conversations;

namespace CroissanceConnectee.Bot.Desk.Pages;

/// "Allemagne, Belgique · douane · vin": what a request is about, as far as it is known.
internal static class SubjectWords
{
    public static string? Of(Need need, RosterCodes codes, Language language)
    {
        string?[] parts =
        [
            need.Markets.Count > 0 ? string.Join(", ", need.Markets.Select(code => codes.Market(code, language))) : null,
            need.Theme is { Length: > 0 } theme ? codes.Theme(theme, language) : null,
            need.Sector is { Length: > 0 } sector ? codes.Sector(sector, language) : null,
        ];
        var known = string.Join(" · ", parts.OfType<string>());
        return known.Length == 0 ? null : known;
    }
}
