namespace CroissanceConnectee.Knowledge.Asking;

// What each trait of a section counts, and what makes an answer sure. Fitted, not guessed: softmax over the sections that compete for a
// question, then logistic regression on whether the first is right, on the judged questions and on the wordings, each left out in turn:
// dotnet run -c Release --project tests/Benchmarks -- fit
internal static class RankingModel
{
    // Of the passages of one section, those that answer come first.
    public const double FoundInPassage = 0.8;
    public const double EchoedInPassage = 1.5;
    public const double NamesThePlace = 0.6;

    public static IReadOnlyList<(string Name, double Weight)> Traits { get; } =
    [
        ("likeWordings", 2.94),
        ("likeOneWording", 2.40),
        ("likeWordingsOfArticle", 1.89),
        ("coveredWords", 3.19),
        ("found", 4.35),
        ("theme", 0.49),
        ("aspect", 2.01),
        ("inheritedTheme", 3.51),
        ("onlyThisMarket", 1.12),
        ("thisMarket", 2.41),
        ("onlyInheritedMarket", 1.14),
        ("story", 0.57),
        ("scheme", 0.11),
        ("market", 1.69),
        ("called", 0.19),
        ("likeWordingsSquared", 0.77),
        ("likeWordingsOnlyThisMarket", 2.60),
        ("coveredWordsSquared", 3.23),
    ];

    public static IReadOnlyList<(string Name, double Weight)> Signs { get; } =
    [
        ("always", -2.55),
        ("score", 0.35),
        ("scoreUpToTen", -0.19),
        ("share", 0.94),
        ("shareOfArticle", 0.61),
        ("shareOfRival", -0.22),
        ("likeWordings", -0.30),
        ("likeElsewhere", -2.88),
        ("likeElsewhereMore", -2.43),
        ("called", 0.93),
        ("coveredWords", 0.96),
        ("found", -0.88),
        ("concepts", 0.23),
        ("elsewhereAndUncovered", -3.15),
    ];

    public static double Covered(IReadOnlyList<double> traits) => traits[3];

    public static double Score(IReadOnlyList<double> traits) => Sum(Traits, traits);

    // How sure it is that the section answers the question, from 0 to 1.
    public static double Confidence(IReadOnlyList<RankedSection> sections, UnderstoodQuestion question, double elsewhere) =>
        1 / (1 + Math.Exp(-Sum(Signs, SignsOf(sections, question, elsewhere))));

    public static double[] SignsOf(IReadOnlyList<RankedSection> sections, UnderstoodQuestion question, double elsewhere)
    {
        var section = sections[0];
        var (own, covered, found) = (section.Traits[0], Covered(section.Traits), section.Traits[4]);
        return
        [
            1,
            section.Score,
            Math.Min(section.Score, 10),
            section.Share,
            section.ShareOfArticle,
            SectionRanking.Rival(sections)?.Share ?? 0,
            own,
            elsewhere,
            Math.Max(0, elsewhere - own),
            question.Called.Any(article => article.Kind != ArticleKind.Practice) ? 1 : 0,
            covered,
            found,
            Math.Min(question.Concepts.Count, 5),
            elsewhere * (1 - covered),
        ];
    }

    private static double Sum(IReadOnlyList<(string Name, double Weight)> model, IReadOnlyList<double> values)
    {
        var sum = 0.0;
        for (var at = 0; at < values.Count; at++)
        {
            sum += model[at].Weight * values[at];
        }

        return sum;
    }
}
