using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Conversations.Understanding;
using CroissanceConnectee.Bot.Texts;

namespace CroissanceConnectee.Bot.Diagnoses;

/// A message as an answer to one question: the answer with how surely it is meant, or what is wrong with it. Interpreted says
/// that the words were not those of a choice, so that it is worth repeating what was understood.
public sealed record AnswerReading(Answer? Answer, double Certainty, bool Interpreted, Wording? Problem = null)
{
    public static AnswerReading Wrong(Wording problem) => new(null, Claim.Likely, false, problem);
}

public static class AnswerReader
{
    private const int LongestText = 200;

    // The words of a choice and nothing else, above "droits de douane": an answer, even where they could be a question.
    public const double Exact = 0.9;

    private const double Enough = 0.6;
    private const double Sure = 0.9;

    /// Null when the message is no answer to this question.
    public static AnswerReading? Read(Question question, Message message)
    {
        if (message.IsBlank)
        {
            return null;
        }

        var reading = question.Kind switch
        {
            QuestionKind.Number or QuestionKind.Money or QuestionKind.Percent => FigureReader.Read(question, message),
            QuestionKind.Markets => Markets(question, message),
            QuestionKind.CompanyNumber => CompanyNumber(message),
            QuestionKind.Text => new AnswerReading(new Answer { Text = Cut(message.Raw.Trim()) }, Claim.Likely, false),
            _ => Choices(question, message),
        };
        return reading ?? NotKnown(message);
    }

    /// The choices of the question that a message names, best first.
    public static IReadOnlyList<ChoiceMatch> Match(Question question, Message message)
    {
        // In a list of regions "33" is a name; elsewhere "2" is the second choice.
        var matches = ChoiceMatcher.Match(WithDepartment(question, message), question.Candidates, allowOrdinals: !question.Open && !question.IsFigure);
        return [.. matches.Where(match => match.Score >= Enough)];
    }

    private static AnswerReading? NotKnown(Message message) =>
        message.Stance is Stance.DontKnow or Stance.Skip ? new AnswerReading(Answer.NotKnown, Claim.Strong, false) : null;

    private static AnswerReading? Choices(Question question, Message message)
    {
        var named = Match(question, message);
        if (named.Count > 0 && (message.Stance is not (Stance.DontKnow or Stance.Skip) || named[0].Score >= Sure))
        {
            var certainty = question.TakesSeveral && named.Count(match => match.Score >= Sure) > 1 ? Exact : CertaintyOf(named[0].Score);
            return new AnswerReading(Answer.Of(Chosen(question, named)), certainty, !question.TakesSeveral && !Says(message, question.Choice(named[0].Id)!));
        }

        var plain = message.Stance ?? (message.IsQuestion ? null : message.OpensWith);
        var meant = plain switch
        {
            Stance.Yes => question.Choices.FirstOrDefault(choice => choice.On == YesOrNo.Yes),
            Stance.No => question.Choices.FirstOrDefault(choice => choice.On == YesOrNo.No),
            _ => null,
        };
        return meant is null ? null : new AnswerReading(Answer.Of(meant.Id), message.Stance is null ? Claim.Likely : Claim.Strong, true);
    }

    private static List<string> Chosen(Question question, IReadOnlyList<ChoiceMatch> named)
    {
        var best = named[0];
        if (!question.TakesSeveral || (best.Score >= 1 && question.Choice(best.Id)!.Exclusive))
        {
            return [best.Id];
        }

        // "Français et anglais" is more than "français seulement".
        var together = question.Choices.Where(choice => !choice.Exclusive && named.Any(match => match.Id == choice.Id)).Select(choice => choice.Id).ToList();
        return together.Count > 0 ? together : [best.Id];
    }

    private static AnswerReading? Markets(Question question, Message message)
    {
        var abroad = message.Markets.Where(code => code != "FR").ToList();
        if (abroad.Count > 0)
        {
            return new AnswerReading(Answer.Of(abroad), message.IsQuestion ? Claim.Weak : Claim.Strong, true);
        }

        return Choices(question, message);
    }

    private static AnswerReading? CompanyNumber(Message message)
    {
        if (message.CompanyNumber is { } number)
        {
            return new AnswerReading(new Answer { Text = number }, Claim.Strong, false);
        }

        if (message.Stance == Stance.No)
        {
            return new AnswerReading(Answer.NotKnown, Claim.Strong, false);
        }

        // Long enough to be meant as one: say that it is mistyped instead of not understanding.
        return message.Raw.Count(char.IsAsciiDigit) >= 6 ? AnswerReading.Wrong(Wording.Of(nameof(DiagnosisTexts.WrongCompanyNumber))) : null;
    }

    /// A postcode stands for its department, the name by which open lists know it: 69003 → 69, 97419 → 974.
    private static Message WithDepartment(Question question, Message message)
    {
        if (!question.Open || message.Words.FirstOrDefault(word => word.Length == 5 && word.All(char.IsAsciiDigit)) is not { } postcode)
        {
            return message;
        }

        var department = postcode.StartsWith("97", StringComparison.Ordinal) ? postcode[..3] : postcode[..2];
        return message with { Raw = department, Folded = department, Words = [department] };
    }

    /// In the words of the label: there is nothing to confirm.
    private static bool Says(Message message, QuestionChoice choice) =>
        Folding.Fold(choice.Label.Fr) == message.Folded || Folding.Fold(choice.Label.En) == message.Folded;

    private static double CertaintyOf(double score) => score >= 1 ? Exact : score >= Sure ? Claim.Strong : Claim.Likely;

    private static string Cut(string text) => text.Length <= LongestText ? text : text[..LongestText];
}
