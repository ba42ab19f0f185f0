using System.Globalization;

namespace CroissanceConnectee.Bot.Diagnoses;

/// The values of the choices that the diagnosis sends, and what they mean when they come back, however late.
public static class ChoiceValues
{
    public const string Start = "diagnosis:start";
    public const string StartAfresh = "diagnosis:new";
    public const string Correct = "diagnosis:correct";
    public const string Keep = "diagnosis:keep";
    public const string Right = "diagnosis:confirm:yes";
    public const string Wrong = "diagnosis:confirm:no";

    private const string Prefix = "diagnosis:";
    private const string DoneId = "done";
    private const string UnknownId = "unknown";

    public static string Of(Question question, QuestionChoice choice) => $"{Prefix}{question.Id}:{choice.Id}";

    public static string Done(Question question) => $"{Prefix}{question.Id}:{DoneId}";

    public static string Unknown(Question question) => $"{Prefix}{question.Id}:{UnknownId}";

    public static string Change(string questionId) => $"{Prefix}change:{questionId}";

    public static string CorrectFrom(int offset) => string.Create(CultureInfo.InvariantCulture, $"{Correct}:{offset}");

    public static bool IsOurs(string value) => value.StartsWith(Prefix, StringComparison.Ordinal);

    /// Null when it is not ours. Needs no questionnaire for the values that speak of no question.
    public static Move? Read(string value, Questionnaire? questionnaire, DiagnosisProgress progress) => value.Split(':') switch
    {
        ["diagnosis", "start"] => new Move.Start(),
        ["diagnosis", "new"] => new Move.StartAfresh(),
        ["diagnosis", ..] when questionnaire is null => new Move.Start(),
        ["diagnosis", "keep"] => new Move.Keep(),
        ["diagnosis", "confirm", var right] => new Move.Confirm(right == "yes"),
        ["diagnosis", "correct"] => new Move.ListAnswers(0),
        ["diagnosis", "correct", var offset] => new Move.ListAnswers(int.TryParse(offset, CultureInfo.InvariantCulture, out var from) ? from : 0),
        ["diagnosis", "change", var id] when questionnaire.Find(id) is { } question && progress.Answers.ContainsKey(id) => new Move.Revisit(question),
        ["diagnosis", var id, var choice] when questionnaire.Find(id) is { } question => OfQuestion(questionnaire, progress, question, choice),
        ["diagnosis", ..] => new Move.Outdated(),
        _ => null,
    };

    private static Move OfQuestion(Questionnaire questionnaire, DiagnosisProgress progress, Question question, string choiceId)
    {
        var waits = progress.Asking == question.Id;
        if (waits && choiceId == DoneId)
        {
            return new Move.Done(question);
        }

        if (choiceId != UnknownId && question.Choice(choiceId) is null)
        {
            return new Move.Outdated();
        }

        var choice = question.Choice(choiceId);
        if (waits && question.TakesSeveral && choice is { Exclusive: false })
        {
            return new Move.Take(question, choiceId);
        }

        var answer = AnswerOf(question, choice);
        if (waits)
        {
            return new Move.Reply(question, new AnswerReading(answer, 1, false));
        }

        // A button further up the page: it changes that answer, if the question still stands.
        return progress.Answers.TryGetValue(question.Id, out var before)
            ? new Move.Revise(question, Added(question, before, choice, answer))
            : Interview.Sheet(questionnaire, progress).Applies(question.Id) == Truth.Yes
                ? new Move.Reply(question, new AnswerReading(answer, 1, false))
                : new Move.Outdated();
    }

    private static Answer AnswerOf(Question question, QuestionChoice? choice) =>
        choice is null ? Answer.NotKnown : question.IsFigure ? FigureReader.OfBand(question, choice.Id) : Answer.Of(choice.Id);

    private static Answer Added(Question question, Answer before, QuestionChoice? choice, Answer alone) =>
        question.TakesSeveral && choice is { Exclusive: false }
            ? Answer.Of(before.Choices.Where(id => question.Choice(id) is not { Exclusive: true }).Union([choice.Id]))
            : alone;
}
