namespace CroissanceConnectee.Bot.Diagnoses;

/// What schemes and stories look at in a firm. Null or empty where it is not known.
public sealed record Firm
{
    /// The lowest and the highest that the headcount can be: equal for a figure, the ends of the band otherwise.
    public decimal? HeadcountFrom { get; init; }

    public decimal? HeadcountTo { get; init; }

    public string? Region { get; init; }

    public IReadOnlyList<string> Sectors { get; init; } = [];

    /// Sells online only; null when it was not said.
    public bool? PurePlayer { get; init; }

    public static Firm Of(AnswerSheet sheet, RegionalAidRule rule)
    {
        var headcount = Known(sheet, RegisterField.Headcount);
        var band = headcount is { Choices: [var id] } ? Asking(sheet, RegisterField.Headcount)?.Choice(id) : null;
        var activity = Known(sheet, RegisterField.Activity);
        var region = Known(sheet, RegisterField.Region);
        return new Firm
        {
            HeadcountFrom = headcount?.Number ?? band?.Min,
            HeadcountTo = headcount?.Number ?? band?.Max,
            Region = region is { Choices: [var place] } ? Asking(sheet, RegisterField.Region)?.Choice(place)?.Label.Fr : null,
            Sectors = activity is { Choices: [var sector] } ? Asking(sheet, RegisterField.Activity)?.Choice(sector)?.Sectors ?? [] : [],
            PurePlayer = rule.PurePlayer.Mentions.All(question => sheet.Known(question) is not null) ? sheet.Holds(rule.PurePlayer) : null,
        };
    }

    public static Question? Asking(AnswerSheet sheet, RegisterField field) =>
        sheet.Questionnaire.Questions.FirstOrDefault(question => question.Register == field);

    private static Answer? Known(AnswerSheet sheet, RegisterField field) =>
        Asking(sheet, field) is { } question ? sheet.Known(question.Id) : null;
}
