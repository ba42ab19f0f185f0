namespace CroissanceConnectee.Knowledge.Asking;

// What stands above a passage: the headings of its section and article, and the words by which its article is called.
internal sealed class EntryHeadings(string written, IReadOnlySet<string> usualStems, AnalysedText keywords, AnalysedText wordings)
{
    public string Written => written;

    public AnalysedText Title { get; } = new(written);

    // A heading is also found by the usual words for what its anchor stands for.
    public IReadOnlySet<string> Stems => field ??= Title.Stems.Concat(usualStems).ToHashSet();

    public AnalysedText Keywords => keywords;

    // How owners ask for the section: a passage is also found by the words of the questions that it answers.
    public AnalysedText Wordings => wordings;
}
