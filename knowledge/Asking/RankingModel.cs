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
        ("likeWordings", 3.76),
        ("likeOneWording", 3.04),
        ("likeWordingsOfArticle", 2.49),
        ("coveredWords", 2.88),
        ("found", 4.25),
        ("theme", 0.69),
        ("aspect", 1.92),
        ("inheritedTheme", 3.33),
        ("onlyThisMarket", 1.14),
        ("thisMarket", 2.60),
        ("onlyInheritedMarket", 0.98),
        ("story", 0.31),
        ("scheme", -0.14),
        ("market", 1.70),
        ("called", 0.83),
        ("likeWordingsSquared", 1.35),
        ("likeWordingsOnlyThisMarket", 2.71),
        ("coveredWordsSquared", 3.07),
    ];

    public static IReadOnlyList<(string Name, double Weight)> Signs { get; } =
    [
        ("always", -2.06),
        ("score", 0.36),
        ("scoreUpToTen", -0.34),
        ("share", 1.29),
        ("shareOfArticle", 0.71),
        ("shareOfRival", -0.19),
        ("likeWordings", -0.08),
        ("likeElsewhere", -3.06),
        ("likeElsewhereMore", -2.32),
        ("called", 0.69),
        ("coveredWords", 1.11),
        ("found", -0.97),
        ("concepts", 0.38),
        ("elsewhereAndUncovered", -3.17),
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
