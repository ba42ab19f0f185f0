using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Texts;

namespace CroissanceConnectee.Bot.Diagnoses;

/// The result in the conversation: the level, what is strong and weak, the first steps, the aid, and where the whole is.
public static class ResultTelling
{
    private const int StepsTold = 3;
    private const int AxesTold = 2;

    public static void Tell(TurnContext turn, Diagnosis diagnosis, DiagnosisResult result)
    {
        var language = turn.State.Language;
        turn.Say(DiagnosisTexts.ResultLevel, result.Level.Name.In(language), result.Level.Step, result.Level.Text.In(language));
        var axes = result.Strongest.ToList();
        var strong = axes.Take(AxesTold).Where(axis => axis.Score > 0).ToList();
        var weak = axes.Except(strong).Reverse().Take(AxesTold).ToList();
        if (strong.Count > 0)
        {
            turn.Say(DiagnosisTexts.ResultStrong, Wording.Join([.. strong.Select(axis => InWords(axis, ReasonEffect.For))]).In(language));
        }

        if (weak.Count > 0)
        {
            turn.Say(DiagnosisTexts.ResultWeak, Wording.Join([.. weak.Select(axis => InWords(axis, ReasonEffect.Against))]).In(language));
        }

        turn.Say(DiagnosisTexts.ResultPlan);
        foreach (var (step, index) in result.Plan.Take(StepsTold).Select((step, index) => (step, index)))
        {
            turn.Say(DiagnosisTexts.ResultAction, index + 1, step.Title.In(language), step.Because.In(language), step.Text.In(language));
        }

        turn.Say(AidInWords(result.RegionalAid).In(language));
        Offer(turn, diagnosis);
    }

    /// After a correction of a finished diagnosis: only what it changed.
    public static void TellChange(TurnContext turn, Diagnosis diagnosis, DiagnosisResult before, DiagnosisResult after)
    {
        var language = turn.State.Language;
        if (before.Level.Id == after.Level.Id)
        {
            turn.Say(DiagnosisTexts.LevelSame, after.Level.Name.In(language));
        }
        else
        {
            turn.Say(DiagnosisTexts.LevelChanged, before.Level.Name.In(language), after.Level.Name.In(language));
        }

        var gained = Titles(after.Plan.ExceptBy(before.Plan.Select(step => step.Id), step => step.Id));
        var lost = Titles(before.Plan.ExceptBy(after.Plan.Select(step => step.Id), step => step.Id));
        Mention(DiagnosisTexts.PlanGains, gained);
        Mention(DiagnosisTexts.PlanLoses, lost);
        if (gained.Count + lost.Count == 0)
        {
            turn.Say(DiagnosisTexts.PlanSame);
        }

        var aid = AidInWords(after.RegionalAid);
        if (aid != AidInWords(before.RegionalAid))
        {
            turn.Say(aid.In(language));
        }

        Offer(turn, diagnosis);

        void Mention(string text, List<Wording> titles)
        {
            if (titles.Count > 0)
            {
                turn.Say(text, Wording.Join(titles).In(language));
            }
        }
    }

    public static Wording AidInWords(AidVerdict verdict) => verdict switch
    {
        { Outcome: AidOutcome.NotEligible } => Wording.Of(nameof(DiagnosisTexts.AidNo)).Format(verdict.Reason),
        { Outcome: AidOutcome.Eligible } => Wording.Of(nameof(DiagnosisTexts.AidYes)).Format(Amount(verdict), verdict.Reason),
        { AmountFrom: not null } => Wording.Of(nameof(DiagnosisTexts.AidMaybeAmount)).Format(Amount(verdict), verdict.Reason),
        _ => Wording.Of(nameof(DiagnosisTexts.AidMaybe)).Format(verdict.Reason),
    };

    private static Wording Amount(AidVerdict verdict)
    {
        var euros = Wording.Of(nameof(DiagnosisTexts.Euros));
        return verdict.AmountFrom == verdict.AmountTo
            ? euros.Format(verdict.AmountTo)
            : Wording.Of(nameof(DiagnosisTexts.AmountBetween)).Format(euros.Format(verdict.AmountFrom), euros.Format(verdict.AmountTo));
    }

    /// "Douane, TVA et règles (vous n'avez jamais passé la douane)": the axis and its weightiest reason.
    private static Wording InWords(AxisScore axis, ReasonEffect effect) =>
        axis.Reasons.FirstOrDefault(reason => reason.Effect == effect) is { } reason
            ? Wording.Of(nameof(DiagnosisTexts.AxisWithReason)).Format(axis.Name, reason.Text)
            : axis.Name;

    private static List<Wording> Titles(IEnumerable<Recommendation> steps) => [.. steps.Select(step => step.Title)];

    private static void Offer(TurnContext turn, Diagnosis diagnosis)
    {
        turn.Add(new Offer(DiagnosisTexts.ReportLabel, $"/diagnostic/{diagnosis.ReportToken}"));
        turn.Say(DiagnosisTexts.CodeReminder, diagnosis.ResumeCode);
        turn.Add(new Ask(DiagnosisTexts.WhatNext,
        [
            new("report:email", DiagnosisTexts.ChoiceEmail),
            new("answers:ask", DiagnosisTexts.ChoiceQuestion),
            new("person:ask", DiagnosisTexts.ChoicePerson),
            new(ChoiceValues.Correct, DiagnosisTexts.ChoiceCorrect),
        ]));
    }
}
