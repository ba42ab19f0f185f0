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
        ("likeWordings", 3.49),
        ("likeOneWording", 3.47),
        ("likeWordingsOfArticle", 2.04),
        ("coveredWords", 2.67),
        ("found", 4.64),
        ("theme", 0.59),
        ("aspect", 2.00),
        ("inheritedTheme", 3.28),
        ("onlyThisMarket", 0.67),
        ("thisMarket", 2.97),
        ("onlyInheritedMarket", 0.90),
        ("story", 0.14),
        ("scheme", -0.35),
        ("market", 2.32),
        ("called", 0.42),
        ("likeWordingsSquared", 0.93),
        ("likeWordingsOnlyThisMarket", 1.98),
        ("coveredWordsSquared", 3.25),
    ];

    public static IReadOnlyList<(string Name, double Weight)> Signs { get; } =
    [
        ("always", -1.89),
        ("score", 0.32),
        ("scoreUpToTen", -0.25),
        ("share", 1.28),
        ("shareOfArticle", 0.82),
        ("shareOfRival", -0.21),
        ("likeWordings", -0.05),
        ("likeElsewhere", -3.36),
        ("likeElsewhereMore", -2.88),
        ("called", 0.61),
        ("coveredWords", 1.03),
        ("found", -0.95),
        ("concepts", 0.22),
        ("elsewhereAndUncovered", -3.06),
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
