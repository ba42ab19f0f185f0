using CroissanceConnectee.Bot.Texts;

namespace CroissanceConnectee.Bot.Desk.Pages;

internal static class HandoffWords
{
    public static string Of(HandoffState state) => state switch
    {
        HandoffState.Waiting => DeskPageTexts.StateWaiting,
        HandoffState.TakenCare => DeskPageTexts.StateTakenCare,
        HandoffState.Done => DeskPageTexts.StateDone,
        HandoffState.DoneNoHelp => DeskPageTexts.StateDoneNoHelp,
        HandoffState.NotReachable => DeskPageTexts.StateNotReachable,
        HandoffState.NotForMe => DeskPageTexts.StateNotForMe,
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}
