using CroissanceConnectee.Search.Text;

namespace CroissanceConnectee.Knowledge.Asking;

// A text cut into words once, for the index, the lexicon and the choice of sentences: analysis is most of the cost of loading.
internal sealed class AnalysedText(IReadOnlyList<AnalysedWord> words)
{
    public AnalysedText(string text) : this(FrenchAnalysis.Words(text))
    {
    }

    public IReadOnlyList<AnalysedWord> Words => words;

    public IReadOnlySet<string> Stems => field ??= words.Select(word => word.Stem).ToHashSet();

    // As fields of the index hold them, one blank between two.
    public string StemsInOrder => field ??= string.Join(' ', words.Select(word => word.Stem));

    public string PlainInOrder => field ??= string.Join(' ', words.Select(word => word.Plain));

    public string FourGrams => field ??= string.Join(' ', words.SelectMany(word => FrenchAnalysis.FourGramsOf(word.Plain)));
}
