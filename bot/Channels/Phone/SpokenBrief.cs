using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Desk;
using CroissanceConnectee.Bot.Texts;

namespace CroissanceConnectee.Bot.Channels.Phone;

/// Who calls, for which market, and what was tried: heard by the expert alone, in less than fifteen seconds. Nothing in it names anybody.
public static class SpokenBrief
{
    // Fifteen seconds, at the pace of the voices that read on phone lines.
    private const int MostWords = 24;

    public static string Write(Conversation conversation, int questions, RosterCodes codes)
    {
        var language = conversation.State.Language;
        var answers = conversation.Diagnosis?.Progress.Answers;
        string[] firm =
        [
            .. Named(answers, codes.ActivityQuestion, code => codes.Sector(code, language)),
            .. answers?.GetValueOrDefault("headcount")?.Number is { } people ? [Written.Fill(PhoneTexts.BriefPeople, people)] : Array.Empty<string>(),
            .. Named(answers, codes.RegionQuestion, code => codes.Region(code, language)),
        ];
        string[] parts =
        [
            string.Join(", ", firm),
            conversation.State.Markets is [var market, ..] ? Written.Fill(PhoneTexts.BriefMarket, codes.Market(market, language)) : "",
            answers is { Count: > 0 } ? Written.Fill(PhoneTexts.WhisperAnswers, answers.Count) : "",
            questions > 0 ? Written.Fill(PhoneTexts.BriefMessages, questions) : "",
        ];
        var words = string.Join(". ", parts.Select(part => part.TrimEnd('.')).Where(part => part.Length > 0)).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var brief = string.Join(' ', words.Take(MostWords));
        return ForTheEar.Write(brief.Length == 0 ? "" : brief + ".", language);
    }

    private static IEnumerable<string> Named(IReadOnlyDictionary<string, Diagnoses.Answer>? answers, string question, Func<string, string> name) =>
        answers?.GetValueOrDefault(question)?.Choices is [var code, ..] ? [name(code)] : [];
}
