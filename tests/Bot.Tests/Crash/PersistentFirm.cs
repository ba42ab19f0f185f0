using System.Text.RegularExpressions;
using CroissanceConnectee.Bot.Tests.Support;

namespace CroissanceConnectee.Bot.Tests.Crash;

/// A firm that goes through the diagnosis again and again, and sends a message again until it is told that it arrived.
internal sealed partial class PersistentFirm(Func<Uri> address, int number)
{
    // Of the articles only those about practices: what dies here is the turn, and a hundred starts should not take a quarter of an hour.
    public static readonly (string, string)[] Settings =
    [
        ("Knowledge:Directory", "articles/practices"),
        ("RateLimits:PerAddress", "0"), ("RateLimits:PerToken", "0"), ("RateLimits:PerConversation", "0"),
    ];

    private readonly List<string> _said = [];
    private string _conversationId = "";
    private string _token = "";

    public IReadOnlyList<string> Said => _said;

    public int Retries { get; private set; }

    public async Task TalkAsync(CancellationToken over)
    {
        await PersistAsync(async chat =>
        {
            await chat.StartAsync("fr-FR");
            (_conversationId, _token) = (chat.ConversationId, chat.Token);
        });
        while (!over.IsCancellationRequested)
        {
            var next = NextMessage(_said.Count);
            await PersistAsync(chat => chat.SayAsync(next, messageId: $"firm-{number}-{_said.Count}"));
            _said.Add(next);
        }
    }

    public async Task<IReadOnlyList<string>> SaidAccordingToTheBotAsync() =>
        [.. (await ReadAsync(address(), _conversationId, _token)).Where(activity => !activity.IsFromBot).Select(activity => activity.Says)];

    /// What the bot answered, without what differs from one diagnosis to another: its code and its addresses.
    public async Task<IReadOnlyList<string>> AnswersAsync() =>
        [.. (await ReadAsync(address(), _conversationId, _token)).Where(activity => activity.IsFromBot).Select(Masked)];

    /// The same words to a process that nobody kills: what it answers is what should have been answered.
    public async Task<IReadOnlyList<string>> RepeatTalkAsync(Uri undisturbed)
    {
        using var http = new HttpClient { BaseAddress = undisturbed };
        var chat = new ChatClient(http);
        await chat.StartAsync("fr-FR");
        foreach (var text in _said)
        {
            await chat.SayAsync(text);
        }

        return [.. (await chat.ReadAsync()).Where(activity => activity.IsFromBot).Select(Masked)];
    }

    /// Some answers fit, some do not, some interrupt: every kind of turn is under way when the process dies.
    private static string NextMessage(int sequence) => (sequence % 30) switch
    {
        0 => "je veux faire le diagnostic",
        7 => "en fait on est 14, pas 12",
        11 => "c'est quoi l'OSS ?",
        17 => "retour",
        29 => "recommencer",
        var step when step % 3 == 0 => "oui",
        var step when step % 3 == 1 => "12",
        _ => "je ne sais pas",
    };

    private async Task PersistAsync(Func<ChatClient, Task> act)
    {
        for (var attempt = 0; ; attempt++)
        {
            using var http = new HttpClient { BaseAddress = address(), Timeout = TimeSpan.FromSeconds(10) };
            var chat = new ChatClient(http);
            if (_token.Length > 0)
            {
                chat.Continue(_conversationId, _token);
            }

            try
            {
                await act(chat);
                Retries += attempt;
                return;
            }
            catch (Exception cut) when (cut is HttpRequestException or IOException or TaskCanceledException && attempt < 6000)
            {
                await Task.Delay(50);
            }
        }
    }

    private static async Task<IReadOnlyList<BotActivity>> ReadAsync(Uri site, string conversationId, string token)
    {
        using var http = new HttpClient { BaseAddress = site };
        var chat = new ChatClient(http);
        chat.Continue(conversationId, token);
        return await chat.ReadAsync();
    }

    private static string Masked(BotActivity activity) => Varying().Replace(activity.Says, "…");

    [GeneratedRegex(@"\b[ACDEFGHJKMNPQRTWXY34679]{6}\b|https?://\S+|/diagnostic/\S+")]
    private static partial Regex Varying();
}
