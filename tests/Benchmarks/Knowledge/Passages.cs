using CroissanceConnectee.Knowledge;
using CroissanceConnectee.Knowledge.Asking;
using CroissanceConnectee.Knowledge.Reading;

namespace CroissanceConnectee.Benchmarks.Knowledge;

/// What every contestant indexes: the same passages under the same headings, keywords and wordings.
internal sealed record IndexedPassage(string Id, string Heading, string Keywords, string Text)
{
    public static IEnumerable<IndexedPassage> Of(IEnumerable<Article> articles) =>
        from article in articles
        from section in article.Sections
        let asked = article.Questions.Where(question => question.Section == section.Anchor).SelectMany(question => question.Ask)
        from passage in section.Passages
        select new IndexedPassage(
            passage.Id,
            $"{section.Title}. {article.Title.Fr}",
            string.Join(". ", [.. article.Keywords, article.Title.En, .. article.Markets, .. asked]),
            passage.Text);
}

internal static class Corpus
{
    private const int PassagesOfASyntheticArticle = 12;

    public static ArticleFolder Real() => ArticleFolder.Read(new KnowledgeOptions().FullDirectory);

    /// The articles again under other ids, until there are that many passages.
    public static ArticleFolder Replicated(ArticleFolder folder, int passages)
    {
        var articles = folder.Articles.ToList();
        var count = Count(articles);
        for (var copy = 1; count < passages; copy++)
        {
            foreach (var article in folder.Articles.TakeWhile(_ => count < passages))
            {
                articles.Add(Renamed(article, $"{article.Id}-{copy}"));
                count += article.Sections.Sum(section => section.Passages.Count);
            }
        }

        return folder with { Articles = articles };
    }

    /// Passages of words drawn from the real ones, as often as they are used there: the seed makes every run the same.
    public static ArticleFolder Synthetic(ArticleFolder folder, int passages)
    {
        var random = new Random(20261122);
        var texts = IndexedPassage.Of(folder.Articles).Select(passage => passage.Text).ToList();
        var words = texts.SelectMany(text => text.Split(' ')).ToArray();
        var model = folder.Articles[0];
        return folder with
        {
            Articles =
            [
                .. Enumerable.Range(0, passages / PassagesOfASyntheticArticle).Select(number => Renamed(
                    model with
                    {
                        Facts = [],
                        Questions = [],
                        Sections = [model.Sections[0] with { Passages = [.. Enumerable.Range(0, PassagesOfASyntheticArticle).Select(_ => Passage(model, Text()))] }],
                    },
                    $"synthetic-{number}")),
            ],
        };

        string Text() => string.Join(' ', Enumerable.Range(0, texts[random.Next(texts.Count)].Count(letter => letter == ' ') + 1).Select(_ => words[random.Next(words.Length)]));
    }

    public static int Count(IEnumerable<Article> articles) => articles.Sum(article => article.Sections.Sum(section => section.Passages.Count));

    private static Passage Passage(Article model, string text) =>
        model.Sections[0].Passages[0] with { Text = text };

    private static Article Renamed(Article article, string id) => article with
    {
        Id = id,
        Sections =
        [
            .. article.Sections.Select(section => section with
            {
                Passages = [.. section.Passages.Select((passage, at) => passage with { Id = $"{id}#{section.Anchor}-{at + 1}" })],
            }),
        ],
    };
}
