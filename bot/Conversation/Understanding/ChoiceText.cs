using CroissanceConnectee.Search.Text;

namespace CroissanceConnectee.Bot.Conversations.Understanding;

/// A choice that a text names, wholly or in part: which words of the text, counted among those that matter, and how well.
internal sealed record ChoiceMention(string Id, int From, int Length, bool IsFull, double Score, IReadOnlySet<int> Words)
{
    public bool Covers(ChoiceMention other) => From <= other.From && other.From + other.Length <= From + Length;
}

/// The words of a message, or of a choice's name, that tell choices apart.
internal sealed class ChoiceText
{
    // A longer message is a story: its first words are looked at.
    private const int MaxWords = 60;

    // An abbreviation of a name begins like it: "insta".
    private const int ShortestPrefix = 3;

    private static readonly HashSet<string> Small = DataFile.List("choice-small");

    private static readonly HashSet<string> Denials = DataFile.List("choice-denials");

    private static readonly HashSet<string> All = DataFile.List("choice-all");

    private readonly IReadOnlyList<string> _typed;
    private readonly List<int> _places;

    private ChoiceText(IReadOnlyList<string> typed, List<int> places)
    {
        _typed = typed;
        _places = places;
        Words = [.. places.Select(place => typed[place])];
    }

    public IReadOnlyList<string> Words { get; }

    public static ChoiceText Of(IReadOnlyList<string> typed)
    {
        var places = Enumerable.Range(0, typed.Count).Where(place => !Small.Contains(typed[place])).Take(MaxWords).ToList();

        // A name of small words only ("je fais tout", "on", "à deux") is told by these.
        return new ChoiceText(typed, places.Count > 0 ? places : [.. Enumerable.Range(0, Math.Min(typed.Count, MaxWords))]);
    }

    public bool SaysAll() => _typed.Any(All.Contains);

    /// "pas facebook", "sauf la Suisse".
    public bool IsDenied(int word)
    {
        var place = _places[word] - 1;
        while (place >= 0 && Small.Contains(_typed[place]))
        {
            place--;
        }

        return place >= 0 && Denials.Contains(_typed[place]) && !(_typed[place] is "non" or "no" && place == 0 && _places[word] == 1);
    }

    public ChoiceMention? Mention(string id, ChoiceText name)
    {
        if (name.Words.Count == 0)
        {
            return null;
        }

        for (var from = 0; from + name.Words.Count <= Words.Count; from++)
        {
            if (Likeness(from, name) is var likeness and > 0)
            {
                var score = name.Words.Count == Words.Count ? likeness : 0.9 * likeness;
                return new ChoiceMention(id, from, name.Words.Count, true, score, Enumerable.Range(from, name.Words.Count).ToHashSet());
            }
        }

        return Words.Count == 1 && Words[0].Length >= ShortestPrefix && name.Words[0].StartsWith(Words[0], StringComparison.Ordinal)
            ? new ChoiceMention(id, 0, 1, name.Words.Count == 1, name.Words.Count == 1 ? 0.9 : 0.8, new HashSet<int> { 0 })
            : Part(id, name);
    }

    // Some words of a longer name: "meubles" of "meubles et décoration".
    private ChoiceMention? Part(string id, ChoiceText name)
    {
        var words = Enumerable.Range(0, Words.Count)
            .Where(word => !Denials.Contains(Words[word]) && name.Words.Any(other => Same(Words[word], other) > 0))
            .ToHashSet();
        var covered = name.Words.Count(other => Words.Any(word => Same(word, other) > 0));
        var ofName = (double)covered / name.Words.Count;
        var score = words.Count == 0 || (words.Count < Words.Count && ofName < 0.5) ? 0
            : words.Count == Words.Count ? 0.5 + (0.3 * ofName)
            : 0.3 + (0.3 * ofName);
        return score > 0 ? new ChoiceMention(id, words.Min(), 1, false, score, words) : null;
    }

    private double Likeness(int from, ChoiceText name)
    {
        var likeness = 1.0;
        for (var i = 0; i < name.Words.Count && likeness > 0; i++)
        {
            likeness = Math.Min(likeness, Same(Words[from + i], name.Words[i]));
        }

        return likeness;
    }

    /// 1 for the same word, singular and plural alike, a little less for a typing slip, 0 for another word.
    private static double Same(string typed, string name)
    {
        if (typed == name || (name.Length >= 3 && Singular(typed) == Singular(name)))
        {
            return 1;
        }

        var allowed = Spelling.SlipsAllowed(name.Length);
        return allowed > 0 && typed.Length >= 4 && !char.IsAsciiDigit(typed[0]) && EditDistance.Between(typed, name, allowed) <= allowed ? 0.9 : 0;
    }

    private static string Singular(string word) => word.Length > 3 && word[^1] is 's' or 'x' ? word[..^1] : word;
}
