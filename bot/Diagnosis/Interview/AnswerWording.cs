using CroissanceConnectee.Bot.Texts;
using CroissanceConnectee.Search.Text;

namespace CroissanceConnectee.Bot.Diagnoses;

/// Answers in words.
public static class AnswerWording
{
    /// As noted: "12 personnes", "10 000 €", "Allemagne et Belgique", "Une boutique en ligne".
    public static Wording Shown(Question question, Answer answer) => answer switch
    {
        { Unknown: true } => Wording.Of(nameof(DiagnosisTexts.NotKnown)),
        { Number: { } figure } => Figure(question, figure),
        { Text: { } text } => new Wording(text, text),
        _ => Wording.Join([.. answer.Choices.Select(id => Label(question, id))]),
    };

    /// As a clause after "vous avez dit que": "vous êtes 12 personnes".
    public static Wording Said(Question question, Answer answer) => answer switch
    {
        { Unknown: true } => question.Unsure,
        { Number: null, Choices: [var only] } when question.Choice(only)?.Said is { } said => said,
        // "Vous travaillez seul" rather than "vous êtes 1 personne".
        { Number: { } figure } when question.Choices.FirstOrDefault(choice => choice.Min == figure && choice.Max == figure)?.Said is { } said => said,
        _ => question.Said?.Replace("value", Shown(question, answer)) ?? question.Unsure,
    };

    private static Wording Label(Question question, string id) =>
        question.Choice(id)?.Label ?? new Wording(MarketNames.NameOf(id, "fr") ?? id, MarketNames.NameOf(id, "en") ?? id);

    private static Wording Figure(Question question, decimal figure) => question.Kind switch
    {
        QuestionKind.Money => Wording.Of(nameof(DiagnosisTexts.Euros)).Format(figure),
        QuestionKind.Percent => Wording.Of(nameof(DiagnosisTexts.Percent)).Format(figure),
        _ => new Wording("{0:N0} {1}", "{0:N0} {1}").Format(figure, figure < 2 ? question.One : question.Many),
    };
}
