using CroissanceConnectee.Search.Text;

namespace CroissanceConnectee.Knowledge.Asking;

// The words that the articles use. A visitor's word that is not among them is taken for the one it most resembles.
// A word of a question as the articles spell it. A guess is a word that only resembles the typed one.
internal readonly record struct ReadWord(string Plain, string Stem, bool IsGuess = false);

internal sealed class Lexicon
{
    // Below this, a repaired word is as often a wrong word ("plage", "place") as a right one ("paiment", "paiement").
    private const double SureSimilarity = 0.84;

    // "otorisation" is long enough to be read by ear; of shorter words too many sound alike.
    private const int ShortestByEar = 5;
    private const int ShortestSmallWord = 4;

    // Spelt too differently, a word that sounds alike is a guess.
    private const double HeardSimilarity = 0.7;

    private readonly Dictionary<string, string> stemsByWord = [];
    private readonly Lazy<Dictionary<string, string>> wordsBySound;
    private readonly HashSet<string> stems;
    private readonly Vocabulary vocabulary;
    private readonly Func<string, string?> nearest;

    public Lexicon(IEnumerable<AnalysedText> texts, Vocabulary vocabulary, Func<string, string?> nearest)
    {
        var uses = new Dictionary<string, int>();
        foreach (var word in texts.SelectMany(text => text.Words))
        {
            stemsByWord.TryAdd(word.Plain, word.Stem);
            uses[word.Plain] = uses.GetValueOrDefault(word.Plain) + 1;
        }

        // Of the words that sound alike, the one that the articles use most. At the first need: a start must not wait for it.
        wordsBySound = new(() => uses.Where(use => use.Key.All(char.IsLetter))
            .OrderByDescending(use => use.Value).ThenBy(use => use.Key, StringComparer.Ordinal)
            .GroupBy(use => FrenchSound.Of(use.Key)).ToDictionary(words => words.Key, words => words.First().Key));

        stems = [.. stemsByWord.Values];
        this.vocabulary = vocabulary;
        this.nearest = nearest;
    }

    // Null for a misspelt word that carries no subject.
    public ReadWord? KnownWord(AnalysedWord typed, string language)
    {
        // Typed without accents, a word may get another stem than the articles' own spelling of it.
        if (stemsByWord.TryGetValue(typed.Plain, out var stem))
        {
            return new ReadWord(typed.Plain, stem);
        }

        if (stems.Contains(typed.Stem) || vocabulary.Knows(typed.Stem) || FrenchAnalysis.IsAcronym(typed.Plain))
        {
            return new ReadWord(typed.Plain, typed.Stem);
        }

        if (WithoutArticle(typed.Plain) is { } bare)
        {
            return new ReadWord(bare, stemsByWord[bare]);
        }

        if (typed.Plain.Length >= ShortestSmallWord && FrenchAnalysis.SoundsLikeStopWord(typed.Plain))
        {
            return null;
        }

        if (typed.Plain.Length >= ShortestByEar && wordsBySound.Value.TryGetValue(FrenchSound.Of(typed.Plain), out var heard) && MarketNames.In(heard).Count == 0)
        {
            return new ReadWord(heard, stemsByWord[heard], EditDistance.Similarity(typed.Plain, heard) < HeardSimilarity);
        }

        // The names of markets were looked for, typos included, before: "chien" is no misspelt China.
        if (nearest(typed.Plain) is { } meant && stemsByWord.TryGetValue(meant, out stem) && MarketNames.In(meant).Count == 0)
        {
            var edits = EditDistance.Between(typed.Plain, meant);
            return edits > 1 && FrenchAnalysis.ResemblesStopWord(typed.Plain, language)
                ? null
                : new ReadWord(meant, stem, EditDistance.Similarity(typed.Plain, meant) < SureSimilarity);
        }

        return FrenchAnalysis.ResemblesStopWord(typed.Plain, language) ? null : new ReadWord(typed.Plain, typed.Stem);
    }

    // "loss", "deori", "sinscrire": the apostrophe was not typed.
    private string? WithoutArticle(string word) =>
        ((word.Length >= 4 && word[0] is 'l' or 'd') || (word.Length >= 6 && word[0] is 's' or 'j' or 'm' or 'n' or 't'))
        && stemsByWord.ContainsKey(word[1..]) ? word[1..] : null;
}
