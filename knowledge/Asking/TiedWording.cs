using CroissanceConnectee.Search.Text;

namespace CroissanceConnectee.Knowledge.Asking;

// A question that a writer tied to a section of an article, cut into words once for all who compare with it: there are thousands. The words
// are those without the names of markets, by which every section of an article about one would be found.
internal sealed record TiedWording(Article Article, string Section, string Ask, IReadOnlyList<string> Markets, AnalysedText Words)
{
    public static IReadOnlyList<TiedWording> Of(IEnumerable<Article> articles) => [.. articles.AsParallel().AsOrdered().SelectMany(Of)];

    private static IEnumerable<TiedWording> Of(Article article) =>
        from question in article.Questions
        from ask in question.Ask
        let mentions = MarketNames.Find(ask)
        select new TiedWording(article, question.Section, ask,
            [.. mentions.Select(mention => mention.Code).Distinct()], new AnalysedText(MarketNames.Without(ask, mentions)));
}
