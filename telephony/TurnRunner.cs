using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CroissanceConnectee.Telephony;

/// Asks the product, and always has an answer: its own in time, or an apology.
internal sealed class TurnRunner(IServiceScopeFactory scopes, IOptionsMonitor<TelephonyOptions> options, TimeProvider time, ILogger<TurnRunner> logger)
{
    // Only heard when the product cannot even apologise: in French, since the line is.
    private static readonly CallScript LastResort = new(
        "Excusez-nous, un problème technique nous empêche de continuer. Merci de rappeler dans quelques minutes.", new HangUp());

    public async Task<(CallScript Script, bool Apology)> RunAsync(CallTurn turn)
    {
        var budget = options.CurrentValue.Budget;
        using var cancellation = new CancellationTokenSource();
        var work = Task.Run(() => AskAsync(turn, cancellation.Token));
        try
        {
            if (await work.WaitAsync(budget, time) is { } script)
            {
                return (script, false);
            }
        }
        catch (TimeoutException)
        {
            TelephonyLog.TurnTooSlow(logger, turn.CallId, turn.Id, budget.TotalSeconds);
            await cancellation.CancelAsync();
        }

        return (Apologise(turn), true);
    }

    public CallScript Apologise(CallTurn? turn)
    {
        if (turn is null)
        {
            return LastResort;
        }

        try
        {
            using var scope = scopes.CreateScope();
            return scope.ServiceProvider.GetRequiredService<ICallHandler>().Apologise(turn);
        }
        catch (Exception exception)
        {
            // The caller is on the line: whatever broke, it must not be silence.
            TelephonyLog.ApologyFailed(logger, exception, turn.CallId);
            return LastResort;
        }
    }

    public async Task<T> WithHandlerAsync<T>(Func<ICallHandler, CancellationToken, Task<T>> ask)
    {
        var budget = options.CurrentValue.Budget;
        using var cancellation = new CancellationTokenSource(budget, time);
        await using var scope = scopes.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<ICallHandler>(), cancellation.Token).WaitAsync(budget, time);
    }

    /// Null when it failed. Never throws: nobody waits for it any more once the time is up.
    private async Task<CallScript?> AskAsync(CallTurn turn, CancellationToken cancellation)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<ICallHandler>().OnTurnAsync(turn, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception exception)
        {
            TelephonyLog.TurnFailed(logger, exception, turn.CallId, turn.Id);
            return null;
        }
    }
}
