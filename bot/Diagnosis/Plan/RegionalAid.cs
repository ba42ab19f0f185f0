using CroissanceConnectee.Bot.Texts;

namespace CroissanceConnectee.Bot.Diagnoses;

/// The regional aid that the avis 2017-1 describes: half of an immaterial investment of 2 000 to 30 000 € for selling online,
/// for firms under fifty people first, not for digital pure players. What a region really pays is for the region to say.
public static class RegionalAid
{
    public static AidVerdict Judge(AnswerSheet sheet, Firm firm, RegionalAidRule rule, PlanLink? link)
    {
        var budget = sheet.Known(rule.Budget);
        var band = budget is { Number: null, Choices: [var id] } ? sheet.Question(rule.Budget).Choice(id) : null;
        var from = budget?.Number ?? band?.Min;
        var to = budget?.Number ?? band?.Max;
        if (firm.PurePlayer == true)
        {
            return new AidVerdict(AidOutcome.NotEligible, Text(nameof(DiagnosisTexts.AidPurePlayer)), null, null, link);
        }

        if (to < rule.Min)
        {
            return new AidVerdict(AidOutcome.NotEligible, Text(nameof(DiagnosisTexts.AidBudgetTooLow)).Format(rule.Min), null, null, link);
        }

        var doubts = Doubts(firm, budget, rule).ToList();
        var reason = doubts.Count > 0
            ? Text(nameof(DiagnosisTexts.AidToVerify)).Format(Wording.Join(doubts))
            : Text(to > rule.Max ? nameof(DiagnosisTexts.AidEligibleCapped) : nameof(DiagnosisTexts.AidEligible)).Format(rule.HeadcountBelow, rule.Max);
        return new AidVerdict(doubts.Count > 0 ? AidOutcome.ToVerify : AidOutcome.Eligible, reason, Aid(from), Aid(to), link);

        decimal? Aid(decimal? investment) => investment is null ? null : Math.Clamp(investment.Value, rule.Min, rule.Max) * rule.Rate / 100;
    }

    private static IEnumerable<Wording> Doubts(Firm firm, Answer? budget, RegionalAidRule rule)
    {
        if (firm.HeadcountTo is null)
        {
            yield return Text(nameof(DiagnosisTexts.AidUnknownHeadcount));
        }
        else if (firm.HeadcountTo >= rule.HeadcountBelow)
        {
            yield return Text(nameof(DiagnosisTexts.AidLargeFirm)).Format(rule.HeadcountBelow);
        }

        if (firm.PurePlayer is null)
        {
            yield return Text(nameof(DiagnosisTexts.AidUnknownChannels));
        }

        if (budget is null)
        {
            yield return Text(nameof(DiagnosisTexts.AidUnknownBudget));
        }
    }

    private static Wording Text(string key) => Wording.Of(key);
}
