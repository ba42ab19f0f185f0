using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Conversations.Understanding;
using CroissanceConnectee.Bot.Texts;
using CroissanceConnectee.Knowledge;
using CroissanceConnectee.Search.Text;

namespace CroissanceConnectee.Bot.Answers;

/// "Est-ce que cela répond à votre question ?": asked after an answer when nothing else is under way, answered with one tap or
/// with a word right after it, and forgotten when the person goes on with something else.
internal static class HelpfulQuestion
{
    private const string YesChoice = "answers:yes:";
    private const string NoChoice = "answers:no:";
    private const int MostMarkets = 3;

    public static IEnumerable<Choice> Choices(IReadOnlyList<string> markets, string? theme)
    {
        var about = $"{string.Join(',', markets.Take(MostMarkets))}:{theme}";
        yield return new Choice(YesChoice + about, AnswersTexts.Yes);
        yield return new Choice(NoChoice + about, AnswersTexts.No);
    }

    /// Remembers that the next words may be the verdict.
    public static ConversationState Asked(ConversationState state, Conversation conversation) => state with { HelpfulAskedAt = conversation.EntryCount };

    /// Right after the question, and before anything else was said.
    public static bool IsPending(Conversation conversation) =>
        conversation.EntryCount > 0 && conversation.State.HelpfulAskedAt == conversation.EntryCount - 1;

    /// What a message says about the answer before it; null when it is about something else.
    public static Verdict? Read(Message message, Conversation conversation)
    {
        if (message.ChoiceValue is { } choice)
        {
            return choice.StartsWith(YesChoice, StringComparison.Ordinal) ? About(choice[YesChoice.Length..], helped: true)
                : choice.StartsWith(NoChoice, StringComparison.Ordinal) ? About(choice[NoChoice.Length..], helped: false)
                : null;
        }

        return IsPending(conversation) && message is { IsQuestion: false, Stance: Stance.Yes or Stance.No, Command: null }
            ? new Verdict(message.Stance == Stance.Yes, conversation.State.Markets, conversation.State.Theme)
            : null;
    }

    // A choice's value has been in other hands: only codes and themes that exist are taken from it.
    private static Verdict About(string value, bool helped)
    {
        var (markets, theme) = value.Split(':') is [var codes, var named] ? (codes, named) : ("", "");
        return new Verdict(
            helped,
            [.. markets.Split(',').Where(MarketNames.Codes.Contains).Distinct().Take(MostMarkets)],
            Themes.All.Contains(theme) ? theme : null);
    }
}

/// Whether an answer helped, and what it was about.
internal sealed record Verdict(bool Helped, IReadOnlyList<string> Markets, string? Theme);
