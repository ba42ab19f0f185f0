namespace CroissanceConnectee.Bot.Conversations.Understanding;

/// Choices pointed at by their place: "la deuxième", "le 2", "A et C", "les deux premières", "the last one".
internal static class Ordinals
{
    private static readonly Dictionary<string, int> Places = new()
    {
        ["premier"] = 1,
        ["premiere"] = 1,
        ["1er"] = 1,
        ["1ere"] = 1,
        ["first"] = 1,
        ["1st"] = 1,
        ["un"] = 1,
        ["une"] = 1,
        ["one"] = 1,
        ["deuxieme"] = 2,
        ["second"] = 2,
        ["seconde"] = 2,
        ["2e"] = 2,
        ["2eme"] = 2,
        ["2nd"] = 2,
        ["deux"] = 2,
        ["two"] = 2,
        ["troisieme"] = 3,
        ["third"] = 3,
        ["3e"] = 3,
        ["3eme"] = 3,
        ["3rd"] = 3,
        ["trois"] = 3,
        ["three"] = 3,
        ["quatrieme"] = 4,
        ["fourth"] = 4,
        ["4e"] = 4,
        ["4eme"] = 4,
        ["4th"] = 4,
        ["quatre"] = 4,
        ["four"] = 4,
        ["cinquieme"] = 5,
        ["fifth"] = 5,
        ["5e"] = 5,
        ["5eme"] = 5,
        ["5th"] = 5,
        ["cinq"] = 5,
        ["five"] = 5,
        ["sixieme"] = 6,
        ["sixth"] = 6,
        ["6e"] = 6,
        ["6eme"] = 6,
        ["six"] = 6,
        ["septieme"] = 7,
        ["7e"] = 7,
        ["sept"] = 7,
        ["seven"] = 7,
        ["huitieme"] = 8,
        ["8e"] = 8,
        ["huit"] = 8,
        ["eight"] = 8,
        ["neuvieme"] = 9,
        ["9e"] = 9,
        ["neuf"] = 9,
        ["nine"] = 9,
    };

    private static readonly HashSet<string> Around = DataFile.List("around-ordinals");

    /// Indexes from 0, in the order of the message; empty unless the message points and does nothing else.
    public static IReadOnlyList<int> Read(IReadOnlyList<string> words, int count)
    {
        // "A" and "à" look alike: a letter points when nothing but letters and small words stand beside it.
        var onlyLetters = words.All(word => word.Length == 1 || word is "et" or "and" or "option" or "choix" or "reponse" or "lettre");
        var said = words.SelectMany(word => word.Split(',', '.'))
            .Where(word => !Around.Contains(word) || (onlyLetters && word.Length == 1))
            .ToList();
        if (said.Count > 1 && said[^1] is "one")
        {
            said.RemoveAt(said.Count - 1);
        }

        if (said.Count is 0 or > 12)
        {
            return [];
        }

        if (Group(said, count) is { } several)
        {
            return several;
        }

        var places = said.Select(word => Place(word, count)).ToList();
        return places.TrueForAll(place => place is >= 1 && place <= count) ? [.. places.Select(place => place!.Value - 1).Distinct()] : [];
    }

    // "les deux premières", "the last two", "les 2 dernières".
    private static IReadOnlyList<int>? Group(List<string> said, int count)
    {
        var atEnd = said.Exists(word => word is "derniers" or "dernieres" or "last");
        var atStart = said.Exists(word => word is "premiers" or "premieres" or "first");
        if (said.Count != 2 || atEnd == atStart)
        {
            return null;
        }

        var size = said.Select(word => Place(word, 0)).FirstOrDefault(place => place > 1);
        return size <= count ? [.. Enumerable.Range(atEnd ? count - size.Value : 0, size.Value)] : null;
    }

    private static int? Place(string word, int count) => word switch
    {
        "dernier" or "derniere" or "last" => count,
        [>= 'a' and <= 'z' and var letter] => letter - 'a' + 1,
        [>= '1' and <= '9' and var digit] => digit - '0',
        _ => Places.TryGetValue(word, out var place) ? place : null,
    };
}
