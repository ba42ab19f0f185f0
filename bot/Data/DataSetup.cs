using CroissanceConnectee.Bot.Configuration;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CroissanceConnectee.Bot.Data;

public static class DataSetup
{
    public static IServiceCollection AddData(this IServiceCollection services)
    {
        services.AddValidated<StorageOptions>("Storage");
        services.AddValidated<DatabaseOptions>("Database");
        services.AddSingleton<StorageFolder>();
        services.AddSingleton<SqliteWriteGate>();
        services.AddPooledDbContextFactory<ProductContext>((provider, options) => options
            .UseSqlite(ConnectionString(provider))
            .EnableThreadSafetyChecks(false)
            .AddInterceptors(provider.GetRequiredService<SqliteWriteGate>()));
        services.AddSingleton<TurnSessions>();
        services.AddHostedService<DatabaseStart>();

        services.AddValidated<MailOptions>("Mail");
        services.AddSingleton<IDelivery, MailDelivery>();
        services.AddSingleton<OutboxSignal>();
        services.AddHostedService<OutboxWorker>();
        return services;
    }

    private static string ConnectionString(IServiceProvider provider)
    {
        var configured = provider.GetRequiredService<IOptions<DatabaseOptions>>().Value.ConnectionString;
        if (configured.Length > 0)
        {
            return configured;
        }

        var folder = provider.GetRequiredService<StorageFolder>().Root;
        return new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(folder, "croissance.db"),
            // A chat gives up on a message after 20 s: it must hear before that that the file is locked.
            DefaultTimeout = 5,
        }.ToString();
    }
}
