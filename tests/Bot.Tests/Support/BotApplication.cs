using CroissanceConnectee.Bot.Data;
using CroissanceConnectee.Knowledge;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CroissanceConnectee.Bot.Tests.Support;

/// The real host on a folder and a database of its own. Rate limits are off unless a test sets them.
public sealed class BotApplication(params (string Key, string Value)[] settings) : WebApplicationFactory<Program>
{
    // Reading and indexing two hundred articles takes longer than most tests, and the articles are the same for all of them.
    private static readonly Lazy<KnowledgeBase> Articles = new(() =>
        new KnowledgeBase(Options.Create(new KnowledgeOptions()), TimeProvider.System, NullLogger<KnowledgeBase>.Instance));

    /// Set it before the first use to have the host run on this clock.
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    public string Folder { get; init; } = Directory.CreateTempSubdirectory("croissance-").FullName;

    /// The folder outlives the host: for tests that start it again.
    public bool KeepFolder { get; init; }

    /// More services, or others in place of the host's.
    public Action<IServiceCollection>? With { get; init; }

    public async Task<ChatClient> OpenChatAsync(string? locale = null)
    {
        var chat = new ChatClient(CreateClient());
        await chat.StartAsync(locale);
        return chat;
    }

    public async Task<T> ReadDataAsync<T>(Func<ProductContext, Task<T>> read)
    {
        await using var data = await Services.GetRequiredService<IDbContextFactory<ProductContext>>().CreateDbContextAsync();
        return await read(data);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (!KeepFolder)
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(Folder, recursive: true);
        }
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Storage:Directory", Folder);
        builder.UseSetting("RateLimits:PerAddress", "0");
        builder.UseSetting("RateLimits:SignInPerAddress", "0");
        builder.UseSetting("RateLimits:PerToken", "0");
        builder.UseSetting("RateLimits:PerConversation", "0");
        foreach (var (key, value) in settings)
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        builder.ConfigureTestServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton(Clock));
            if (Clock == TimeProvider.System && !settings.Any(setting => setting.Key.StartsWith("Knowledge:", StringComparison.Ordinal)))
            {
                services.Replace(ServiceDescriptor.Singleton(Articles.Value));
            }

            With?.Invoke(services);
        });
    }
}
