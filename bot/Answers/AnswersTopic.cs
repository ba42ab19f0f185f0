using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Conversations.Topics;
using CroissanceConnectee.Bot.Conversations.Understanding;
using CroissanceConnectee.Bot.Data;
using CroissanceConnectee.Bot.Texts;
using CroissanceConnectee.Knowledge;

namespace CroissanceConnectee.Bot.Answers;

/// Questions about foreign online markets: answered from the articles with their sources, or honestly not.
public sealed class AnswersTopic(KnowledgeBase knowledge, WhereToSell whereToSell, MenuTopic menu) : ITopic
{
    public const string TopicName = "answers";

    /// Whoever is in Lyon does not sell to Lyon.
    private const string Home = "FR";

    private const string SubjectChoice = "answers:subject:";

    /// Beside yes and no: more would push the answer out of a phone's screen.
    private const int MostSubjects = 2;

    public string Name => TopicName;

    public double ClaimOn(Message message, Conversation conversation) => message switch
    {
        { ChoiceValue: { } value } => value.StartsWith("answers:", StringComparison.Ordinal) ? Claim.Certain : Claim.None,
        { IsBlank: true } or { Command: not null } => Claim.None,
        _ when HelpfulQuestion.Read(message, conversation) is not null => Claim.Likely,
        { IsQuestion: true } => Claim.Likely,
        _ when IsActive(conversation) => message.Stance is null ? Claim.Likely : Claim.Weak,
        { MentionsSubject: true } => Claim.Weak,
        // "et en Espagne" follows up on what was just answered; "ventes en ligne en Belgique" is a question to whoever has nothing else to do.
        { Markets.Count: > 0 } when conversation.State is { Theme: not null } or { Topics.Count: 0 } => Claim.Weak,
        _ => Claim.None,
    };

    public async Task<TopicOutcome> ContinueAsync(TurnContext turn, CancellationToken cancellation)
    {
        if (HelpfulQuestion.Read(turn.Message, turn.Conversation) is { } verdict)
        {
            return await TakeVerdictAsync(turn, verdict, cancellation);
        }

        if (turn.Message.ChoiceValue is { } choice)
        {
            return Choose(turn, choice);
        }

        // "Non, et en Espagne ?": the answer before did not help, and this one may.
        if (HelpfulQuestion.IsPending(turn.Conversation) && turn.Message.OpensWith == Stance.No)
        {
            KnowledgeGaps.Note(turn, KnowledgeGapKind.NotHelpful, turn.State.Markets, turn.State.Theme);
        }

        if (turn.Message.Stance is Stance.No or Stance.Skip)
        {
            turn.Say(AnswersTexts.NoQuestion);
            return TopicOutcome.Ends;
        }

        if (whereToSell.SectorsAskedAbout(turn.Message) is { Count: > 0 } sectors && whereToSell.Write(turn, sectors) is { } markets)
        {
            turn.State = turn.State with { Markets = [], Theme = Themes.Marketplaces };
            AskIfHelpful(turn, markets);
            return TopicOutcome.Ends;
        }

        if (MarketToBeginWith(turn.Message) is { } market && await BeginAsync(turn, market, cancellation))
        {
            return TopicOutcome.Ends;
        }

        var question = new Question(turn.Message.Folded, turn.State.Language.Code())
        {
            Markets = turn.State.Markets,
            Theme = turn.State.Theme,
        };
        var result = await knowledge.AskAsync(question, cancellation);
        turn.State = turn.State with { Markets = result.Markets, Theme = result.Theme };
        switch (result)
        {
            case Answer answer:
                AnswerParts.Write(turn, answer, knowledge);
                if (answer.UnansweredMarkets.Count > 0)
                {
                    KnowledgeGaps.Note(turn, KnowledgeGapKind.Abstained, answer.UnansweredMarkets, answer.Theme);
                }

                AskIfHelpful(turn, answer.FurtherReading);
                return TopicOutcome.Ends;
            case NoAnswer { Reason: NoAnswerReason.EmptyQuestion }:
                return TopicOutcome.Missed;
            case NoAnswer nothing:
                return Abstain(turn, nothing);
            default:
                throw new InvalidOperationException($"Unknown result {result.GetType().Name}");
        }
    }

    public void Resume(TurnContext turn) => turn.Add(new Ask(AnswersTexts.AskAway, []));

    private static bool IsActive(Conversation conversation) => conversation.State.Topics.LastOrDefault() == TopicName;

    /// "Je fabrique des couteaux à Thiers et je voudrais vendre au Japon": a country, and nothing more that could be asked about it.
    private static string? MarketToBeginWith(Message message) =>
        message is { WantsToSell: true, MentionsSubject: false } && message.Markets.Where(market => market != Home).ToList() is [var market] ? market : null;

    /// What its article says in short, and where to begin.
    private async Task<bool> BeginAsync(TurnContext turn, string market, CancellationToken cancellation)
    {
        if (Interrupts(turn) || await knowledge.AskAsync(new Question("", turn.State.Language.Code()) { Markets = [market] }, cancellation) is not Answer answer)
        {
            return false;
        }

        turn.State = turn.State with { Markets = answer.Markets, Theme = null };
        AnswerParts.Write(turn, answer, knowledge);
        turn.Say(ConversationTexts.RightPlace);
        menu.Offer(turn);
        return true;
    }

    /// Something else goes on after the answer.
    private static bool Interrupts(TurnContext turn) => turn.MoreFollows || turn.State.Topics.Any(name => name != TopicName);

    private TopicOutcome Choose(TurnContext turn, string choice)
    {
        if (!choice.StartsWith(SubjectChoice, StringComparison.Ordinal))
        {
            Resume(turn);
            return TopicOutcome.Waits;
        }

        var (id, section) = choice[SubjectChoice.Length..].Split('#') is [var article, var anchor] ? (article, anchor) : (choice[SubjectChoice.Length..], null);
        if (knowledge.Find(id) is not { } found)
        {
            turn.Say(AnswersTexts.SubjectGone);
            return TopicOutcome.Ends;
        }

        AnswerParts.Write(turn, found, section);
        turn.State = turn.State with { Markets = found.Kind == ArticleKind.Market ? found.Markets : turn.State.Markets, Theme = section ?? turn.State.Theme };
        AskIfHelpful(turn, []);
        return TopicOutcome.Ends;
    }

    /// Says what it does not know. In the middle of something else the near subjects are named, not offered: the question that
    /// comes next has choices of its own.
    private static TopicOutcome Abstain(TurnContext turn, NoAnswer nothing)
    {
        // Which country is meant is a question back, not something missing.
        if (nothing.Reason != NoAnswerReason.MarketNeeded)
        {
            KnowledgeGaps.Note(turn, KnowledgeGapKind.Abstained, nothing.Markets, nothing.Theme);
        }

        var told = nothing.Reason switch
        {
            NoAnswerReason.MarketNeeded => AnswersTexts.WhichMarket,
            NoAnswerReason.MarketNotCovered => AnswersTexts.MarketNotCovered,
            NoAnswerReason.Unsure => AnswersTexts.Unsure,
            _ => AnswersTexts.NothingFound,
        };
        turn.Add(new Say(told) { Abstains = nothing.Reason != NoAnswerReason.MarketNeeded });
        var language = turn.State.Language.Code();
        if (Interrupts(turn))
        {
            if (nothing.NearSubjects.Count > 0)
            {
                turn.Say(AnswersTexts.NearSubjects, string.Join(" ; ", nothing.NearSubjects.Select(subject => subject.Title.In(language))));
            }

            return TopicOutcome.Ends;
        }

        turn.Add(new Ask(nothing.NearSubjects.Count > 0 ? AnswersTexts.DidYouMean : AnswersTexts.WhatNow,
        [
            .. nothing.NearSubjects.Select(subject => SubjectAsChoice(subject, language)),
            new("person:ask", ConversationTexts.ChoicePerson),
        ]));
        return TopicOutcome.Waits;
    }

    /// Not in the middle of something else, whose own question comes next.
    private static void AskIfHelpful(TurnContext turn, IReadOnlyList<Subject> further)
    {
        if (Interrupts(turn))
        {
            return;
        }

        var language = turn.State.Language.Code();
        turn.State = HelpfulQuestion.Asked(turn.State, turn.Conversation);
        turn.Add(new Ask(AnswersTexts.DidItHelp,
        [
            .. HelpfulQuestion.Choices(turn.State.Markets, turn.State.Theme),
            .. further.Take(MostSubjects).Select(subject => SubjectAsChoice(subject, language)),
        ]));
    }

    private static async Task<TopicOutcome> TakeVerdictAsync(TurnContext turn, Verdict verdict, CancellationToken cancellation)
    {
        // The subjects that stood beside the answer are the ones that may have been meant.
        var near = verdict.Helped ? [] : await NearSubjectsAsync(turn, cancellation);
        turn.Say(verdict.Helped ? AnswersTexts.GladItHelped : AnswersTexts.SorryItDidNot);
        if (!verdict.Helped)
        {
            KnowledgeGaps.Note(turn, KnowledgeGapKind.NotHelpful, verdict.Markets, verdict.Theme);
        }

        if (!Interrupts(turn))
        {
            turn.Add(new Ask(verdict.Helped ? AnswersTexts.AnythingElse : AnswersTexts.WhatNow,
            [
                .. near,
                new("answers:ask", verdict.Helped ? ConversationTexts.ChoiceQuestion : AnswersTexts.AskOtherwise),
                .. verdict.Helped ? [new Choice("diagnosis:start", ConversationTexts.ChoiceDiagnosis)] : Array.Empty<Choice>(),
                new("person:ask", ConversationTexts.ChoicePerson),
            ]));
        }

        return TopicOutcome.Ends;
    }

    private static async Task<IEnumerable<Choice>> NearSubjectsAsync(TurnContext turn, CancellationToken cancellation) =>
        (await turn.Data.FindLastReplyAsync(turn.Conversation, cancellation))?.Parts.OfType<Ask>()
            .SelectMany(ask => ask.Choices)
            .Where(choice => choice.Value.StartsWith(SubjectChoice, StringComparison.Ordinal)) ?? [];

    private static Choice SubjectAsChoice(Subject subject, string language) =>
        new(SubjectChoice + subject.ArticleId + (subject.Section is { } section ? "#" + section : ""), subject.Title.In(language));
}
