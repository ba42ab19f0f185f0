using CroissanceConnectee.Bot.Configuration;
using Microsoft.Extensions.Options;

namespace CroissanceConnectee.Bot.Desk.Accounts;

/// `experts add|remove`: who may sign in at the desk. The host may be running on the same data.
internal static class AccountsCommand
{
    public const string WelcomePath = "/experts/bienvenue/";

    private const int Done = 0;
    private const int HasErrors = 1;

    /// What is wrong with the words of the command; null: nothing.
    public static string? Fault(string[] args) => args switch
    {
        [_, "add", var email, .. var options] when !IsOption(email) => OptionsFault(options),
        [_, "remove", var email, ..] when !IsOption(email) => null,
        _ => "",
    };

    public static async Task<int> RunAsync(string[] args, IServiceProvider services, TextWriter output)
    {
        await using var scope = services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<DeskAccounts>();
        if (args[1] == "remove")
        {
            var removed = await accounts.RemoveAsync(args[2], CancellationToken.None);
            await output.WriteLineAsync(removed ? $"{args[2]} removed, and signed out within minutes" : $"there is no account {args[2]}");
            return removed ? Done : HasErrors;
        }

        var options = Options(args[3..]);
        var (token, fault) = await accounts.AddAsync(args[2], RoleOf(options["role"]) ?? DeskRole.Expert, options["name"], CancellationToken.None);
        if (token is null)
        {
            await output.WriteLineAsync(fault);
            return HasErrors;
        }

        var site = services.GetRequiredService<IOptions<SiteOptions>>().Value;
        await output.WriteLineAsync($"Works once, for {DeskAccounts.LinkLife.TotalHours:0} hours: {site.Address(WelcomePath + token)}");
        return Done;
    }

    private static string? OptionsFault(string[] options) =>
        options.Where((option, i) => !IsOption(option) && (i == 0 || !IsOption(options[i - 1]))).FirstOrDefault() is { } stray ? $"what is \"{stray}\"?"
        : Options(options)["role"] is { } role && RoleOf(role) is null ? $"\"{role}\" is not a role: expert, lead or operator"
        : null;

    private static IConfigurationRoot Options(string[] options) => new ConfigurationBuilder().AddCommandLine(options).Build();

    private static DeskRole? RoleOf(string? role) => role switch
    {
        "expert" => DeskRole.Expert,
        "lead" => DeskRole.Lead,
        "operator" => DeskRole.Operator,
        _ => null,
    };

    private static bool IsOption(string argument) => argument.StartsWith("--", StringComparison.Ordinal);
}
