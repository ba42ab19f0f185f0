namespace CroissanceConnectee.Knowledge.Asking;

// Of the articles that a question calls by name, those that it is about.
internal static class Subjects
{
    private const int Most = 3;

    // "Rakuten" is two marketplaces: the market named says which. A practice is called by a word of its subject; it goes the usual way.
    public static IReadOnlyList<Article> Of(UnderstoodQuestion question)
    {
        var called = question.Called.Where(article => article.Kind != ArticleKind.Practice).OrderBy(article => article.Id.Length).ToList();
        var there = called.FindAll(article => article.Markets.Any(question.Markets.Contains));
        return question.MarketIsNamed && there.Count > 0 && there.Count < called.Count && called.DistinctBy(FirstWord).Count() == 1 ? there[..1]
            : called.DistinctBy(FirstWord).Count() == 1 ? called.Take(1).ToList()
            : called.Count <= Most ? called : [];
    }

    private static string FirstWord(Article article) => article.Id.Split('-')[0];
}
