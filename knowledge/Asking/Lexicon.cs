using CroissanceConnectee.Search.Text;

namespace CroissanceConnectee.Knowledge.Asking;

// The words that the articles use. A visitor's word that is not among them is taken for the one it most resembles.
internal sealed class Lexicon
{
    private readonly Dictionary<string, string> stemsByWord = [];
    private readonly HashSet<string> stems;
    private readonly Vocabulary vocabulary;
    private readonly Func<string, string?> nearest;

    public Lexicon(IEnumerable<string> texts, Vocabulary vocabulary, Func<string, string?> nearest)
    {
        foreach (var word in texts.SelectMany(text => FrenchAnalysis.Words(text)))
        {
            stemsByWord.TryAdd(word.Plain, word.Stem);
        }

        stems = [.. stemsByWord.Values];
        this.vocabulary = vocabulary;
        this.nearest = nearest;
    }

    public AnalysedWord KnownWord(AnalysedWord typed)
    {
        // Typed without accents, a word may get another stem than the articles' own spelling of it.
        if (stemsByWord.TryGetValue(typed.Plain, out var stem))
        {
            return typed with { Stem = stem };
        }

        if (stems.Contains(typed.Stem) || vocabulary.Knows(typed.Stem) || FrenchAnalysis.IsAcronym(typed.Plain))
        {
            return typed;
        }

        var meant = WithoutArticle(typed.Plain) ?? nearest(typed.Plain);
        return meant is not null && stemsByWord.TryGetValue(meant, out stem) ? new AnalysedWord(meant, stem) : typed;
    }

    // "loss", "deori": the apostrophe of "l'OSS", "d'EORI" was not typed.
    private string? WithoutArticle(string word) =>
        word.Length >= 4 && word[0] is 'l' or 'd' && stemsByWord.ContainsKey(word[1..]) ? word[1..] : null;
}
