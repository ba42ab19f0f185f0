using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Conversations.Understanding;
using CroissanceConnectee.Bot.Texts;
using CroissanceConnectee.Knowledge;

namespace CroissanceConnectee.Bot.Answers;

/// Questions about foreign online markets: answered from the articles with their sources, or honestly not.
public sealed class AnswersTopic(KnowledgeBase knowledge) : ITopic
{
    public const string TopicName = "answers";

    private const string SubjectChoice = "answers:subject:";

    public string Name => TopicName;

    public double ClaimOn(Message message, Conversation conversation) => message switch
    {
        { ChoiceValue: { } value } => value.StartsWith("answers:", StringComparison.Ordinal) ? Claim.Certain : Claim.None,
        { IsBlank: true } or { Command: not null } => Claim.None,
        { IsQuestion: true } => Claim.Likely,
        _ when IsActive(conversation) => message.Stance is null ? Claim.Likely : Claim.Weak,
        { MentionsSubject: true } => Claim.Weak,
        // "et en Espagne" follows up on what was just answered.
        { Markets.Count: > 0 } when conversation.State.Theme is not null => Claim.Weak,
        _ => Claim.None,
    };

    public async Task<TopicOutcome> ContinueAsync(TurnContext turn, CancellationToken cancellation)
    {
        if (turn.Message.ChoiceValue is { } choice)
        {
            return Choose(turn, choice);
        }

        if (turn.Message.Stance is Stance.No or Stance.Skip)
        {
            turn.Say(AnswersTexts.NoQuestion);
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
                OfferMore(turn, answer.FurtherReading);
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
        OfferMore(turn, []);
        return TopicOutcome.Ends;
    }

    /// Says what it does not know. In the middle of something else the near subjects are named, not offered: the question that
    /// comes next has choices of its own.
    private static TopicOutcome Abstain(TurnContext turn, NoAnswer nothing)
    {
        turn.Say(nothing.Reason switch
        {
            NoAnswerReason.MarketNeeded => AnswersTexts.WhichMarket,
            NoAnswerReason.MarketNotCovered => AnswersTexts.MarketNotCovered,
            NoAnswerReason.Unsure => AnswersTexts.Unsure,
            _ => AnswersTexts.NothingFound,
        });
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

    private static void OfferMore(TurnContext turn, IReadOnlyList<Subject> further)
    {
        if (!Interrupts(turn))
        {
            var language = turn.State.Language.Code();
            turn.Add(new Ask(AnswersTexts.AnythingElse,
            [
                .. further.Select(subject => SubjectAsChoice(subject, language)),
                new("diagnosis:start", ConversationTexts.ChoiceDiagnosis),
                new("person:ask", ConversationTexts.ChoicePerson),
            ]));
        }
    }

    private static Choice SubjectAsChoice(Subject subject, string language) =>
        new(SubjectChoice + subject.ArticleId + (subject.Section is { } section ? "#" + section : ""), subject.Title.In(language));
}
