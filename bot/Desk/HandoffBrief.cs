using System.Globalization;
using System.Text;
using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Data;
using CroissanceConnectee.Bot.Texts;

namespace CroissanceConnectee.Bot.Desk;

/// What the expert gets, so that nothing is asked twice: how to reach the firm, what it answered, everything that was said.
public static class HandoffBrief
{
    public static Email Write(
        Handoff handoff, DateTimeOffset due, MatchResult match, RosterCodes codes, IReadOnlyList<TranscriptEntry> transcript, TurnContext turn, string mailbox)
    {
        var text = new StringBuilder()
            .AppendLine(CultureInfo.InvariantCulture, $"Référence : {handoff.Reference}")
            .AppendLine(CultureInfo.InvariantCulture, $"À joindre : {handoff.Contact ?? (turn.Turn.Conversation.Channel == "phone" ? "au téléphone, en ce moment" : "dans le chat, en ce moment")}")
            .AppendLine(CultureInfo.InvariantCulture, $"Langue : {turn.State.Language.Code()}")
            .AppendLine(CultureInfo.InvariantCulture, $"Demandé le : {handoff.RequestedAt:yyyy-MM-dd HH:mm} UTC")
            .AppendLine(CultureInfo.InvariantCulture, $"Réponse promise avant : {Language.French.Moment(due)}");
        if (turn.Conversation.Diagnosis is { } diagnosis)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"Diagnostic : /diagnostic/{diagnosis.ReportToken} ({diagnosis.Progress.Answers.Count} réponses)");
        }

        AppendRouting(text, match, new MatchWords(codes, Language.French));
        text.AppendLine().AppendLine("Échange :");
        foreach (var entry in transcript)
        {
            Append(text, entry.Text, entry.Reply, entry.Heard, entry.Author);
        }

        Append(text, turn.Message.Raw, new Reply([.. turn.Parts]), heard: null);
        return new Email(mailbox, $"[{handoff.Reference}] Une entreprise demande un conseiller", text.ToString());
    }

    // Who is to answer and why; when nobody is, why not, and who else helps such a firm.
    private static void AppendRouting(StringBuilder text, MatchResult match, MatchWords words)
    {
        if (match.Matches is [var best, ..])
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"Confié à : {best.Expert.Name} ({best.Expert.Email})").AppendLine(words.Why(best));
            return;
        }

        foreach (var exclusion in match.Excluded)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"Pas confié à {words.WhyNot(exclusion)}");
        }

        foreach (var referral in match.Referrals)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"Aide aussi : {words.WhereElse(referral)}");
        }
    }

    private static void Append(StringBuilder text, string? said, Reply reply, string? heard, string? author = null)
    {
        if (!string.IsNullOrEmpty(said))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"- Entreprise : {said}");
        }

        if (heard is not null)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"- Assistant : {heard} […]");
            return;
        }

        foreach (var part in reply.Parts)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"- {author ?? "Assistant"} : {Plain(part)}");
        }
    }

    internal static string Plain(ReplyPart part) => part switch
    {
        Say say => say.Text,
        Ask ask => ask.Text,
        Cite cite => $"(source : {cite.Name}, {cite.TrueOn:yyyy-MM-dd}, {cite.Url})",
        Offer offer => $"{offer.Label} : {offer.Address}",
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, null),
    };
}
