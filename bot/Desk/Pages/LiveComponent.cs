using System.Threading.Channels;
using Microsoft.AspNetCore.Components;

namespace CroissanceConnectee.Bot.Desk.Pages;

/// Shows what is the case now, and again whenever that has changed: read on the circuit's own thread and in its language, whoever
/// told of the change. Several changes while it reads are one.
public abstract class LiveComponent : ComponentBase, IDisposable
{
    // Minutes of waiting go by without anything else happening, and another process tells this one of nothing.
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(10);

    private readonly Channel<bool> _changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly List<IDisposable> _subscriptions = [];

    [Inject]
    public required TimeProvider Clock { get; set; }

    protected abstract Task ReadAsync();

    /// Subscribes, once the page is alive, to what changes the things shown.
    protected abstract IEnumerable<IDisposable> Listen();

    protected virtual Task OnAliveAsync() => Task.CompletedTask;

    /// From any thread.
    protected void Changed() => _changes.Writer.TryWrite(true);

    protected override Task OnInitializedAsync() => ReadAsync();

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            return;
        }

        _subscriptions.AddRange(Listen());
        _subscriptions.Add(Clock.CreateTimer(_ => Changed(), null, Beat, Beat));
        await OnAliveAsync();

        // Something may have happened since the first reading.
        Changed();
        await foreach (var _ in _changes.Reader.ReadAllAsync())
        {
            await ReadAsync();
            StateHasChanged();
        }
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        _changes.Writer.TryComplete();
        _subscriptions.ForEach(one => one.Dispose());
    }
}
