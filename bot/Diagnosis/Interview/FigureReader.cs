using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Conversations.Understanding;
using CroissanceConnectee.Bot.Texts;

namespace CroissanceConnectee.Bot.Diagnoses;

/// Figures: said exactly, roughly, as a range, or as one of the bands.
public static class FigureReader
{
    public static AnswerReading? Read(Question question, Message message)
    {
        // The very words of a band ("10 à 49") before the figures in them.
        var band = AnswerReader.Match(question, message).FirstOrDefault();
        return band is not { Score: >= 0.9 } && Mention(question, message) is { } mention ? Of(question, mention, message)
            : band is null ? null
            : new AnswerReading(BandOnly(question.Choice(band.Id)!), Claim.Strong, false);
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
        var answer = mention.OrMore ? BandOnly(question.BandOf(figure + 1) ?? band) : Answer.OfFigure(figure, band.Id);
        var certainty = message.IsQuestion ? Claim.Weak : mention.Unit == NumberUnit.None && message.Words.Count > 6 ? Claim.Likely : Claim.Strong;
        return new AnswerReading(answer, certainty, mention.Approximate || mention.Min != mention.Max || mention.OrMore);
    }

    /// A band of one figure is that figure.
    private static Answer BandOnly(QuestionChoice band) =>
        band.Min == band.Max && band.Min is { } figure ? Answer.OfFigure(figure, band.Id) : Answer.Of(band.Id);

    public static Answer OfBand(Question question, string bandId) => BandOnly(question.Choice(bandId)!);
}
