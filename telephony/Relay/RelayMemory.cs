using System.Collections.Concurrent;

namespace CroissanceConnectee.Telephony;

/// Where the session of a call broke off. Kept in this process only: elsewhere, or after a restart, the call goes on without it.
internal sealed class RelayMemory(TimeProvider time)
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, (BreakOff Point, DateTimeOffset At)> _calls = new();

    public void Keep(string call, BreakOff point)
    {
        var now = time.GetUtcNow();
        foreach (var old in _calls.Where(entry => now - entry.Value.At > Kept))
        {
            _calls.TryRemove(old);
        }

        _calls[call] = (point, now);
    }

    public BreakOff? Take(string call) => _calls.TryRemove(call, out var kept) && time.GetUtcNow() - kept.At <= Kept ? kept.Point : null;
}

/// The number of the turn that comes next, and what was heard of the last reply: null when nothing is known of it.
internal sealed record BreakOff(int Number, string? Heard);

/// What a session gives back to the documents when something must be done that a socket cannot do.
internal sealed record Handover(int Number, int Apologies, CallScript Script);
