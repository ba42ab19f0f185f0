using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace CroissanceConnectee.Knowledge.Tests.Judged;

// The articles that ship, asked as owners ask. The knowledge base may be tuned on questions.yml; held-out.yml only says whether that
// was learning or learning by heart, so its questions are never shown. The aim for both: 90 % right, 3 % wrong, 90 % refused.
public sealed class JudgedQuestionTests(ITestOutputHelper output)
{
    // What holds so far, below the aim, and not to be lost again. Raise them with every gain. The writers of the held-out questions saw
    // neither wordings nor other questions, and kept away from the words of the articles: it is the harder half.
    private static readonly Bar Tuned = new(0.78, 0.10, 0.94);
    private static readonly Bar HeldOut = new(0.59, 0.12, 0.93);

    [Fact]
    public async Task QuestionsThatWeTuneOnAreAnsweredWell()
    {
        var score = await AskAsync("questions.yml");

        foreach (var failure in score.Failures)
        {
            output.WriteLine(failure.ToString());
        }

        AssertReaches(Tuned, score);
    }

    [Fact]
    public async Task QuestionsThatNobodyTunedOnAreAnsweredWell()
    {
        var score = await AskAsync("held-out.yml");

        AssertReaches(HeldOut, score);
    }

    private static void AssertReaches(Bar bar, Score score)
    {
        Assert.Equal(1, score.Cited);
        Assert.InRange(score.Right, bar.Right, 1);
        Assert.InRange(score.Wrong, 0, bar.Wrong);
        Assert.InRange(score.Refused, bar.Refused, 1);
    }

    private async Task<Score> AskAsync(string file)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.Zero));
        var knowledge = new KnowledgeBase(Options.Create(new KnowledgeOptions()), time, NullLogger<KnowledgeBase>.Instance);
        var judgements = new List<Judgement>();
        foreach (var question in JudgedQuestion.Read(file))
        {
            var result = await knowledge.AskAsync(question.AsQuestion(), TestContext.Current.CancellationToken);
            judgements.Add(new Judgement(question, result, Judge.Of(question, result)));
        }

        var score = new Score(judgements, knowledge);
        output.WriteLine(score.ToString());
        return score;
    }

    private sealed record Bar(double Right, double Wrong, double Refused);

    private sealed class Score(List<Judgement> judgements, KnowledgeBase knowledge)
    {
        private readonly List<Judgement> answerable = judgements.FindAll(judgement => !judgement.Question.Refuse);
        private readonly List<Judgement> unanswerable = judgements.FindAll(judgement => judgement.Question.Refuse);
        private readonly List<Answer> answers = [.. judgements.Select(judgement => judgement.Result).OfType<Answer>()];

        public double Right => Share(answerable, judgement => judgement.Verdict == Verdict.Right);

        // Of everything that was asked, what must be refused included: how often a person is misled.
        public double Wrong => Share(judgements, judgement => judgement.Verdict == Verdict.Wrong);

        public double Refused => Share(unanswerable, judgement => judgement.Verdict == Verdict.Right);

        public double Cited => Share(answers, answer => Judge.IsCited(answer, knowledge));

        public IEnumerable<Judgement> Failures => judgements.Where(judgement => judgement.Verdict != Verdict.Right).OrderBy(judgement => judgement.Verdict);

        public override string ToString() => string.Create(CultureInfo.InvariantCulture,
            $"""
            {judgements.Count} questions: right {Right:P1} of {answerable.Count} answerable, wrong {Wrong:P1}, refused {Refused:P1} of {unanswerable.Count}, cited {Cited:P1}
            {Lines(judgement => judgement.Question.Style)}
            {Lines(judgement => judgement.Question.Group)}
            """);

        private string Lines(Func<Judgement, string> key) => string.Join('\n', judgements.GroupBy(key)
            .Select(group => $"  {group.Key}: {group.Count()}, right {group.Count(one => one.Verdict == Verdict.Right)}, wrong {group.Count(one => one.Verdict == Verdict.Wrong)}"));

        private static double Share<T>(List<T> all, Func<T, bool> isSo) => all.Count == 0 ? 1 : (double)all.Count(isSo) / all.Count;
    }
}
