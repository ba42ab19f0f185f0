namespace CroissanceConnectee.Knowledge.Asking;

// What stands above a passage: the headings of its section and article, and the words by which its article is called.
internal sealed class EntryHeadings(string written, IReadOnlySet<string> usualStems, AnalysedText keywords, IReadOnlySet<string> nameStems)
{
    public string Written => written;

    public AnalysedText Title { get; } = new(written);

    // A heading is also found by the usual words for what its anchor stands for.
    public IReadOnlySet<string> Stems => field ??= Title.Stems.Concat(usualStems).ToHashSet();

    public AnalysedText Keywords => keywords;

    // The words of the article's id that no other article has in its own: "oss" and "prospection" call an article, "tva" does not.
    public IReadOnlySet<string> NameStems => nameStems;
}
