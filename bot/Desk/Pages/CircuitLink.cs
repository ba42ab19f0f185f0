using Microsoft.AspNetCore.Components.Server.Circuits;

namespace CroissanceConnectee.Bot.Desk.Pages;

/// Whether the browser is in touch with this circuit, which outlives a lost connection for a while.
internal sealed class CircuitLink : CircuitHandler
{
    public event Action? Changed;

    public bool IsUp { get; private set; } = true;

    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken) => SetAsync(true);

    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken) => SetAsync(false);

    private Task SetAsync(bool up)
    {
        IsUp = up;
        Changed?.Invoke();
        return Task.CompletedTask;
    }
}
