using System.Collections.Concurrent;

namespace CroissanceConnectee.Telephony.Tests.Support;

/// A product that does what the test says, and remembers what it was asked.
public sealed class ScriptedHandler : ICallHandler
{
    public static readonly CallScript Sorry = new("Excusez-nous. Pour un conseiller, tapez 0.", new Listen { Digits = 1 });

    public ConcurrentQueue<CallTurn> Turns { get; } = new();

    public ConcurrentQueue<LineEvent> Events { get; } = new();

    public ConcurrentQueue<TextMessage> Messages { get; } = new();

    public Func<CallTurn, CancellationToken, Task<CallScript>> Answer { get; set; } =
        (turn, _) => Task.FromResult(new CallScript($"Réponse {turn.Number}.", new Listen()));

    public Func<CallTurn, CallScript> Apology { get; set; } = _ => Sorry;

    public Action<LineEvent> Happened { get; set; } = _ => { };

    public IReadOnlyList<string> Replies { get; set; } = [];

    public void Says(Func<CallTurn, CallScript> answer) => Answer = (turn, _) => Task.FromResult(answer(turn));

    public Task<CallScript> OnTurnAsync(CallTurn turn, CancellationToken cancellationToken)
    {
        Turns.Enqueue(turn);
        return Answer(turn, cancellationToken);
    }

    public CallScript Apologise(CallTurn turn) => Apology(turn);

    public Task OnEventAsync(LineEvent happened, CancellationToken cancellationToken)
    {
        Events.Enqueue(happened);
        Happened(happened);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<string>> OnMessageAsync(TextMessage message, CancellationToken cancellationToken)
    {
        Messages.Enqueue(message);
        return Task.FromResult(Replies);
    }
}
