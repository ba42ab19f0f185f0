using CroissanceConnectee.Bot.Articles;
using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Conversations.Understanding;
using CroissanceConnectee.Bot.Diagnoses;
using CroissanceConnectee.Bot.Texts;
using CroissanceConnectee.Knowledge;

namespace CroissanceConnectee.Bot.Answers;

/// "Où vendre du vin en ligne ?" asks about every market at once: no passage of one of them answers it. What does is where firms
/// of the same trade sell already, and which marketplaces take such goods.
public sealed class WhereToSell(KnowledgeBase knowledge, DiagnosisLibrary diagnosis)
{
    private const int MostStories = 3;
    private const int MostMarkets = 5;
    private const int MostMarketplaces = 5;

    /// Below this the trade is a guess.
    private const double SaidInFull = 0.9;

    private static readonly HashSet<string> Where = ["ou", "where"];
    private static readonly HashSet<string> Countries = ["pays", "marches", "countries", "country", "markets"];
    private static readonly HashSet<string> Which = ["quel", "quels", "quelle", "quelles", "which", "what"];
    private static readonly HashSet<string> Selling = ["vendre", "vends", "vend", "vendez", "exporter", "sell", "selling", "export"];

    private static readonly Dictionary<string, string> CategoryOfSector = new()
    {
        ["vin"] = "alimentation",
        ["alimentation"] = "alimentation",
        ["mode"] = "mode",
        ["bijoux"] = "mode",
        ["cosmetique"] = "beaute",
        ["maison"] = "maison",
        ["sport"] = "sport",
        ["jouets"] = "enfants",
        ["industrie"] = "pro",
    };

    /// The sectors that the question is about; empty when it is another question.
    public IReadOnlyList<string> SectorsAskedAbout(Message message)
    {
        var asksWhere = message.Words.Any(Where.Contains) || (message.Words.Any(Which.Contains) && message.Words.Any(Countries.Contains));
        if (!message.IsQuestion || message.Markets.Count > 0 || !asksWhere || !message.Words.Any(Selling.Contains))
        {
            return [];
        }

        // The trades and their words are those of the diagnosis.
        var trades = diagnosis.Newest.Questionnaire.Questions.FirstOrDefault(question => question.Register == RegisterField.Activity);
        return trades is not null && ChoiceMatcher.Match(message, trades.Candidates, allowOrdinals: false) is [{ Score: >= SaidInFull } trade, ..]
            ? trades.Choice(trade.Id)?.Sectors ?? []
            : [];
    }

    /// The markets to go on with, the most frequent first; null when the articles know of nobody in these sectors.
    public IReadOnlyList<Subject>? Write(TurnContext turn, IReadOnlyList<string> sectors)
    {
        var stories = knowledge.Articles.Where(article => article.Story is { } story && sectors.Contains(story.Sector))
            .OrderByDescending(article => article.Story!.Markets.Count).ToList();
        if (stories.Count == 0)
        {
            return null;
        }

        var words = new ArticleWords(turn.State.Language);
        var covered = knowledge.Articles.Where(article => article.Kind == ArticleKind.Market).SelectMany(article => article.Markets).ToHashSet();
        var markets = stories.SelectMany(story => story.Story!.Markets).CountBy(market => market)
            .OrderByDescending(count => count.Value).ThenByDescending(count => covered.Contains(count.Key))
            .Select(count => count.Key).Take(MostMarkets).ToList();
        turn.Say(markets.Count > 0 ? AnswersTexts.WhereOthersSell : AnswersTexts.WhoElseSells, string.Join(", ", markets.Select(words.Country)));
        foreach (var story in stories.Take(MostStories))
        {
            AnswerParts.WriteSummary(turn, story);
        }

        WriteMarketplaces(turn, sectors, words);
        return [.. knowledge.Articles.Where(article => article is { Kind: ArticleKind.Market, Markets: [var code] } && markets.Contains(code))
            .OrderBy(article => markets.IndexOf(article.Markets[0]))
            .Select(article => new Subject(article.Id, article.Title, Themes.Marketplaces))];
    }

    private void WriteMarketplaces(TurnContext turn, IReadOnlyList<string> sectors, ArticleWords words)
    {
        if (sectors.Select(CategoryOfSector.GetValueOrDefault).FirstOrDefault() is not { } category)
        {
            return;
        }

        // Those that chose this trade come before those that take everything.
        var names = knowledge.Articles.Where(article => article.Marketplace is { } place && Categories.Of(place).Contains(category))
            .OrderByDescending(article => article.Marketplace!.Categories.Any(sectors.Contains) || article.Marketplace.Categories.Any(word => sectors.Any(sector => word == sector + "s")))
            .Take(MostMarketplaces).Select(Articles.Costs.FeeWords.NameOf).ToList();
        if (names.Count > 0)
        {
            turn.Say(AnswersTexts.MarketplacesForThis, words.Category(category), string.Join(", ", names));
            turn.Add(new Offer(AnswersTexts.SeeMarketplaces, $"{ArticleAddress.Marketplaces}?categorie={category}"));
        }
    }
}
