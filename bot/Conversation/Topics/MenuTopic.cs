using CroissanceConnectee.Bot.Conversations.Understanding;
using CroissanceConnectee.Bot.Data;
using CroissanceConnectee.Bot.Texts;

namespace CroissanceConnectee.Bot.Conversations.Topics;

/// The hall: greets, explains, repeats, starts over, changes language. It never stays active.
public sealed class MenuTopic : ITopic
{
    public const string TopicName = "menu";

    public string Name => TopicName;

    public double ClaimOn(Message message, Conversation conversation) => message switch
    {
        { ChoiceValue: { } value } => value.StartsWith("menu:", StringComparison.Ordinal) ? Claim.Certain : Claim.None,
        { Command: Command.Help or Command.Repeat or Command.Restart or Command.Stop or Command.Language } => Claim.Certain,
        // Reached only when no topic has anything to take back.
        { Command: Command.Back or Command.Correct } => Claim.Weak,
        { Greets: true } or { Thanks: true } => Claim.Weak,
        { WantsToSell: true, Markets.Count: 0 } when conversation.State.Topics.Count == 0 => Claim.Weak,
        _ => Claim.None,
    };

    public async Task<TopicOutcome> ContinueAsync(TurnContext turn, CancellationToken cancellation)
    {
        switch (turn.Message)
        {
            case { Command: Command.Help } or { ChoiceValue: "menu:help" }:
                turn.SayOrSpeak(ConversationTexts.Help, ConversationTexts.HelpSpoken);
                OfferUnlessBusy(turn);
                break;
            case { Command: Command.Repeat }:
                await RepeatAsync(turn, cancellation);
                break;
            case { Command: Command.Restart } or { ChoiceValue: "menu:restart" }:
                Restart(turn);
                break;
            case { Command: Command.Stop }:
                Stop(turn);
                break;
            case { Command: Command.Language } or { ChoiceValue: "menu:fr" or "menu:en" }:
                ChangeLanguage(turn);
                break;
            case { Command: Command.Back or Command.Correct }:
                turn.Say(ConversationTexts.NothingToTakeBack);
                OfferUnlessBusy(turn);
                break;
            case { WantsToSell: true } when turn.State.Topics.Count == 0:
                turn.Say(ConversationTexts.RightPlace);
                Offer(turn);
                break;
            case { Thanks: true }:
                turn.Say(ConversationTexts.YouAreWelcome);
                break;
            default:
                turn.Say(ConversationTexts.Hello);
                OfferUnlessBusy(turn);
                break;
        }

        return TopicOutcome.Ends;
    }

    public void Resume(TurnContext turn) => Offer(turn);

    /// The first words, before the person has said anything: what this is, that it is a machine, and what can be done.
    public void Welcome(TurnContext turn)
    {
        if (turn.Conversation.EntryCount == 0)
        {
            Introduce(turn);
            Offer(turn);
        }
    }

    public void Introduce(TurnContext turn) => turn.SayOrSpeak(ConversationTexts.Welcome, ConversationTexts.WelcomeSpoken);

    public void Offer(TurnContext turn) => turn.Add(new Ask(ConversationTexts.WhatToDo,
    [
        new("diagnosis:start", ConversationTexts.ChoiceDiagnosis),
        new("answers:ask", ConversationTexts.ChoiceQuestion),
        new("resume:ask", ConversationTexts.ChoiceResume),
        new("person:ask", ConversationTexts.ChoicePerson),
    ]));

    /// What was said last, once more.
    public async Task RepeatAsync(TurnContext turn, CancellationToken cancellation)
    {
        if (await turn.Data.FindLastReplyAsync(turn.Conversation, cancellation) is { } last)
        {
            foreach (var part in last.Parts)
            {
                turn.Add(part);
            }
        }
        else
        {
            Welcome(turn);
        }
    }

    private void OfferUnlessBusy(TurnContext turn)
    {
        if (turn.State.Topics.Count == 0)
        {
            Offer(turn);
        }
    }

    /// Nothing is thrown away: an unfinished diagnosis stays reachable by its code.
    private void Restart(TurnContext turn)
    {
        if (turn.Conversation.Diagnosis is { CompletedAt: null } unfinished)
        {
            turn.Say(ConversationTexts.RestartedWithCode, unfinished.ResumeCode);
        }
        else
        {
            turn.Say(ConversationTexts.Restarted);
        }

        turn.Conversation.Diagnosis = null;
        turn.Conversation.DiagnosisId = null;
        turn.State = ConversationState.New with
        {
            Language = turn.State.Language,
            LanguageChosen = turn.State.LanguageChosen,
            WrongCodes = turn.State.WrongCodes,
        };
        Offer(turn);
    }

    private static void Stop(TurnContext turn)
    {
        if (turn.Conversation.Diagnosis is { CompletedAt: null } unfinished)
        {
            turn.Say(ConversationTexts.StoppedWithCode, unfinished.ResumeCode);
        }
        else
        {
            turn.SayOrSpeak(ConversationTexts.Stopped, ConversationTexts.StoppedSpoken);
        }

        turn.State = turn.State with { Topics = [], Awaiting = null };
    }

    private void ChangeLanguage(TurnContext turn)
    {
        var language = turn.Message.ChoiceValue switch
        {
            "menu:fr" => Language.French,
            "menu:en" => Language.English,
            _ => turn.Message.RequestedLanguage ?? (turn.State.Language == Language.French ? Language.English : Language.French),
        };
        turn.Speak(language);
        turn.State = turn.State with { LanguageChosen = true };
        turn.Say(ConversationTexts.LanguageChanged);
        OfferUnlessBusy(turn);
    }
}
