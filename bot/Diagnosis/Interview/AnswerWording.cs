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
        { Choices: [var only] } when SaysItAll(question.Choice(only), answer) => question.Choice(only)!.Said!,
        _ => question.Said?.Replace("value", question.Kind == QuestionKind.Several ? Within(question, answer) : Shown(question, answer)) ?? question.Unsure,
    };

    /// A band says less than the figure in it, unless it is a band of one.
    private static bool SaysItAll(QuestionChoice? choice, Answer answer) =>
        choice?.Said is not null && (answer.Number is null || choice.Min == choice.Max);

    /// Labels open with a capital, which French clauses do not; names, the same in every language, keep theirs.
    private static Wording Within(Question question, Answer answer) =>
        Wording.Join([.. answer.Choices.Select(id => Label(question, id)).Select(label =>
            label.Fr == label.En ? label : label with { Fr = char.ToLowerInvariant(label.Fr[0]) + label.Fr[1..] })]);

    private static Wording Label(Question question, string id) =>
        question.Choice(id)?.Label ?? new Wording(MarketNames.NameOf(id, "fr") ?? id, MarketNames.NameOf(id, "en") ?? id);

    private static Wording Figure(Question question, decimal figure) => question.Kind switch
    {
        QuestionKind.Money => Wording.Of(nameof(DiagnosisTexts.Euros)).Format(figure),
        QuestionKind.Percent => Wording.Of(nameof(DiagnosisTexts.Percent)).Format(figure),
        _ => new Wording("{0:N0} {1}", "{0:N0} {1}").Format(figure, figure < 2 ? question.One : question.Many),
    };
}
