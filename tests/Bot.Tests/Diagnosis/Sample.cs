using System.Globalization;
using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Conversations.Understanding;
using CroissanceConnectee.Bot.Diagnoses;
using CroissanceConnectee.Knowledge;
using CroissanceConnectee.Search.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Answer = CroissanceConnectee.Bot.Diagnoses.Answer;
using Question = CroissanceConnectee.Bot.Diagnoses.Question;

namespace CroissanceConnectee.Bot.Tests.Diagnoses;

/// The real questionnaire, recommendations and articles, and firms that answer it.
internal static class Sample
{
    private static readonly MessageReader Reader = new();

    public static DiagnosisLibrary Library { get; } = new(Options.Create(new DiagnosisOptions()));

    public static DiagnosisVersion Version => Library.Newest;

    public static Questionnaire Questionnaire => Version.Questionnaire;

    public static IReadOnlyDictionary<string, Article> Articles { get; } =
        new KnowledgeBase(Options.Create(new KnowledgeOptions()), TimeProvider.System, NullLogger<KnowledgeBase>.Instance)
            .Articles.ToDictionary(article => article.Id);

    public static Question Question(string id) => Questionnaire.Find(id)!;

    public static Message Say(string text) => Reader.Read(new Said(text), ConversationState.New);

    /// "headcount=12 site=shop target_markets=DE,BE budget=?": `?` is "je ne sais pas", a figure is a figure.
    public static DiagnosisProgress Progress(string answers) => DiagnosisProgress.Empty with
    {
        Answers = answers.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(answer => answer.Split('='))
            .ToDictionary(parts => parts[0], parts => Written(Question(parts[0]), parts[1])),
    };

    public static DiagnosisResult Result(string answers) => DiagnosisEngine.Evaluate(Version, Progress(answers), Articles);

    public static DiagnosisResult Result(DiagnosisProgress progress) => DiagnosisEngine.Evaluate(Version, progress, Articles);

    /// A firm that answers at random, to the end. Each seed is one firm.
    public static IEnumerable<DiagnosisProgress> Walk(int seed)
    {
        var random = new Random(seed);
        var progress = DiagnosisProgress.Empty;
        while (Interview.Next(Questionnaire, progress) is { } next)
        {
            progress = Interview.Ask(progress, next);
            yield return progress;
            progress = Interview.Record(Questionnaire, progress, next, AnyAnswer(next, random)).Progress;
        }

        yield return progress;
    }

    private static Answer AnyAnswer(Question question, Random random)
    {
        if (random.Next(8) == 0)
        {
            return Answer.NotKnown;
        }

        var choice = question.Choices[random.Next(question.Choices.Count)];
        if (question.IsFigure)
        {
            return FigureReader.OfBand(question, choice.Id);
        }

        if (question.Kind == QuestionKind.Markets && random.Next(2) == 0)
        {
            var country = MarketNames.Codes[random.Next(MarketNames.Codes.Count)];
            return Answer.Of(country == "FR" ? "PT" : country);
        }

        var more = question.Choices.Where(other => !other.Exclusive && random.Next(4) == 0).Select(other => other.Id);
        return question.TakesSeveral && !choice.Exclusive
            ? Answer.Of(more.Append(choice.Id).Distinct())
            : Answer.Of(choice.Id);
    }

    private static Answer Written(Question question, string written)
    {
        if (written == "?")
        {
            return Answer.NotKnown;
        }

        return question.IsFigure && decimal.TryParse(written, CultureInfo.InvariantCulture, out var figure)
            ? Answer.OfFigure(figure, question.BandOf(figure)!.Id)
            : Answer.Of(written.Split(','));
    }
}
