using CroissanceConnectee.Search.Text;

namespace CroissanceConnectee.Knowledge.Asking;

// A sentence with the stems that it is found by.
internal sealed record EntrySentence(string Text, AnalysedText Words);

// What can be found and quoted: a passage, or the English summary of an article.
internal sealed class Entry
{
    public const string SummaryAnchor = "summary";

    // Its place among all.
    public int Number { get; private set; }

    public required Article Article { get; init; }
    public required Passage Passage { get; init; }
    public required string Language { get; init; }
    public required EntryHeadings Headings { get; init; }
    public required IReadOnlyList<EntrySentence> Sentences { get; init; }

    // All sentences together.
    public required AnalysedText Text { get; init; }

    // Markets that the text itself names.
    public IReadOnlyList<string> Named => field ??= MarketNames.In($"{Passage.Text} {Headings.Written}");

    public bool HasFigures => Passage.Text.Any(char.IsDigit);

    public static IReadOnlyList<Entry> Of(IEnumerable<Article> articles, IEnumerable<TiedWording> wordings, Vocabulary vocabulary)
    {
        var asked = wordings.ToLookup(wording => (wording.Article, wording.Section), wording => wording.Words.Words);
        var entries = articles.AsParallel().AsOrdered().SelectMany(article => Of(article, section => new AnalysedText([.. asked[(article, section)].SelectMany(words => words)]), vocabulary)).ToList();
        for (var number = 0; number < entries.Count; number++)
        {
            entries[number].Number = number;
        }

        return entries;
    }

    private static IEnumerable<Entry> Of(Article article, Func<string, AnalysedText> wordingsOf, Vocabulary vocabulary)
    {
        var keywords = new AnalysedText(string.Join(". ", [.. article.Keywords, article.Title.En]));
        foreach (var section in article.Sections)
        {
            var headings = new EntryHeadings($"{section.Title}. {article.Title.Fr}", vocabulary.StemsOfSection(section.Anchor), keywords, wordingsOf(section.Anchor));
            foreach (var passage in section.Passages)
            {
                yield return Of(article, passage, "fr", headings);
            }
        }

        var title = new EntryHeadings(article.Title.En, new HashSet<string>(), keywords, new AnalysedText(""));
        yield return Of(article, Summary(article, "en"), "en", title);
    }

    public static Entry OfSummary(Article article, string language) => Of(
        article, Summary(article, language), language, new EntryHeadings("", new HashSet<string>(), new AnalysedText(""), new AnalysedText("")));

    // A summary is quoted like a passage. It carries no source mark: it rests on the sources of the facts that it names.
    private static Passage Summary(Article article, string language)
    {
        var text = article.Summary.In(language);
        var named = article.Facts.Where(fact => fact.IsNamedIn(text)).Select(fact => fact.Source).Distinct().ToList();
        return new Passage($"{article.Id}#{SummaryAnchor}-1", SummaryAnchor, PassageForm.Paragraph, text, named.Count > 0 ? named : article.Sources);
    }

    private static Entry Of(Article article, Passage passage, string language, EntryHeadings headings)
    {
        var sentences = Asking.Sentences.Split(passage.Text).Select(sentence => new EntrySentence(sentence, new AnalysedText(sentence))).ToList();
        return new Entry
        {
            Article = article,
            Passage = passage,
            Language = language,
            Headings = headings,
            Sentences = sentences,
            Text = new AnalysedText([.. sentences.SelectMany(sentence => sentence.Words.Words)]),
        };
    }
}
