using CroissanceConnectee.Bot.Diagnoses;
using CroissanceConnectee.Bot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CroissanceConnectee.Bot.Tests.Report;

/// Firms that have been through the questionnaire, without the dialogue: every question that it would have asked has an answer.
internal static class Firms
{
    public static readonly DateTimeOffset Today = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    /// A soap maker of twelve with a shop, that has sold to Belgium now and then.
    public static readonly IReadOnlyDictionary<string, Answer> SoapMaker = new Dictionary<string, Answer>
    {
        ["activity"] = Answer.Of("cosmetique"),
        ["headcount"] = Answer.OfFigure(12, "small"),
        ["region"] = Answer.Of("bretagne"),
        ["customers"] = Answer.Of("particuliers"),
        ["product"] = Answer.Of("regle"),
        ["channels"] = Answer.Of("mixed"),
        ["site"] = Answer.Of("shop"),
        ["marketplaces"] = Answer.Of("none"),
        ["export_experience"] = Answer.Of("sometimes"),
        ["export_markets"] = Answer.Of("BE"),
        ["target_markets"] = Answer.Of("DE", "CH"),
        ["market_reason"] = Answer.Of("intuition"),
        ["online_share"] = Answer.OfFigure(15, "some"),
        ["site_languages"] = Answer.Of("french"),
        ["localisation"] = Answer.Of("none"),
        ["marketing"] = Answer.Of("social"),
        ["payment"] = Answer.Of("card", "paypal"),
        ["vat"] = Answer.Of("heard"),
        ["people"] = Answer.Of("owner"),
        ["skills"] = Answer.Of("none"),
        ["budget"] = Answer.OfFigure(10_000, "low"),
        ["obstacles"] = Answer.Of("time", "rules"),
    };

    /// Answers what is asked with these, and with "I do not know" for the rest; stops after that many answers.
    public static Diagnosis Answering(Questionnaire questionnaire, IReadOnlyDictionary<string, Answer> answers, int most = int.MaxValue)
    {
        var progress = DiagnosisProgress.Empty;
        while (progress.Answers.Count < most && Interview.Next(questionnaire, progress) is { } question)
        {
            progress = Interview.Record(questionnaire, Interview.Ask(progress, question), question, answers.GetValueOrDefault(question.Id, Answer.NotKnown)).Progress;
        }

        var next = Interview.Next(questionnaire, progress);
        return new Diagnosis
        {
            Id = Guid.NewGuid(),
            QuestionnaireVersion = questionnaire.Version,
            ResumeCode = Bot.Data.Codes.New(6),
            ReportToken = Bot.Data.Codes.NewToken(),
            StartedAt = Today,
            CompletedAt = next is null ? Today : null,
            Progress = Interview.Ask(progress, next),
        };
    }

    public static async Task<Diagnosis> SeedAsync(this BotApplication bot, IReadOnlyDictionary<string, Answer> answers, int most = int.MaxValue)
    {
        var diagnosis = Answering(bot.Services.GetRequiredService<DiagnosisLibrary>().Newest.Questionnaire, answers, most);
        await bot.ReadDataAsync(data =>
        {
            data.Diagnoses.Add(diagnosis);
            return data.SaveChangesAsync();
        });
        return diagnosis;
    }

    public static Dictionary<string, Answer> With(this IReadOnlyDictionary<string, Answer> answers, string question, Answer answer) =>
        new(answers) { [question] = answer };
}
