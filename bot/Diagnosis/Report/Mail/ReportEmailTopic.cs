using System.Text.RegularExpressions;
using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Conversations.Understanding;
using CroissanceConnectee.Bot.Desk;
using CroissanceConnectee.Bot.Texts;

namespace CroissanceConnectee.Bot.Diagnoses.Report.Mail;

/// "Recevoir par e-mail": asks for the address unless it was given, and sends the plan there, on any channel.
public sealed partial class ReportEmailTopic(Reports reports, ReportMails mails) : ITopic
{
    public const string TopicName = "report";

    private const string Address = "report:address";

    // Above an answer to the question of the diagnosis that waits, in which "e-mail" may be a choice.
    private const double Unmistakable = 0.9;

    public string Name => TopicName;

    public double ClaimOn(Message message, Conversation conversation) => message switch
    {
        { ChoiceValue: { } value } => value.StartsWith("report:", StringComparison.Ordinal) ? Claim.Certain : Claim.None,
        { Command: not null } or { WantsPerson: true } => Claim.None,
        _ when conversation.Diagnosis is { } diagnosis && AsksForMail(message, diagnosis) => AddressIn(message) is null ? Claim.Strong : Unmistakable,
        _ when IsAsking(conversation) && (AddressIn(message) is not null || message.Stance is not null) => Claim.Strong,
        _ => Claim.None,
    };

    public async Task<TopicOutcome> ContinueAsync(TurnContext turn, CancellationToken cancellation)
    {
        if (turn.Conversation.Diagnosis is not { } diagnosis)
        {
            turn.Say(ReportTexts.NoDiagnosisYet);
            turn.Add(new Ask(ReportTexts.ShallWeStart, [new("diagnosis:start", ReportTexts.ChoiceStart)]));
            return TopicOutcome.Ends;
        }

        if (AddressIn(turn.Message) is { } address)
        {
            var outcome = await mails.EnqueueAsync(turn.Data, reports.Of(diagnosis), address, turn.State.Language, cancellation);
            turn.Say(outcome == MailOutcome.Accepted ? ReportTexts.EmailOnItsWay : ReportTexts.EmailTooMany, address);
            return End(turn);
        }

        if (turn.Message is { ChoiceValue: "report:no" } || (IsAsking(turn.Conversation) && turn.Message.Stance is Stance.No or Stance.Skip))
        {
            turn.Say(ReportTexts.EmailDeclined);
            return End(turn);
        }

        if (IsAsking(turn.Conversation) && turn.Message.ChoiceValue is null && !AsksForMail(turn.Message, diagnosis))
        {
            return TopicOutcome.Missed;
        }

        turn.State = turn.State with { Awaiting = Address };
        AskFor(turn, ReportTexts.AskAddress);
        return TopicOutcome.Waits;
    }

    public void Resume(TurnContext turn) => AskFor(turn, ReportTexts.AskAddressAgain);

    private static bool IsAsking(Conversation conversation) =>
        conversation.State.Awaiting == Address && conversation.State.Topics.LastOrDefault() == TopicName;

    private static string? AddressIn(Message message) => Contacts.Find(message.Raw) is { } found && Contacts.IsEmail(found) ? found : null;

    /// "Par mail" alone is also how a firm answers a question about its advertising: it counts once the diagnosis is done.
    private static bool AsksForMail(Message message, Diagnosis diagnosis) =>
        Mail().IsMatch(message.Folded)
        && (Wish().IsMatch(message.Folded) || AddressIn(message) is not null || (diagnosis.CompletedAt is not null && ByMail().IsMatch(message.Folded)));

    private static TopicOutcome End(TurnContext turn)
    {
        turn.State = turn.State with { Awaiting = null };
        return TopicOutcome.Ends;
    }

    private static void AskFor(TurnContext turn, string question) =>
        turn.Add(new Ask(question, [new("report:no", ReportTexts.ChoiceNoThanks)]) { Wants = AnswerKind.Words });

    [GeneratedRegex(@"\b(?:e ?)?mails?\b|\bmel\b|\bcourriels?\b", RegexOptions.NonBacktracking)]
    private static partial Regex Mail();

    [GeneratedRegex(@"\b(?:par|by) (?:e ?)?(?:mail|courriel|mel)\b", RegexOptions.NonBacktracking)]
    private static partial Regex ByMail();

    // Somebody who asks for it; not "on envoie des mails à nos clients".
    [GeneratedRegex(
        @"\b(?:envoyez|envoi(?:e|es|s|t)? (?:le|la|les|moi|ca|mon)|(?:m|me l|me les|nous l|le|la|l) (?:envoyer|envoyez|envoie)|recevoir (?:le|la|mon|ca|cela|par)"
        + @"|(?:e ?)?mail (?:me|it)|send (?:me|it|my|the))\b",
        RegexOptions.NonBacktracking)]
    private static partial Regex Wish();
}
