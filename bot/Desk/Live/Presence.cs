using System.Collections.Concurrent;

namespace CroissanceConnectee.Bot.Desk;

/// Who of the desk has it open now. An expert with two windows is present until both are closed.
public sealed class Presence
{
    private readonly ConcurrentDictionary<Guid, Guid> _windows = [];

    public IReadOnlyCollection<Guid> Experts => [.. _windows.Values.Distinct()];

    public bool Includes(Guid expert) => _windows.Values.Contains(expert);

    /// Present until it is disposed.
    public IDisposable Enter(Guid expert) => new Window(this, expert);

    private sealed class Window : IDisposable
    {
        private readonly Presence _presence;
        private readonly Guid _id = Guid.NewGuid();

        public Window(Presence presence, Guid expert)
        {
            _presence = presence;
            presence._windows[_id] = expert;
        }

        public void Dispose() => _presence._windows.TryRemove(_id, out _);
    }
}
