using System.Globalization;
using CroissanceConnectee.Knowledge;
using CroissanceConnectee.Knowledge.Asking;
using CroissanceConnectee.Knowledge.Tests.Judged;

namespace CroissanceConnectee.Benchmarks.Knowledge;

/// Fits the weights that RankingModel holds, and prints them. It learns from the judged questions that may be tuned on, and from a
/// sample of the wordings, each asked as if it had not been written. Never from the held-out questions.
internal static class RankingFit
{
    private const int SampledWordings = 1_500;
    private const double WordingCounts = 0.3;
    private const int Folds = 5;

    public static void Run()
    {
        var snapshot = new Snapshot(Corpus.Real(), Vocabulary.Instance);
        var judged = JudgedQuestion.Read("questions.yml").Select(question => Example.Of(snapshot, question)).ToList();
        var wordings = Sampled(snapshot).Select(wording => Example.Of(snapshot, wording)).ToList();

        var (right, answerable) = (0, judged.Sum(example => example.Lists.Count(list => list.HasRight)));
        var unseen = new List<(Example Example, double[] Signs, bool IsRight)>();
        for (var fold = 0; fold < Folds; fold++)
        {
            var weights = LinearFit.Ranking([.. Lists(judged.Where((_, at) => at % Folds != fold), 1), .. Lists(wordings, WordingCounts)], RankingModel.Traits.Count);
            var held = judged.Where((_, at) => at % Folds == fold).ToList();
            right += held.Sum(example => example.Lists.Count(list => list.HasRight && list.Best(weights).Right));
            unseen.AddRange(held.SelectMany(example => Signs(example, weights)));
        }

        Console.WriteLine(Invariant($"Judged questions, each left out in turn: the right section comes first for {right} of {answerable}"));
        var traits = LinearFit.Ranking([.. Lists(judged, 1), .. Lists(wordings, WordingCounts)], RankingModel.Traits.Count);
        Print(RankingModel.Traits.Select(trait => trait.Name), traits);

        var others = wordings.SelectMany(example => Signs(example, traits)).ToList();
        var signs = LinearFit.Confidence([.. unseen.Select(one => (one.Signs, one.IsRight, 1.0)), .. others.Select(one => (one.Signs, one.IsRight, WordingCounts))]);
        Print(RankingModel.Signs.Select(sign => sign.Name), signs);
        foreach (var threshold in new[] { 0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8 })
        {
            var answered = unseen.Where(one => LinearFit.Chance(signs, one.Signs) >= threshold).ToList();
            Console.WriteLine(Invariant($"from {threshold}: right section {(double)answered.Count(one => one.IsRight) / judged.Count(example => !example.Refuse):P1}, wrong {(double)answered.Count(one => !one.IsRight) / judged.Count:P1}, refused {1 - ((double)answered.Count(one => one.Example.Refuse) / judged.Count(example => example.Refuse)):P1}"));
        }
    }

    private static IEnumerable<WeightedList> Lists(IEnumerable<Example> examples, double weight) =>
        examples.Where(example => !example.Refuse).SelectMany(example => example.Lists).Where(list => list.HasRight)
            .Select(list => new WeightedList([.. list.Sections.Select(section => ((IReadOnlyList<double>)section.Section.Traits, section.Right))], weight));

    // What the best section says of itself, where there is one.
    private static IEnumerable<(Example Example, double[] Signs, bool IsRight)> Signs(Example example, double[] weights)
    {
        if (example.Lists.Where(list => list.Sections.Count > 0).Select(list => list.Best(weights)).ToList() is not { Count: > 0 } best || example.IsElsewhere)
        {
            yield break;
        }

        var first = best.MaxBy(one => one.Sections[0].Score);
        yield return (example, RankingModel.SignsOf(first.Sections, example.Question, example.LikeElsewhere), first.Right);
    }

    private static IEnumerable<(JudgedQuestion Question, Wording? Except)> Sampled(Snapshot snapshot)
    {
        var random = new Random(1);
        var known = snapshot.Wordings.All.Where(wording => wording.Target != WordingTarget.Elsewhere).OrderBy(_ => random.Next()).Take(SampledWordings);
        return known.Concat(snapshot.Wordings.All.Where(wording => wording.Target == WordingTarget.Elsewhere)).Select(wording => (new JudgedQuestion
        {
            Ask = wording.Ask,
            Style = "plain",
            Refuse = wording.Target == WordingTarget.Elsewhere,
            Right = [.. snapshot.Articles.Where(article => wording.Target.Article is null ? article.Kind == wording.Target.Kind : article == wording.Target.Article).Select(article => $"{article.Id}#{wording.Target.Section}")],
        }, (Wording?)wording));
    }

    private static void Print(IEnumerable<string> names, double[] weights)
    {
        foreach (var (name, weight) in names.Zip(weights))
        {
            Console.WriteLine(Invariant($"        (\"{name}\", {weight:F2}),"));
        }
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// A question with its candidates: one list for each market that it names.
    private sealed record Example(UnderstoodQuestion Question, bool Refuse, double LikeElsewhere, IReadOnlyList<CandidateList> Lists)
    {
        public bool IsElsewhere => Question.Elsewhere.Count > 0 && Question.Markets.Count == 0;

        public static Example Of(Snapshot snapshot, JudgedQuestion judged) => Of(snapshot, (judged, null));

        public static Example Of(Snapshot snapshot, (JudgedQuestion Judged, Wording? Except) asked)
        {
            var question = snapshot.Reader.Read(asked.Judged.AsQuestion());
            var coverage = new Coverage(question, snapshot.Postings, snapshot.Vocabulary, snapshot.Wordings.For(question, asked.Except));
            var ranking = new SectionRanking(snapshot, question, coverage);
            var called = Subjects.Of(question);
            var right = asked.Judged.Right.Concat(asked.Judged.All).ToHashSet();
            var lists = question.Markets.Select(market => (string?)market).DefaultIfEmpty(null).Select(market => called.Count > 0
                ? called.SelectMany(article => ranking.Within(article, market))
                : ranking.Of(market, article => article.Kind != ArticleKind.Marketplace && (market is not null || article.Kind != ArticleKind.Market)));
            return new Example(question, asked.Judged.Refuse, coverage.Votes.Elsewhere,
                [.. lists.Select(list => new CandidateList([.. list.Select(section => (section, right.Contains($"{section.Article.Id}#{section.Anchor}")))]))]);
        }
    }

    private sealed record CandidateList(IReadOnlyList<(RankedSection Section, bool Right)> Sections)
    {
        public bool HasRight => Sections.Any(section => section.Right);

        public (IReadOnlyList<RankedSection> Sections, bool Right) Best(double[] weights)
        {
            var right = Sections.Where(one => one.Right).Select(one => (one.Section.Article, one.Section.Anchor)).ToHashSet();
            var scored = SectionRanking.WithShares([.. Sections.Select(one => one.Section with { Score = LinearFit.Dot(weights, one.Section.Traits) }).OrderByDescending(section => section.Score)]);

            // A second section of the article is shown beside the first, and another article that may be meant as well.
            return (scored, scored.Take(2).Where(section => section.Article == scored[0].Article).Append(SectionRanking.Rival(scored))
                .Any(section => section is not null && right.Contains((section.Article, section.Anchor))));
        }
    }
}
