using System.Globalization;
using System.Text;
using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Texts;
using CroissanceConnectee.Knowledge;

namespace CroissanceConnectee.Bot.Diagnoses.Report;

/// How dates, amounts and verdicts are said in one language. The resources are asked by language rather than by the current
/// culture: the expert's brief is French whatever the firm speaks.
public readonly record struct ReportWords(Language Language)
{
    // The most recent ones are enough to check what is said.
    public const int SourcesShown = 2;

    public const int Levels = 4;

    public static readonly IReadOnlyList<(string Heading, ReasonEffect Effect)> ReasonHeadings =
    [
        (nameof(ReportTexts.ReasonsFor), ReasonEffect.For),
        (nameof(ReportTexts.ReasonsAgainst), ReasonEffect.Against),
        (nameof(ReportTexts.ReasonsNotCounted), ReasonEffect.NotCounted),
    ];

    /// The language of the page being rendered, or of the turn being answered.
    public static ReportWords Current => new(Languages.FromTag(CultureInfo.CurrentUICulture.Name));

    /// BCP 47, as documents state their language.
    public string Tag => Culture.Name;

    private CultureInfo Culture => Language.Culture();

    /// A text of ReportTexts.
    public string Say(string key, params object?[] values)
    {
        var text = ReportTexts.ResourceManager.GetString(key, Culture) ?? throw new ArgumentOutOfRangeException(nameof(key), key, "Not a text of the report.");
        return Bound(values.Length == 0 ? text : string.Format(Culture, text, values));
    }

    /// On one line and without control characters, whatever a firm wrote into it.
    public string Say(Wording wording) => Bound(OnOneLine(wording.In(Language)));

    public string Say(LocalizedText text) => Bound(text.In(Language.Code()));

    /// A clause as a sentence of its own.
    public string Sentence(Wording clause)
    {
        var text = Say(clause);
        return text.Length == 0 ? text : char.ToUpper(text[0], Culture) + text[1..] + (text[^1] is '.' or '!' or '?' ? "" : ".");
    }

    public string Date(DateOnly date) => Language.Date(date);

    public string Kind(RecommendationKind kind) => Say(kind switch
    {
        RecommendationKind.Article => nameof(ReportTexts.KindArticle),
        RecommendationKind.Scheme => nameof(ReportTexts.KindScheme),
        RecommendationKind.Marketplace => nameof(ReportTexts.KindMarketplace),
        RecommendationKind.Training => nameof(ReportTexts.KindTraining),
        RecommendationKind.Story => nameof(ReportTexts.KindStory),
        _ => nameof(ReportTexts.KindContact),
    });

    public string Effect(Recommendation action) => Say(action.Effect switch
    {
        1 => nameof(ReportTexts.Effect1),
        2 => nameof(ReportTexts.Effect2),
        _ => nameof(ReportTexts.Effect3),
    });

    public string Effort(Recommendation action) => Say(action.Effort switch
    {
        1 => nameof(ReportTexts.Effort1),
        2 => nameof(ReportTexts.Effort2),
        _ => nameof(ReportTexts.Effort3),
    });

    public string Origin(AnsweredQuestion answer) => answer switch
    {
        { Origin: AnswerOrigin.Corrected } => Say(nameof(ReportTexts.OriginCorrected), OnOneLine(answer.By ?? "")),
        { Unknown: true } => Say(nameof(ReportTexts.ToBeSaid)),
        { Origin: AnswerOrigin.Said } => Say(nameof(ReportTexts.OriginSaid)),
        { Origin: AnswerOrigin.Deduced } => Say(nameof(ReportTexts.OriginDeduced)),
        _ => Say(nameof(ReportTexts.OriginLookedUp)),
    };

    public string Score(AxisScore axis) => axis.Known
        ? Say(nameof(ReportTexts.ScoreOf), Say(axis.Name), axis.Score)
        : Say(nameof(ReportTexts.ScoreNotKnown), Say(axis.Name));

    /// What an article says in short; null when the action that leads to it has just said the same.
    public string? Summary(Article article, Recommendation? action) =>
        action is not null && Say(action.Text) == Say(article.Summary) ? null : Say(article.Summary);

    /// Where to act, for the articles that have such a place.
    public (string Label, Uri Address)? Place(Article article) => article switch
    {
        { Scheme: { } scheme } => (Say(nameof(ReportTexts.ApplyAt)), scheme.Apply),
        { Marketplace: { } marketplace } => (Say(nameof(ReportTexts.VisitSite)), marketplace.Site),
        _ => null,
    };

    public string Source(Source source) => Say(nameof(ReportTexts.SourceOn), source.Name, Date(source.Date));

    private string Bound(string text) => Language.Bound(text);

    private static string OnOneLine(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            clean.Append(Rune.IsControl(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format ? " " : rune.ToString());
        }

        return string.Join(' ', clean.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
