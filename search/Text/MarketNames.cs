using System.Text.Json;

namespace CroissanceConnectee.Search.Text;

/// <summary>A place in a text that speaks of a market.</summary>
public readonly record struct MarketMention(string Code, int Start, int Length);

/// <summary>
/// Recognises the countries that the service covers in French and English free text: names, adjectives, nicknames, large cities and
/// usual misspellings. Words that only look like a country ("suis", "dans", "grâce", "us") are left alone.
/// </summary>
public static class MarketNames
{
    private static readonly MarketFile File = MarketFile.Read();
    private static readonly MarketLexicon Lexicon = new(File);
    private static readonly Dictionary<string, Market> ByCode = File.Markets.ToDictionary(market => market.Code);

    /// <summary>ISO 3166-1 alpha-2 codes of all the markets known here, France included.</summary>
    public static IReadOnlyList<string> Codes { get; } = [.. File.Markets.Select(market => market.Code)];

    /// <summary>One-word names and adjectives with the single term that stands for their country in an index.</summary>
    internal static IEnumerable<KeyValuePair<string, string>> SingleWords =>
        from market in File.Markets
        let country = PlainText.Fold(string.Concat(market.Fr.Where(char.IsLetter)))
        from word in market.Names.Concat(market.People).Where(word => word.All(char.IsLetter))
        from form in new[] { word, PlainText.Fold(word) }.Distinct()
        select KeyValuePair.Create(form, country);

    /// <summary>The name of a market in French ("fr") or English ("en"); null for an unknown code.</summary>
    public static string? NameOf(string code, string language) =>
        ByCode.TryGetValue(code, out var market) ? language == "en" ? market.En : market.Fr : null;

    /// <summary>The markets that a text names, each once, in the order of the text.</summary>
    public static IReadOnlyList<string> In(string text) => [.. Find(text).Select(mention => mention.Code).Distinct()];

    /// <summary>Every place of a text that names a market.</summary>
    public static IReadOnlyList<MarketMention> Find(string text)
    {
        var words = PlainText.Words(text);
        var shouted = !text.Any(char.IsLower) && words.Count > 1;
        var mentions = new List<MarketMention>();
        for (var first = 0; first < words.Count;)
        {
            var match = Lexicon.LongestMatch(words, first, shouted);
            if (match.Code is { } code)
            {
                var start = words[first].Start;
                mentions.Add(new MarketMention(code, start, words[first + match.Words - 1].End - start));
            }

            first += Math.Max(1, match.Words);
        }

        return mentions;
    }

    /// <summary>The text with the names of markets taken out: what is asked about them.</summary>
    public static string Without(string text) => Without(text, Find(text));

    /// <summary>The text without these places of it.</summary>
    public static string Without(string text, IReadOnlyList<MarketMention> mentions)
    {
        foreach (var mention in mentions.Reverse())
        {
            text = text.Remove(mention.Start, mention.Length).Insert(mention.Start, " ");
        }

        return text;
    }
}

internal sealed record MarketFile(IReadOnlyList<Market> Markets, IReadOnlyList<string> FalseFriends)
{
    public static MarketFile Read()
    {
        using var stream = WordLists.Open("markets.json");
        return JsonSerializer.Deserialize<MarketFile>(stream, JsonSerializerOptions.Web)
            ?? throw new InvalidOperationException("markets.json is empty.");
    }
}
