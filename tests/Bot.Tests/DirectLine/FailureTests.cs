using System.Data.Common;
using System.Net;
using System.Net.Http.Json;
using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Conversations.Understanding;
using CroissanceConnectee.Bot.Data;
using CroissanceConnectee.Bot.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace CroissanceConnectee.Bot.Tests.DirectLine;

public sealed class FailureTests
{
    [Theory]
    [InlineData("GET", "/v3/directline", 404, "NotFound")]
    [InlineData("GET", "/v3/directline/nothing/here", 404, "NotFound")]
    [InlineData("PUT", "/v3/directline/conversations", 405, "NotAllowed")]
    [InlineData("DELETE", "/v3/directline/conversations/x/activities", 405, "NotAllowed")]
    [InlineData("DELETE", "/chat/token", 405, "NotAllowed")]
    public async Task RefusalsOfTheFrameworkHaveTheProtocolsForm(string method, string path, int status, string code)
    {
        await using var bot = new BotApplication();
        using var request = new HttpRequestMessage(new HttpMethod(method), path);

        var answer = await bot.SendAsync(request);

        await answer.IsErrorAsync((HttpStatusCode)status, code);
    }

    [Fact]
    public async Task LockedDatabaseIsSaidInThePersonsLanguageAndLosesNothing()
    {
        var folder = Directory.CreateTempSubdirectory("croissance-").FullName;
        var file = Path.Combine(folder, "locked.db");
        await using var bot = new BotApplication(("Database:ConnectionString", $"Data Source={file};Default Timeout=1")) { Folder = folder };
        var chat = await bot.OpenChatAsync();
        var message = new { type = "message", text = "ne me perdez pas", channelData = new { clientActivityID = "c-1" } };

        var locked = await LockAsync(file);
        var french = await PostAsync(bot, chat, message, "fr-FR,fr;q=0.9");
        var english = await PostAsync(bot, chat, message, "en-US,en;q=0.9");
        await locked.DisposeAsync();
        var again = await PostAsync(bot, chat, message, "fr");

        await french.IsErrorAsync(HttpStatusCode.ServiceUnavailable, "ServiceError");
        Assert.Contains("Réessayez", await french.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("try again", await english.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.EndsWith("|0000001", (await again.JsonAsync()).Text("id"), StringComparison.Ordinal);
        Assert.Single(await chat.ReadAsync("1"), activity => activity.Says == "ne me perdez pas");
    }

    [Fact]
    public async Task ReadOnlyDatabaseRefusesMessagesAndStillShowsTheConversation()
    {
        var disk = new ReadOnlySwitch();
        await using var bot = new BotApplication { With = services => services.ConfigureDbContext<ProductContext>(options => options.AddInterceptors(disk)) };
        var chat = await bot.OpenChatAsync();

        disk.IsOn = true;
        var posted = await chat.PostAsync($"{chat.Path}/activities", new { type = "message", text = "a" });
        var started = await bot.SendAsync(Wire.Get("/chat/token"));
        var ready = await bot.SendAsync(Wire.Get("/health/ready"));
        var live = await bot.SendAsync(Wire.Get("/health/live"));
        var shown = await chat.ReadAsync();
        disk.IsOn = false;

        await posted.IsErrorAsync(HttpStatusCode.ServiceUnavailable, "ServiceError");
        await started.JsonAsync();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        Assert.Equal(chat.Last.Count, shown.Count);
        Assert.NotEmpty(await chat.SayAsync("et maintenant ?"));
        Assert.Equal(HttpStatusCode.OK, (await bot.SendAsync(Wire.Get("/health/ready"))).StatusCode);
    }

    [Fact]
    public async Task DatabaseThatIsGoneIsAnErrorAndNotReady()
    {
        await using var bot = new BotApplication();
        var chat = await bot.OpenChatAsync();
        bot.Services.GetRequiredService<TurnSessions>().CloseIdle();
        SqliteConnection.ClearAllPools();
        foreach (var file in Directory.GetFiles(bot.Folder, "croissance.db*"))
        {
            File.Delete(file);
        }

        Directory.CreateDirectory(Path.Combine(bot.Folder, "croissance.db"));

        await (await chat.PostAsync($"{chat.Path}/activities", new { type = "message", text = "a" })).IsErrorAsync(HttpStatusCode.ServiceUnavailable, "ServiceError");
        await (await chat.GetAsync($"{chat.Path}/activities")).IsErrorAsync(HttpStatusCode.ServiceUnavailable, "ServiceError");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await bot.SendAsync(Wire.Get("/health/ready"))).StatusCode);
    }

    [Fact]
    public async Task BotThatBreaksIsABadGatewayAndTheNextMessageIsAnswered()
    {
        await using var bot = new BotApplication { With = services => services.AddTopic<BrokenTopic>() };
        var chat = await bot.OpenChatAsync();

        var broken = await chat.PostAsync($"{chat.Path}/activities", new { type = "message", text = "casse" });
        var answers = await chat.SayAsync("Bonjour");

        await broken.IsErrorAsync(HttpStatusCode.BadGateway, "BotRejectedActivity");
        Assert.DoesNotContain("secret", await broken.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.NotEmpty(answers);
        Assert.Equal("Bonjour", (await chat.ReadAsync("1"))[0].Says);
    }

    private static async Task<HttpResponseMessage> PostAsync(BotApplication bot, ChatClient chat, object message, string languages)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"{chat.Path}/activities") { Content = JsonContent.Create(message) };
        request.Headers.Add("Accept-Language", languages);
        return await bot.SendAsync(request.Bearing(chat.Token));
    }

    /// Another program that writes, and takes its time.
    private static async Task<SqliteConnection> LockAsync(string file)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE";
        await command.ExecuteNonQueryAsync();
        return connection;
    }

    /// SQLite's own refusal to write, as on a disk that was remounted read-only.
    private sealed class ReadOnlySwitch : DbCommandInterceptor, IDbTransactionInterceptor
    {
        public bool IsOn { get; set; }

        public ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
            DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default)
        {
            using var pragma = connection.CreateCommand();
            Turn(pragma);
            return ValueTask.FromResult(result);
        }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Turn(command);
            return ValueTask.FromResult(result);
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            Turn(command);
            return ValueTask.FromResult(result);
        }

        private void Turn(DbCommand command)
        {
            using var pragma = command.Connection!.CreateCommand();
            pragma.Transaction = command.Transaction;
            pragma.CommandText = $"PRAGMA query_only = {(IsOn ? 1 : 0)}";
            pragma.ExecuteNonQuery();
        }
    }

    private sealed class BrokenTopic : ITopic
    {
        public string Name => "broken";

        public double ClaimOn(Message message, Conversation conversation) => message.Raw == "casse" ? Claim.Certain : Claim.None;

        public Task<TopicOutcome> ContinueAsync(TurnContext turn, CancellationToken cancellation) => throw new InvalidOperationException("a secret detail");

        public void Resume(TurnContext turn)
        {
        }
    }
}
