using Microsoft.Extensions.Options;

namespace CroissanceConnectee.Bot.Diagnoses;

/// Slows down whoever tries resume codes at random, from however many conversations. Per process: each replica adds its share.
public sealed class CodeGuard(IOptions<DiagnosisOptions> options, TimeProvider clock)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly Queue<DateTimeOffset> _wrong = [];

    /// Too many wrong codes lately: not even a right one is told from a wrong one.
    public bool IsClosed
    {
        get
        {
            lock (_lock)
            {
                Forget();
                return _wrong.Count >= options.Value.WrongCodesPerMinute;
            }
        }
    }

    public void CountWrong()
    {
        lock (_lock)
        {
            Forget();
            _wrong.Enqueue(clock.GetUtcNow());
        }
    }

    private void Forget()
    {
        var since = clock.GetUtcNow() - Minute;
        while (_wrong.TryPeek(out var oldest) && oldest <= since)
        {
            _wrong.Dequeue();
        }
    }
}
