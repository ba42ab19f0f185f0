using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Telephony;

namespace CroissanceConnectee.Bot.Channels.Phone;

/// Calls and text messages, as turns of the same conversation as everywhere else. Keyed on the call, never on the number.
public sealed class PhoneHandler(TurnHandler turns, TimeProvider clock) : ICallHandler
{
    private const string Channel = "phone";

    public async Task<CallScript> OnTurnAsync(CallTurn turn, CancellationToken cancellationToken)
    {
        TurnInput input = turn.Input switch
        {
            CallStarted => new Joined(),
            Spoke spoke => new Said(spoke.Text),
            Pressed pressed => new Said(pressed.Digits),
            _ => new Conversations.Silent(),
        };
        var key = new ConversationKey(Channel, turn.CallId);
        var entry = await turns.HandleAsync(new Turn(key, turn.Id, input, clock.GetUtcNow()), cancellationToken);
        var words = entry.Reply.Parts.Select(part => part switch
        {
            Say say => say.Spoken ?? say.Text,
            Ask ask => ask.Spoken ?? ask.Text,
            _ => "",
        });
        return new CallScript(ForTheEar.Write(string.Join(' ', words), entry.Reply.Language), new Listen())
        {
            Language = entry.Reply.Language.Culture().Name,
        };
    }

    public CallScript Apologise(CallTurn turn) => new("Excusez-moi, quelque chose n'a pas marché. Pouvez-vous répéter ?", new Listen());

    public Task OnEventAsync(LineEvent happened, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<IReadOnlyList<string>> OnMessageAsync(TextMessage message, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<string>>([]);
}
