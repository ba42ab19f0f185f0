using System.Globalization;
using System.Text.RegularExpressions;
using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Conversations.Understanding;
using CroissanceConnectee.Bot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CroissanceConnectee.Bot.Desk;

/// What a firm makes of the help it got, from 1 to 5, with its words. Asked once; whoever says something else is not asked again.
public sealed partial class SatisfactionTopic : ITopic
{
    private const string Prefix = "satisfaction:";

    private const int LongestComment = 1_000;

    public string Name => "satisfaction";

    public static Ask Question() => new(DeskTexts.HowHelpful,
    [
        .. Enumerable.Range(1, 5).Reverse().Select(mark => new Choice($"{Prefix}{mark}", mark switch { 5 => DeskTexts.Mark5, 1 => DeskTexts.Mark1, _ => mark.ToString(CultureInfo.InvariantCulture) })),
        new($"{Prefix}no", DeskTexts.ChoiceNoMark),
    ]);

    public double ClaimOn(Message message, Conversation conversation) => message switch
    {
        { ChoiceValue: { } value } => value.StartsWith(Prefix, StringComparison.Ordinal) ? Claim.Certain : Claim.None,
        _ when IsAsked(conversation) && Mark().IsMatch(message.Raw) => Claim.Certain,
        _ => Claim.None,
    };

    public async Task<TopicOutcome> ContinueAsync(TurnContext turn, CancellationToken cancellation)
    {
        var written = turn.Message.ChoiceValue is { } value ? Mark().Match(value[Prefix.Length..]) : Mark().Match(turn.Message.Raw);
        if (!written.Success)
        {
            return TopicOutcome.Ends;
        }

        var handoff = await turn.Data.Handoffs
            .Where(one => one.ConversationId == turn.Conversation.Id && one.ClosedAt != null)
            .OrderByDescending(one => one.ClosedAt)
            .FirstOrDefaultAsync(cancellation);
        if (handoff is not null)
        {
            handoff.Satisfaction = int.Parse(written.Groups[1].Value, CultureInfo.InvariantCulture);
            var comment = turn.Message.ChoiceValue is null ? written.Groups[2].Value.Trim() : "";
            handoff.SatisfactionComment = comment.Length == 0 ? null : comment[..Math.Min(comment.Length, LongestComment)];
            handoff.Version++;
        }

        turn.Say(DeskTexts.ThanksForTheMark);
        return TopicOutcome.Ends;
    }

    public void Resume(TurnContext turn) => turn.Add(Question());

    private static bool IsAsked(Conversation conversation) =>
        conversation.State.Offered.Any(choice => choice.Value.StartsWith(Prefix, StringComparison.Ordinal));

    [GeneratedRegex(@"\A\s*([1-5])(?:\s*/\s*5)?(?:[\s,.:;!]+(.*))?\z", RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Mark();
}
