using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.Fr;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Analysis.NGram;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Analysis.Util;
using Lucene.Net.Util;

namespace CroissanceConnectee.Search.Text;

/// <summary>A word that carries meaning: folded as typed, and reduced to the form that its inflections share.</summary>
public readonly record struct AnalysedWord(string Plain, string Stem);

/// <summary>
/// The one way in which French articles and questions are cut into terms, so that both sides meet. The three analyzers see the same
/// words in the same order, and may be used by many threads at once.
/// </summary>
public static class FrenchAnalysis
{
    private const LuceneVersion Version = LuceneVersion.LUCENE_48;

    private static readonly CharArraySet Elisions = Set(
        ["l", "m", "t", "qu", "n", "s", "j", "d", "c", "jusqu", "quoiqu", "lorsqu", "puisqu", "entr", "presqu", "quelqu"]);

    private static readonly CharArraySet StopWords = Set(
        [.. FrenchAnalyzer.DefaultStopSet, .. WordLists.Read("french-stop-words.txt")]);

    private static readonly CharArraySet EnglishStopWords = Set(WordLists.Read("english-stop-words.txt"));

    private static readonly string[] LongStopWords = [.. StopWords.Select(PlainText.Fold).Where(word => word.Length >= 4).Distinct()];

    private static readonly string[] LongEnglishStopWords = [.. EnglishStopWords.Where(word => word.Length >= 4).Concat(LongStopWords).Distinct()];

    private static readonly HashSet<string> StopSounds = [.. StopWords.Select(PlainText.Fold).Where(word => word.Length >= 3).Select(FrenchSound.Of).Where(sound => sound.Length > 1)];

    private static readonly HashSet<string> AcronymList = [.. WordLists.Read("acronyms.txt")];

    private static readonly CharArraySet Acronyms = Set(AcronymList);

    private static readonly StemmerOverrideFilter.StemmerOverrideMap CountryWords = OneWordPerCountry();

    /// <summary>Light stems; acronyms stay whole, "allemande" and "Germany" become the country.</summary>
    public static Analyzer Stemmed { get; } = Analyzer.NewAnonymous((_, reader) => Chain(reader, stem: true));

    /// <summary>Folded words as they are: the field that brand names and spelling repair rely on.</summary>
    public static Analyzer Plain { get; } = Analyzer.NewAnonymous((_, reader) => Chain(reader, stem: false));

    /// <summary>Runs of four letters of each word: what is left of a word typed badly.</summary>
    public static Analyzer FourGrams { get; } = Analyzer.NewAnonymous((_, reader) =>
    {
        var words = Chain(reader, stem: false);
        return new TokenStreamComponents(words.Tokenizer, new NGramTokenFilter(Version, words.TokenStream, 4, 4));
    });

    /// <summary>True for acronyms and brands, which mean nothing but themselves: no stem, no near spelling.</summary>
    public static bool IsAcronym(string foldedWord) => AcronymList.Contains(foldedWord);

    /// <summary>True for a misspelling, at one edit, of a word that carries no subject: "commment", "quio", "whta".</summary>
    public static bool ResemblesStopWord(string foldedWord, string language = "fr") =>
        foldedWord.Length >= 4 && (language == "en" ? LongEnglishStopWords : LongStopWords)
            .Any(stopWord => EditDistance.Between(foldedWord, stopWord, 1) <= 1);

    /// <summary>True for a word that is written by ear and read aloud like one that carries no subject: "jusca", "koman", "fo".</summary>
    public static bool SoundsLikeStopWord(string foldedWord) => foldedWord.All(char.IsLetter) && !IsAcronym(foldedWord) && StopSounds.Contains(FrenchSound.Of(foldedWord));

    /// <summary>The words of a text that carry meaning, in order.</summary>
    public static IReadOnlyList<AnalysedWord> Words(string text, string language = "fr")
    {
        var words = new List<AnalysedWord>();
        using var stream = Stemmed.GetTokenStream("", text);
        var term = stream.GetAttribute<ICharTermAttribute>();
        var plain = stream.GetAttribute<ITypeAttribute>();
        stream.Reset();
        while (stream.IncrementToken())
        {
            if (language != "en" || !EnglishStopWords.Contains(plain.Type))
            {
                words.Add(new AnalysedWord(plain.Type, term.ToString()));
            }
        }

        stream.End();
        return words;
    }

    /// <summary>The runs of four letters of one word; a shorter word has none.</summary>
    public static IEnumerable<string> FourGramsOf(string foldedWord) =>
        Enumerable.Range(0, Math.Max(0, foldedWord.Length - 3)).Select(start => foldedWord.Substring(start, 4));

    /// <summary>The terms that an analyzer makes of a text, in order.</summary>
    public static IReadOnlyList<string> Terms(Analyzer analyzer, string text)
    {
        var terms = new List<string>();
        using var stream = analyzer.GetTokenStream("", text);
        var term = stream.AddAttribute<ICharTermAttribute>();
        stream.Reset();
        while (stream.IncrementToken())
        {
            terms.Add(term.ToString());
        }

        stream.End();
        return terms;
    }

    private static TokenStreamComponents Chain(TextReader reader, bool stem)
    {
        var tokenizer = new StandardTokenizer(Version, reader);
        TokenStream words = new DottedWordFilter(new ElisionFilter(tokenizer, Elisions));
        words = new StopFilter(Version, new LowerCaseFilter(Version, words), StopWords);
        if (stem)
        {
            words = new SetKeywordMarkerFilter(new PlainFormFilter(words), Acronyms);
            words = new FrenchLightStemFilter(new StemmerOverrideFilter(words, CountryWords));
        }

        // After the stemmer: it reads accents, and folds long words only.
        return new TokenStreamComponents(tokenizer, new ASCIIFoldingFilter(words));
    }

    private static CharArraySet Set(IEnumerable<string> words) =>
        new(Version, words.SelectMany(word => new[] { word, PlainText.Fold(word) }).ToList(), ignoreCase: true);

    private static StemmerOverrideFilter.StemmerOverrideMap OneWordPerCountry()
    {
        var builder = new StemmerOverrideFilter.Builder(ignoreCase: true);
        foreach (var (word, country) in MarketNames.SingleWords)
        {
            builder.Add(word, country);
        }

        return builder.Build();
    }
}
