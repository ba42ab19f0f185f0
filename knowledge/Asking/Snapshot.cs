using CroissanceConnectee.Knowledge.Reading;

namespace CroissanceConnectee.Knowledge.Asking;

// Everything that was made of the articles at one moment. It never changes; an edited article makes a new one.
internal sealed class Snapshot
{
    private readonly Lazy<Wordings> wordings;

    public Snapshot(ArticleFolder folder, Vocabulary vocabulary)
    {
        Vocabulary = vocabulary;
        Articles = folder.Articles;
        Problems = folder.Problems;
        ById = Articles.ToDictionary(article => article.Id);
        var tied = TiedWording.Of(Articles);
        Entries = Entry.Of(Articles, tied, vocabulary);
        SectionOf = Entries.ToLookup(entry => (entry.Article, entry.Passage.Section));
        Postings = new Postings(Entries);
        var passages = Task.Run(() => new PassageIndex(Entries));
        Facts = new FactIndex(Articles, vocabulary);
        Curated = new CuratedQuestions(tied);
        var lexicon = new Lexicon(Entries.SelectMany(Texts).Distinct().Concat(Facts.Labels), vocabulary, word => passages.Result.NearestWord(word));
        Reader = new QuestionReader(vocabulary, new ArticleNames(Articles), lexicon.KnownWord);
        wordings = new(() => new Wordings(tied, Reader));
        Passages = passages.Result;
        MarketArticles = Articles.Where(article => article.Kind == ArticleKind.Market)
            .SelectMany(article => article.Markets.Select(market => (market, article)))
            .ToLookup(pair => pair.market, pair => pair.article);
    }

    public Vocabulary Vocabulary { get; }
    public IReadOnlyList<Article> Articles { get; }
    public IReadOnlyList<ArticleProblem> Problems { get; }
    public IReadOnlyDictionary<string, Article> ById { get; }
    public IReadOnlyList<Entry> Entries { get; }
    public ILookup<(Article Article, string Anchor), Entry> SectionOf { get; }
    public Postings Postings { get; }
    public PassageIndex Passages { get; }
    public FactIndex Facts { get; }
    public CuratedQuestions Curated { get; }
    public QuestionReader Reader { get; }

    // Read for the first question, or soon after the start: which must not wait for them.
    public Wordings Wordings => wordings.Value;

    public ILookup<string, Article> MarketArticles { get; }

    private static IEnumerable<AnalysedText> Texts(Entry entry) => [entry.Text, entry.Headings.Title, entry.Headings.Keywords, entry.Headings.Wordings];
}
