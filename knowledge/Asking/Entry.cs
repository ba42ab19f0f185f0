using CroissanceConnectee.Search.Text;

namespace CroissanceConnectee.Knowledge.Asking;

// A sentence with the stems that it is found by.
internal sealed record EntrySentence(string Text, IReadOnlySet<string> Stems);

// What can be found and quoted: a passage, or the English summary of an article.
internal sealed class Entry
{
    public const string SummaryAnchor = "summary";

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

    // The words of the article's id that no other article has in its own: "oss" and "prospection" call an article, "tva" does not.
    public required IReadOnlySet<string> NameStems { get; init; }

    // Markets that the text itself names.
    public IReadOnlyList<string> Named => field ??= MarketNames.In($"{Passage.Text} {Heading} {Article.Title.Fr}");

    public Subject Subject => new(Article.Id, Article.Title, Passage.Section == SummaryAnchor ? null : Passage.Section);

    public static IReadOnlyList<Entry> Of(IReadOnlyList<Article> articles, Vocabulary vocabulary)
    {
        var entries = new List<Entry>();
        var names = articles.ToDictionary(article => article.Id, article => Stems(article.Id.Replace('-', ' ')));
        var uses = names.Values.SelectMany(stems => stems).CountBy(stem => stem).ToDictionary();
        foreach (var article in articles)
        {
            var name = names[article.Id].Where(stem => uses[stem] == 1).ToHashSet();
            var keywords = Stems(string.Join(". ", [.. article.Keywords, article.Title.En]));
            foreach (var section in article.Sections)
            {
                // A heading is also found by the usual words for what its anchor stands for.
                var heading = Stems($"{section.Title}. {article.Title.Fr}");
                heading.UnionWith(vocabulary.StemsOfSection(section.Anchor));
                foreach (var passage in section.Passages)
                {
                    entries.Add(Of(article, passage, section.Title, "fr", new ArticleStems(name, heading, keywords), entries.Count));
                }
            }

            entries.Add(OfSummary(article, "en", new ArticleStems(name, Stems(article.Title.En), keywords), entries.Count));
        }

        return entries;
    }

    // A summary is quoted like a passage. It carries no source mark: it rests on the sources of the facts that it names.
    public static Entry OfSummary(Article article, string language) => OfSummary(article, language, new ArticleStems([], [], []), 0);

    private static Entry OfSummary(Article article, string language, ArticleStems stems, int number)
    {
        var text = article.Summary.In(language);
        var named = article.Facts.Where(fact => fact.IsNamedIn(text)).Select(fact => fact.Source).Distinct().ToList();
        var passage = new Passage(
            $"{article.Id}#{SummaryAnchor}-1", SummaryAnchor, PassageForm.Paragraph, text, named.Count > 0 ? named : article.Sources);
        return Of(article, passage, article.Title.In(language), language, stems, number);
    }

    private static Entry Of(Article article, Passage passage, string heading, string language, ArticleStems stems, int number)
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
            HeadingStems = stems.Heading,
            KeywordStems = stems.Keywords,
            NameStems = stems.Name,
        };
    }

    private static HashSet<string> Stems(string text) => [.. FrenchAnalysis.Words(text).Select(word => word.Stem)];

    private sealed record ArticleStems(HashSet<string> Name, HashSet<string> Heading, HashSet<string> Keywords);
}
