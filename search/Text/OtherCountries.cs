namespace CroissanceConnectee.Search.Text;

/// <summary>Recognises the countries that the service does not cover, so that a question about one is not answered with another's rules.</summary>
public static class OtherCountries
{
    private const int LongestName = 3;

    private static readonly HashSet<string> Names = [.. WordLists.Read("other-countries.txt").Select(name => PlainText.Fold(name.Replace('-', ' ')))];

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
                var phrase = string.Join(' ', words.Skip(first).Take(count).Select(word => word.Folded));
                if (Names.Contains(phrase))
                {
                    found.Add(phrase);
                    first += count - 1;
                    break;
                }
            }
        }

        return found;
    }
}
