using CroissanceConnectee.Search.Text;

namespace CroissanceConnectee.Knowledge.Asking;

// A sentence with the stems that it is found by.
internal sealed record EntrySentence(string Text, IReadOnlySet<string> Stems);

// What can be found and quoted: a passage, or the English summary of an article.
internal sealed class Entry
{
    public const string SummaryAnchor = "summary";
    private HashSet<string>? names;

    public required int Number { get; init; }
    public required Article Article { get; init; }
    public required Passage Passage { get; init; }
    public required string Language { get; init; }
    public required string Heading { get; init; }
    public required IReadOnlyList<EntrySentence> Sentences { get; init; }

    // Stems of the sentences and of the headings above them.
    public required IReadOnlySet<string> TextStems { get; init; }
    public required IReadOnlySet<string> HeadingStems { get; init; }
    public required IReadOnlySet<string> KeywordStems { get; init; }

    // What the article is called in short: "assurance-prospection", "tva-oss".
    public IReadOnlySet<string> NameStems => names ??= Stems(Article.Id.Replace('-', ' '));

    // Markets that the text itself names.
    public IReadOnlyList<string> Named => MarketNames.In($"{Passage.Text} {Heading} {Article.Title.Fr}");

    public Subject Subject => new(Article.Id, Article.Title, Passage.Section == SummaryAnchor ? null : Passage.Section);

    public static IReadOnlyList<Entry> Of(IReadOnlyList<Article> articles, Vocabulary vocabulary)
    {
        var entries = new List<Entry>();
        foreach (var article in articles)
        {
            var keywords = Stems(string.Join(". ", [.. article.Keywords, article.Title.En]));
            foreach (var section in article.Sections)
            {
                // A heading is also found by the usual words for what its anchor stands for.
                var heading = Stems($"{section.Title}. {article.Title.Fr}");
                heading.UnionWith(vocabulary.StemsOfSection(section.Anchor));
                foreach (var passage in section.Passages)
                {
                    entries.Add(Of(article, passage, section.Title, "fr", heading, keywords, entries.Count));
                }
            }

            entries.Add(OfSummary(article, "en", entries.Count, keywords));
        }

        return entries;
    }

    // A summary is quoted like a passage. It carries no source mark: it rests on the sources of the facts that it names.
    public static Entry OfSummary(Article article, string language, int number = 0, IReadOnlySet<string>? keywords = null)
    {
        var text = article.Summary.In(language);
        var title = article.Title.In(language);
        var named = article.Facts.Where(fact => fact.IsNamedIn(text)).Select(fact => fact.Source).Distinct().ToList();
        var passage = new Passage(
            $"{article.Id}#{SummaryAnchor}-1", SummaryAnchor, PassageForm.Paragraph, text, named.Count > 0 ? named : article.Sources);
        return Of(article, passage, title, language, Stems(title), keywords ?? Stems(title), number);
    }

    private static Entry Of(
        Article article, Passage passage, string heading, string language, IReadOnlySet<string> headingStems, IReadOnlySet<string> keywords, int number)
    {
        var sentences = Asking.Sentences.Split(passage.Text).Select(sentence => new EntrySentence(sentence, Stems(sentence))).ToList();
        return new Entry
        {
            Number = number,
            Article = article,
            Passage = passage,
            Language = language,
            Heading = heading,
            Sentences = sentences,
            TextStems = sentences.SelectMany(sentence => sentence.Stems).ToHashSet(),
            HeadingStems = headingStems,
            KeywordStems = keywords,
        };
    }

    private static HashSet<string> Stems(string text) => [.. FrenchAnalysis.Words(text).Select(word => word.Stem)];
}
