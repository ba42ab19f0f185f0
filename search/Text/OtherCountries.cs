namespace CroissanceConnectee.Search.Text;

/// <summary>Recognises the countries that the service does not cover, so that a question about one is not answered with another's rules.</summary>
public static class OtherCountries
{
    private const int LongestName = 3;

    private static readonly HashSet<string> Names = [.. WordLists.Read("other-countries.txt").Select(name => PlainText.Fold(name.Replace('-', ' ')))];

    // The longer a name, the fewer ordinary words resemble it: "algeri", "nouvel zelande".
    private const int ShortestForgiven = 6;
    private const int ShortestForgivenTwice = 12;

    private static readonly ILookup<char, string> ByInitial = Names.Where(name => name.Length > ShortestForgiven).ToLookup(name => name[0]);

    internal static IEnumerable<string> AllNames => Names;

    /// <summary>The names of such countries, peoples and cities in a text, folded, in its order.</summary>
    public static IReadOnlyList<string> In(string text)
    {
        var words = PlainText.Words(text);
        var found = new List<string>();
        for (var first = 0; first < words.Count; first++)
        {
            for (var count = Math.Min(LongestName, words.Count - first); count > 0; count--)
            {
                var phrase = PlainText.Phrase(words, first, count);
                if (Names.Contains(phrase) || Resembles(phrase))
                {
                    found.Add(phrase);
                    first += count - 1;
                    break;
                }
            }
        }

        return found;
    }

    // The names of the markets that we cover are looked for, typos included, by another.
    private static bool Resembles(string phrase) => phrase.Length >= ShortestForgiven && ByInitial[phrase[0]].Any(name => IsNear(phrase, name)) && MarketNames.In(phrase).Count == 0;

    private static bool IsNear(string phrase, string name)
    {
        var allowed = phrase.Length >= ShortestForgivenTwice ? 2 : 1;
        return Math.Abs(name.Length - phrase.Length) <= allowed && EditDistance.Between(phrase, name, allowed) <= allowed;
    }
}
