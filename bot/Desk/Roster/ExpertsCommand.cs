using CroissanceConnectee.Bot.Configuration;
using CroissanceConnectee.Bot.Data;
using CroissanceConnectee.Bot.Desk.Accounts;
using CroissanceConnectee.Bot.Diagnoses;
using Microsoft.EntityFrameworkCore;

namespace CroissanceConnectee.Bot.Desk;

/// `dotnet run --project bot -- experts …`: how the roster comes in and goes out, and who may sign in, without starting the host.
/// The host may be running on the same data.
public static class ExpertsCommand
{
    private const int Done = 0;
    private const int HasErrors = 1;
    private const int NotUnderstood = 2;

    public static bool Matches(string[] args) => args is ["experts", ..];

    public static async Task<int> RunAsync(string[] args, WebApplicationBuilder builder, TextWriter output)
    {
        var file = args is [_, "import" or "export", var path, ..] && !path.StartsWith("--", StringComparison.Ordinal) ? Path.GetFullPath(path) : null;
        var accountFault = AccountsCommand.Fault(args);
        if (file is null && accountFault is not null && args is not [_, "list", ..])
        {
            if (accountFault.Length > 0)
            {
                await output.WriteLineAsync(accountFault);
            }

            await output.WriteLineAsync("""
                experts import <file.csv>   adds and changes experts and connectors; names every rejected row by line and column
                experts export <file.csv>   writes all of them, as import reads them
                experts list                writes them here, a line each
                experts add <email> [--role expert|lead|operator] [--name <name>]
                                            lets a person sign in at the desk: writes a link that works once; again: a new link
                experts remove <email>      closes the account, and ends its sessions
                """);
            return NotUnderstood;
        }

        // A path that begins with a slash was read as an option, and took the option after it for its value.
        builder.Configuration.AddCommandLine([.. args.Where(argument => argument.StartsWith("--", StringComparison.Ordinal))]);

        // What the command writes is what it answers: no log in between.
        builder.Logging.ClearProviders();
        // Only what the commands need is here, which Development would complain of.
        builder.Host.UseDefaultServiceProvider(services => services.ValidateOnBuild = false);
        builder.Services.AddSingleton(TimeProvider.System).AddData().AddDiagnosis().AddRoster().AddAccounts().AddValidated<SiteOptions>("Site");
        await using var app = builder.Build();
        var contexts = app.Services.GetRequiredService<IDbContextFactory<ProductContext>>();
        await new DatabaseStart(contexts).StartingAsync(CancellationToken.None);
        return args[1] switch
        {
            "import" => await ImportAsync(file!, app.Services.GetRequiredService<RosterImport>(), output),
            "export" => await ExportAsync(file!, contexts, output),
            "add" or "remove" => await AccountsCommand.RunAsync(args, app.Services, output),
            _ => await ListAsync(contexts, output),
        };
    }

    private static async Task<int> ImportAsync(string file, RosterImport import, TextWriter output)
    {
        var (text, fault) = Read(file);
        if (text is null)
        {
            await output.WriteLineAsync($"{file}: {fault}");
            return HasErrors;
        }

        var outcome = await import.RunAsync(text, CancellationToken.None);
        foreach (var rejection in outcome.Rejections)
        {
            await output.WriteLineAsync($"{Path.GetFileName(file)}:{rejection}");
        }

        var lines = outcome.Rejections.Select(rejection => rejection.Line).Distinct().Count();
        await output.WriteLineAsync($"{outcome.Added} added, {outcome.Changed} changed, {outcome.Unchanged} unchanged, {lines} lines rejected");
        return lines > 0 ? HasErrors : Done;
    }

    private static (string? Text, string? Fault) Read(string file)
    {
        try
        {
            return !File.Exists(file) ? (null, "there is no such file")
                : new FileInfo(file).Length > RosterText.LargestFile ? (null, $"larger than {RosterText.LargestFile} bytes")
                : RosterText.Decode(File.ReadAllBytes(file)) is { } text ? (text, null)
                : (null, "not a text: save the sheet as CSV, UTF-8 or Windows-1252");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return (null, unreadable.Message);
        }
    }

    private static async Task<int> ExportAsync(string file, IDbContextFactory<ProductContext> contexts, TextWriter output)
    {
        await using var data = await contexts.CreateDbContextAsync();
        var aside = $"{file}.{Guid.NewGuid():N}";
        try
        {
            await using (var written = File.Create(aside))
            {
                await RosterWriter.WriteAsync(written, All(data).AsAsyncEnumerable(), CancellationToken.None);
            }

            File.Move(aside, file, overwrite: true);
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            await output.WriteLineAsync($"{file}: {unwritable.Message}");
            return HasErrors;
        }

        await output.WriteLineAsync($"{await data.Experts.CountAsync()} written to {file}");
        return Done;
    }

    private static async Task<int> ListAsync(IDbContextFactory<ProductContext> contexts, TextWriter output)
    {
        await using var data = await contexts.CreateDbContextAsync();
        var (experts, connectors) = (0, 0);
        await foreach (var expert in All(data).AsAsyncEnumerable())
        {
            (experts, connectors) = expert.Kind == ExpertKind.Expert ? (experts + 1, connectors) : (experts, connectors + 1);
            await output.WriteLineAsync(string.Join("; ", RosterWriter.Cells(expert)));
        }

        await output.WriteLineAsync($"{experts} experts, {connectors} connectors");
        return Done;
    }

    private static IQueryable<Expert> All(ProductContext data) => data.Experts.AsNoTracking().OrderBy(expert => expert.Email);
}
