using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Conversations.Understanding;
using CroissanceConnectee.Bot.Data;
using CroissanceConnectee.Bot.Texts;
using Microsoft.EntityFrameworkCore;

namespace CroissanceConnectee.Bot.Privacy;

/// "Mes données": what is kept about this conversation, a copy of it, and its erasure, without leaving the conversation.
public sealed class DataTopic(PersonalDataLinks links) : ITopic
{
    public const string TopicName = "data";

    private const string ConfirmErasure = "data:erase";

    public string Name => TopicName;

    public double ClaimOn(Message message, Conversation conversation) => message switch
    {
        { ChoiceValue: { } value } => value.StartsWith("data:", StringComparison.Ordinal) ? Claim.Certain : Claim.None,
        { Command: Command.MyData } => Claim.Certain,
        { Stance: not null } when conversation.State is { Awaiting: ConfirmErasure } && IsActive(conversation) => Claim.Strong,
        _ => Claim.None,
    };

    public async Task<TopicOutcome> ContinueAsync(TurnContext turn, CancellationToken cancellation)
    {
        switch (turn.Message)
        {
            case { ChoiceValue: "data:erase" }:
                turn.State = turn.State with { Awaiting = ConfirmErasure };
                AskToConfirm(turn);
                return TopicOutcome.Waits;
            case { ChoiceValue: "data:erase-confirmed" } or { Stance: Stance.Yes } when turn.State.Awaiting == ConfirmErasure:
                await EraseAsync(turn, cancellation);
                return TopicOutcome.Ends;
            case { ChoiceValue: "data:keep" } or { Stance: not null }:
                turn.State = turn.State with { Awaiting = null };
                turn.Say(PrivacyTexts.Kept);
                return TopicOutcome.Ends;
            default:
                turn.Say(PrivacyTexts.WhatIsKept, turn.Conversation.EntryCount, turn.Conversation.Diagnosis?.Progress.Answers.Count ?? 0);
                turn.Add(new Offer(PrivacyTexts.Download, links.For(turn.Conversation.Id)));
                turn.Add(new Ask(PrivacyTexts.EraseOrKeep,
                [
                    new(ConfirmErasure, PrivacyTexts.ChoiceErase),
                    new("data:keep", PrivacyTexts.ChoiceKeep),
                ]));
                return TopicOutcome.Waits;
        }
    }

    public void Resume(TurnContext turn)
    {
        if (turn.State.Awaiting == ConfirmErasure)
        {
            AskToConfirm(turn);
        }
    }

    private static bool IsActive(Conversation conversation) => conversation.State.Topics.LastOrDefault() == TopicName;

    private static void AskToConfirm(TurnContext turn) => turn.Add(new Ask(PrivacyTexts.ConfirmErasure,
    [
        new("data:erase-confirmed", PrivacyTexts.ChoiceEraseForGood),
        new("data:keep", PrivacyTexts.ChoiceKeep),
    ]));

    /// Everything that was said and answered goes; the row of the conversation stays, empty, so that the dialogue can go on.
    /// An open request for a person keeps its reference and its contact: somebody is about to answer it. A closed one keeps neither
    /// the contact nor what the firm made of the help.
    private static async Task EraseAsync(TurnContext turn, CancellationToken cancellation)
    {
        var said = await turn.Data.Transcript.Where(entry => entry.ConversationId == turn.Conversation.Id).ToListAsync(cancellation);
        turn.Data.Transcript.RemoveRange(said);
        if (turn.Conversation.Diagnosis is { } diagnosis)
        {
            turn.Data.Diagnoses.Remove(diagnosis);
            turn.Conversation.Diagnosis = null;
            turn.Conversation.DiagnosisId = null;
        }

        var handoffs = await turn.Data.Handoffs.Where(one => one.ConversationId == turn.Conversation.Id && one.ClosedAt != null).ToListAsync(cancellation);
        foreach (var handoff in handoffs)
        {
            (handoff.Contact, handoff.Satisfaction, handoff.SatisfactionComment) = (null, null, null);
            handoff.Version++;
        }

        var closed = handoffs.ConvertAll(handoff => handoff.Id);
        turn.Data.HandoffFollowUps.RemoveRange(await turn.Data.HandoffFollowUps.Where(one => closed.Contains(one.HandoffId)).ToListAsync(cancellation));
        turn.State = ConversationState.New with { Language = turn.State.Language, LanguageChosen = turn.State.LanguageChosen, Holder = turn.State.Holder };
        turn.Say(PrivacyTexts.Erased);
    }
}
