using System.Globalization;
using CroissanceConnectee.Bot.Data;
using CroissanceConnectee.Bot.Desk;
using CroissanceConnectee.Bot.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CroissanceConnectee.Bot.Tests.Desk;

/// The host on a Tuesday morning, with experts who have the desk open before them.
internal sealed class LiveOffice : IAsyncDisposable
{
    private readonly ArticlesFolder _articles = new ArticlesFolder().Add("belgique.md");

    private readonly string _folder = Directory.CreateTempSubdirectory("croissance-").FullName;

    private LiveOffice() => Bot = Start();

    public FakeTimeProvider Clock { get; } = new(DateTimeOffset.Parse("2026-11-24T10:00+01:00", CultureInfo.InvariantCulture));

    public BotApplication Bot { get; private set; }

    public LiveDesk Desk => Bot.Services.GetRequiredService<LiveDesk>();

    public WaitingList Queue => Bot.Services.GetRequiredService<WaitingList>();

    public static async Task<LiveOffice> OpenAsync(params Expert[] experts)
    {
        var office = new LiveOffice();
        await office.Bot.ReadDataAsync(async data =>
        {
            data.Experts.AddRange(experts.Select(expert => expert with { }));
            return await data.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
        foreach (var expert in experts)
        {
            office.Bot.Services.GetRequiredService<Presence>().Enter(expert.Id);
        }

        return office;
    }

    /// A firm that wants to talk to somebody in the chat, after it said something.
    public async Task<ChatClient> AskLiveAsync(string first = "bonjour")
    {
        var chat = await Bot.OpenChatAsync();
        await chat.SayAsync(first);
        await chat.SayAsync("je veux parler à un conseiller");
        await chat.ChooseAsync("Dans ce chat, maintenant");
        return chat;
    }

    /// Time passes and the host looks at what is due. The clock alone would not do: a worker between two looks misses its leap.
    public void Advance(TimeSpan time)
    {
        Clock.Advance(time);
        Bot.Services.GetRequiredService<OutboxSignal>().Raise();
    }

    /// The host is gone and another one comes up on what it left; the firm goes on with its conversation.
    public async Task<ChatClient> RestartAsync(ChatClient chat)
    {
        await Bot.DisposeAsync();
        Bot = Start();
        var again = new ChatClient(Bot.CreateClient());
        again.Continue(chat.ConversationId, chat.Token);
        return again;
    }

    public Task<Guid> HandoffAsync(ChatClient chat) => Bot.ReadDataAsync(data => data.Handoffs
        .Where(one => one.ConversationId == $"web/{chat.ConversationId}").Select(one => one.Id).SingleAsync(TestContext.Current.CancellationToken));

    public Task<Guid?> OwnerAsync(Guid handoff) => Bot.ReadDataAsync(data => data.Handoffs
        .Where(one => one.Id == handoff).Select(one => one.ExpertId).SingleAsync(TestContext.Current.CancellationToken));

    public Task<int> CountAsync(Guid handoff, HandoffEventKind kind) => Bot.ReadDataAsync(data => data.HandoffEvents
        .CountAsync(one => one.HandoffId == handoff && one.Kind == kind, TestContext.Current.CancellationToken));

    public async Task<DeskOutcome> SayAsync(ChatClient chat, Expert expert, string text) =>
        await Desk.SayAsync(await HandoffAsync(chat), expert.Id, Guid.NewGuid().ToString(), text, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        _articles.Dispose();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private BotApplication Start() => new(("Knowledge:Directory", _articles.Path)) { Clock = Clock, Folder = _folder, KeepFolder = true };
}
