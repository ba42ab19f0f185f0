using CroissanceConnectee.Bot.Data;
using CroissanceConnectee.Bot.Desk;
using CroissanceConnectee.Bot.Tests.Site;
using CroissanceConnectee.Bot.Tests.Support;
using CroissanceConnectee.Testing;
using Microsoft.EntityFrameworkCore;

namespace CroissanceConnectee.Bot.Tests.Desk.Accounts;

/// People who come to the desk: with a link of the command line, a password, and an app in their pocket.
internal static class DeskVisits
{
    public const string Password = "quatre chevaux sans agrafe";

    /// Runs `experts …` on the data of this host, and gives what it wrote.
    public static async Task<(string Output, int ExitCode)> CommandAsync(this BotApplication bot, params string[] arguments)
    {
        // The schema is the host's to bring up to date: not both at once.
        _ = bot.Services;
        return await BotProcess.CommandAsync(["experts", .. arguments, $"--Storage:Directory={bot.Folder}"]);
    }

    /// The address of the link that `experts add` wrote.
    public static async Task<string> LinkAsync(this BotApplication bot, string email, string role = "operator")
    {
        var (output, exitCode) = await bot.CommandAsync("add", email, "--role", role);
        Assert.Equal(0, exitCode);
        return new Uri(output.Trim().Split(' ')[^1]).AbsolutePath;
    }

    /// Takes the link with a password and an app; gives the key that the app keeps.
    public static async Task<string> EnrolAsync(this Visitor visitor, string link, string password = Password)
    {
        await visitor.GoAsync(link);
        var key = visitor.Page.GetElementById("authenticator-key")!.TextContent;
        await visitor.PressAsync("Enregistrer", ("password", password), ("repeated", password), ("code", Totp.Code(key)));
        return key;
    }

    public static async Task<Visitor> SignInAsync(this Visitor visitor, string email, string password, string code, string page = "/experts/connexion")
    {
        await visitor.GoAsync(page);
        return await visitor.PressAsync("Se connecter", ("email", email), ("password", password), ("code", code));
    }

    /// Somebody signed in, with an account made for the purpose.
    public static async Task<Visitor> SignedInAsync(this BotApplication bot, string email, string role = "operator")
    {
        var visitor = new Visitor(bot);
        await visitor.EnrolAsync(await bot.LinkAsync(email, role));
        return visitor;
    }

    public static Task<int> RosterAsync(this BotApplication bot, params Expert[] experts) => bot.ReadDataAsync(data =>
    {
        data.Experts.AddRange(experts);
        return data.SaveChangesAsync(TestContext.Current.CancellationToken);
    });

    /// A firm asks for a person in the chat; the reference that it was told.
    public static async Task<string> AskAsync(this BotApplication bot, Guid? expert)
    {
        var chat = await bot.OpenChatAsync();
        await chat.SayAsync("je veux parler à un conseiller");
        await chat.SayAsync("06 12 34 56 78");
        return await bot.ReadDataAsync(async data =>
        {
            var handoff = await data.Handoffs.OrderByDescending(one => one.RequestedAt).FirstAsync(TestContext.Current.CancellationToken);
            await data.Handoffs.Where(one => one.Id == handoff.Id).ExecuteUpdateAsync(one => one.SetProperty(each => each.ExpertId, expert), TestContext.Current.CancellationToken);
            return handoff.Reference;
        });
    }

    public static Task<List<string>> JournalAsync(this BotApplication bot) => bot.ReadDataAsync(data =>
        data.Audit.OrderBy(entry => entry.Id).Select(entry => entry.What + " " + entry.Subject).ToListAsync(TestContext.Current.CancellationToken));
}
