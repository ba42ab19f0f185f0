using CroissanceConnectee.Bot.Tests.Support;

namespace CroissanceConnectee.Bot.Tests.Desk.Accounts;

public sealed class AccountsCommandTests
{
    [Fact]
    public async Task WhoeverIsInTheRosterGetsALinkOnThePublicSite()
    {
        await using var bot = new BotApplication();
        await bot.RosterAsync(People.Someone("anne@example.org"));

        var (output, exitCode) = await bot.CommandAsync("add", "Anne@example.org", "--role=lead", "--name", "Anne Le Goff", "--Site:PublicUrl=https://export.example.fr");

        Assert.Equal(0, exitCode);
        Assert.Matches("""^Works once, for 48 hours: https://export\.example\.fr/experts/bienvenue/[\w-]{22}\n$""", output);
    }

    [Theory]
    [InlineData("nobody@example.org is not in the roster", "add", "nobody@example.org")]
    [InlineData("nobody@example.org is not in the roster", "add", "nobody@example.org", "--role", "lead")]
    [InlineData("\"pas une adresse\" is not an e-mail address", "add", "pas une adresse", "--role", "operator")]
    [InlineData("there is no account nobody@example.org", "remove", "nobody@example.org")]
    public async Task WhatCannotBeDoneIsSaid(string told, params string[] arguments)
    {
        await using var bot = new BotApplication();

        var (output, exitCode) = await bot.CommandAsync(arguments);

        Assert.Equal(1, exitCode);
        Assert.Contains(told, output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"boss\" is not a role: expert, lead or operator", "add", "a@example.org", "--role", "boss")]
    [InlineData("what is \"lead\"?", "add", "a@example.org", "lead")]
    [InlineData("experts add <email>", "add")]
    [InlineData("experts remove <email>", "remove", "--role")]
    public async Task WhatIsNotUnderstoodIsExplained(string told, params string[] arguments)
    {
        await using var bot = new BotApplication();

        var (output, exitCode) = await bot.CommandAsync(arguments);

        Assert.Equal(2, exitCode);
        Assert.Contains(told, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RemovedTwiceIsSaidAndAddedAgainComesBack()
    {
        await using var bot = new BotApplication();
        using var visitor = await bot.SignedInAsync("olga@example.org");

        Assert.Equal(0, (await bot.CommandAsync("remove", "olga@example.org")).ExitCode);
        Assert.Equal(1, (await bot.CommandAsync("remove", "olga@example.org")).ExitCode);
        using var back = await bot.SignedInAsync("olga@example.org");

        Assert.Equal("Bonjour olga@example.org", (await back.GoAsync("/experts")).Page.QuerySelector("h1")!.TextContent);
        Assert.Equal(
            ["account.added", "account.enrolled", "signed.in", "account.removed", "account.added", "account.enrolled", "signed.in"],
            (await bot.JournalAsync()).Select(entry => entry.Split(' ')[0]));
    }
}
