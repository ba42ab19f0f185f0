using CroissanceConnectee.Bot.Conversations.Understanding;

namespace CroissanceConnectee.Bot.Diagnoses;

/// Which earlier answer a message takes back ("en fait on est 12, pas 20"). Answer is null when only the question is named.
public sealed record Correction(Question Question, Answer? Answer);

public static class CorrectionReader
{
    private static readonly HashSet<string> Fillers = [
        "corriger", "corrige", "corrigez", "modifier", "modifie", "modifiez", "changer", "rectifier", "change", "correct", "je", "veux", "voudrais", "peux", "on", "peut", "il", "faut", "la", "le", "les", "l", "ma", "mon", "mes", "notre", "nos", "votre", "vos",
        "reponse", "une", "reponses", "a", "sur", "pour", "de", "du", "d", "i", "want", "to", "the", "my", "answer", "about"];

    private static readonly string[] Adding = ["aussi", "egalement", "en plus", "ajouter", "ajoute", "rajouter", "also", "too", "as well", "add"];

    /// The question, when the message says no more than that it is to be changed: "corriger l'effectif".
    public static Question? NamedAlone(Questionnaire questionnaire, DiagnosisProgress progress, Message message)
    {
        var said = Bare(message.Folded);
        return Answered(questionnaire, progress).Select(entry => entry.Question).FirstOrDefault(question => Names(question).Any(name => Bare(name) == said));
    }

    /// "Je veux changer une réponse": nothing says which.
    public static bool SaysNoMore(Message message) => Bare(message.Folded).Length == 0;

    /// Null when no answered question is meant.
    public static Correction? Find(Questionnaire questionnaire, DiagnosisProgress progress, Message message) =>
        Plain(questionnaire, progress, message) ?? Likely(questionnaire, progress, message);

    /// The words say which answer is meant: its old figure, its unit, or its name together with another answer.
    public static Correction? Plain(Questionnaire questionnaire, DiagnosisProgress progress, Message message) =>
        ByOldFigure(questionnaire, progress, message)
        ?? ByUnit(questionnaire, progress, message)
        ?? First(ByName(questionnaire, progress, message), message);

    /// The words fit some earlier question better than any other.
    public static Correction? Likely(Questionnaire questionnaire, DiagnosisProgress progress, Message message) =>
        ByMarkets(questionnaire, progress, message)
        ?? ByChoice(questionnaire, progress, message)
        ?? First(Answered(questionnaire, progress).Where(entry => entry.Question.IsFigure), message)
        ?? ByName(questionnaire, progress, message).Select(entry => new Correction(entry.Question, null)).FirstOrDefault();

    /// A figure whose unit can only be meant for an answered question other than the one that waits: "on est 12 salariés".
    public static Correction? ByUnit(Questionnaire questionnaire, DiagnosisProgress progress, Message message) =>
        First(
            Answered(questionnaire, progress)
                .Where(entry => entry.Question.IsFigure)
                .Where(entry => message.Numbers.Any(number => !number.Negated && number.Unit == FigureReader.UnitOf(entry.Question))),
            message);

    /// The answered questions that the words name ("corriger l'effectif"), the longest name first.
    private static IEnumerable<(Question Question, Answer Answer)> ByName(Questionnaire questionnaire, DiagnosisProgress progress, Message message) =>
        Answered(questionnaire, progress)
            .Select(entry => (Entry: entry, Longest: Names(entry.Question).Where(name => Contains(message, name)).Select(name => name.Length).DefaultIfEmpty().Max()))
            .Where(candidate => candidate.Longest > 0)
            .OrderByDescending(candidate => candidate.Longest)
            .Select(candidate => candidate.Entry);

    /// "12, pas 20": the 20 says which answer is meant.
    private static Correction? ByOldFigure(Questionnaire questionnaire, DiagnosisProgress progress, Message message)
    {
        var taken = message.Numbers.Where(number => number.Negated).ToList();
        return First(
            Answered(questionnaire, progress).Where(entry => entry.Question.IsFigure && taken.Exists(number => entry.Answer.Number == number.Value)),
            message);
    }

    /// The answered question with a choice that the words name better than any other, and that changes something.
    private static Correction? ByChoice(Questionnaire questionnaire, DiagnosisProgress progress, Message message) =>
        Answered(questionnaire, progress)
            .Where(entry => entry.Question.Kind is QuestionKind.One or QuestionKind.Several)
            .Select(entry => (Entry: entry, Score: AnswerReader.Match(entry.Question, message).Select(match => match.Score).FirstOrDefault()))
            .Where(candidate => candidate.Score > 0)
            .Select(candidate => (candidate.Score, Correction: Corrected(candidate.Entry, message)))
            .Where(candidate => candidate.Correction is not null)
            .OrderByDescending(candidate => candidate.Score)
            .Select(candidate => candidate.Correction)
            .FirstOrDefault();

    /// "On vend aussi en Belgique": the question about countries that the verb points to, else the latest.
    private static Correction? ByMarkets(Questionnaire questionnaire, DiagnosisProgress progress, Message message) =>
        message.Markets.Count == 0 ? null : First(
            Answered(questionnaire, progress)
                .Where(entry => entry.Question.Kind == QuestionKind.Markets)
                .OrderByDescending(entry => entry.Question.Cues.Any(cue => Contains(message, cue))),
            message);

    private static Correction? First(IEnumerable<(Question Question, Answer Answer)> entries, Message message) =>
        entries.Select(entry => Corrected(entry, message)).OfType<Correction>().FirstOrDefault();

    private static Correction? Corrected((Question Question, Answer Answer) entry, Message message)
    {
        if (AnswerReader.Read(entry.Question, message)?.Answer is not { Unknown: false } said)
        {
            return null;
        }

        var answer = entry.Question.TakesSeveral && Adding.Any(word => Contains(message, word))
            ? Answer.Of(entry.Answer.Choices.Where(id => entry.Question.Choice(id) is not { Exclusive: true }).Union(said.Choices))
            : said;
        return answer.Says(entry.Answer) ? null : new Correction(entry.Question, answer);
    }

    /// The last asked first: that is what one usually takes back.
    private static IEnumerable<(Question Question, Answer Answer)> Answered(Questionnaire questionnaire, DiagnosisProgress progress) =>
        questionnaire.Questions.Reverse()
            .Where(question => progress.Answers.ContainsKey(question.Id))
            .Select(question => (question, progress.Answers[question.Id]));

    private static IEnumerable<string> Names(Question question) =>
        question.Aka.Append(question.Name.Fr).Append(question.Name.En).Select(Folding.Fold);

    private static string Bare(string folded) => string.Join(' ', folded.Split(' ').Where(word => !Fillers.Contains(word)));

    private static bool Contains(Message message, string words) =>
        $" {message.Folded} ".Contains($" {words} ", StringComparison.Ordinal);
}
