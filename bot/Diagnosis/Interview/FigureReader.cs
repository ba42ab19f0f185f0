using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Conversations.Understanding;
using CroissanceConnectee.Bot.Texts;

namespace CroissanceConnectee.Bot.Diagnoses;

/// Figures: said exactly, roughly, as a range, or as one of the bands.
public static class FigureReader
{
    public static AnswerReading? Read(Question question, Message message)
    {
        // The very words of a band ("10 à 49") before the figures in them; a band in other words ("tout seul") after.
        var said = Folding.Fold(message.Raw);
        if (question.Candidates.FirstOrDefault(candidate => candidate.Names.Contains(said)) is { } exact)
        {
            return new AnswerReading(OfBand(question, exact.Id), Claim.Strong, false);
        }

        if (Mention(question, message) is { } mention)
        {
            return Of(question, mention, message);
        }

        return AnswerReader.Match(question, message) is [var band, ..] ? new AnswerReading(OfBand(question, band.Id), Claim.Strong, true) : null;
    }

    /// The figure that the message gives for this question, if any: of its unit, or of none; never one that it takes back.
    public static NumberMention? Mention(Question question, Message message)
    {
        var unit = UnitOf(question);
        var fitting = message.Numbers.Where(number => !number.Negated && (number.Unit == unit || number.Unit == NumberUnit.None)).ToList();
        return fitting.Find(number => number.Unit == unit) ?? fitting.FirstOrDefault();
    }

    public static NumberUnit UnitOf(Question question) => question.Kind switch
    {
        QuestionKind.Money => NumberUnit.Euros,
        QuestionKind.Percent => NumberUnit.Percent,
        _ => NumberUnit.People,
    };

    private static AnswerReading Of(Question question, NumberMention mention, Message message)
    {
        var figure = question.Kind == QuestionKind.Number ? Math.Ceiling(mention.Value) : Math.Round(mention.Value);
        if (figure < question.Min || figure > question.Max || question.BandOf(figure) is not { } band)
        {
            return AnswerReading.Wrong(Wording.Of(nameof(DiagnosisTexts.OutOfRange)).Format(question.Min, question.Max));
        }

        // "Plus de 50" gives no figure, but the band is known.
        var answer = mention.OrMore ? OfBand(question, (question.BandOf(figure + 1) ?? band).Id) : Answer.OfFigure(figure, band.Id);
        var certainty = message.IsQuestion ? Claim.Weak : mention.Unit == NumberUnit.None && message.Words.Count > 6 ? Claim.Likely : Claim.Strong;
        return new AnswerReading(answer, certainty, mention.Approximate || mention.Min != mention.Max || mention.OrMore);
    }

    /// A band of one figure is that figure.
    public static Answer OfBand(Question question, string bandId) => question.Choice(bandId) switch
    {
        { Min: { } figure, Max: var last } when figure == last => Answer.OfFigure(figure, bandId),
        _ => Answer.Of(bandId),
    };
}
