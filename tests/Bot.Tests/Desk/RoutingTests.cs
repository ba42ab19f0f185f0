using System.Text.Json;
using CroissanceConnectee.Bot.Data;
using CroissanceConnectee.Bot.Desk;
using CroissanceConnectee.Bot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CroissanceConnectee.Bot.Tests.Desk;

/// Who of the roster a firm is given to, and what everybody is told of it.
public sealed class RoutingTests
{
    private static readonly Expert Anne = People.Someone("anne@example.org") with { Name = "Anne Le Goff", Organisation = "Cabinet Ar Mor", Markets = ["DE"], Capacity = 1 };
    private static readonly Expert Zoe = People.Someone("zoe@example.org") with { Name = "Zoé" };
    private static readonly Expert Ken = People.Someone("ken@example.org") with { Name = "Ken", Markets = ["JP"] };

    [Fact]
    public async Task FirmIsGivenToWhoeverKnowsItsCountry()
    {
        await using var bot = await WithAsync(Zoe, Ken, Anne);

        var accepted = await AskAfterAsync(bot, "comment paient les Allemands ?");

        Assert.Contains("Anne Le Goff (Cabinet Ar Mor) vous répond à 06 12 34 56 78", accepted, StringComparison.Ordinal);
        var mails = await bot.MailsAsync();
        Assert.Equal(["anne@example.org", "conseillers@localhost.localdomain"], mails.Select(mail => mail.To).Order());
        Assert.All(mails, mail => Assert.Contains("Pourquoi vous : marché Allemagne", mail.Text.Plain(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task TimeThatTheFirmChoosesIsToldToWhoeverLooksAfterIt()
    {
        await using var bot = await WithAsync(Anne);
        var chat = await bot.OpenChatAsync();
        await chat.SayAsync("je veux parler à un conseiller");
        await chat.SayAsync("06 12 34 56 78");

        await chat.ChooseAsync(chat.Last[^1].Choices[0].Title);

        var mails = await bot.MailsAsync();
        Assert.Equal(["anne@example.org", "conseillers@localhost.localdomain"], mails.Where(mail => mail.Subject.Contains("Créneau choisi", StringComparison.Ordinal)).Select(mail => mail.To).Order());
    }

    [Fact]
    public async Task WhoeverHasEnoughFirmsIsGivenNoMore()
    {
        await using var bot = await WithAsync(Zoe, Anne);

        var first = await AskAfterAsync(bot, "comment paient les Allemands ?");
        var second = await AskAfterAsync(bot, "comment paient les Allemands ?");

        Assert.Contains("Anne Le Goff", first, StringComparison.Ordinal);
        Assert.Contains("Zoé vous répond à", second, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenNobodyFitsTheBodyForTheSubjectIsNamedAndTheDeskIsToldWhy()
    {
        await using var bot = await WithAsync(Ken with { Themes = ["social"] });

        var accepted = await AskAfterAsync(bot, "quels droits de douane en Suisse ?");

        Assert.Contains("Un conseiller vous répond à", accepted, StringComparison.Ordinal);
        Assert.Contains("En attendant, cet organisme public aide aussi", accepted, StringComparison.Ordinal);
        Assert.Contains("douane", accepted, StringComparison.Ordinal);
        Assert.Contains("Pas confié à Ken", Assert.Single(await bot.MailsAsync()).Text.Plain(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FirmOfWhichNothingIsKnownIsSentNowhereElse()
    {
        await using var bot = await WithAsync();

        var accepted = await AskAfterAsync(bot, "bonjour");

        Assert.Contains("Un conseiller vous répond à", accepted, StringComparison.Ordinal);
        Assert.DoesNotContain("En attendant", accepted, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ExpertWhoIsTakenOffTheRosterLeavesTheRequestToTheDesk()
    {
        await using var bot = await WithAsync(Anne);
        await AskAfterAsync(bot, "comment paient les Allemands ?");

        await bot.ReadDataAsync(data => data.Experts.ExecuteDeleteAsync(TestContext.Current.CancellationToken));

        var handoff = await bot.ReadDataAsync(data => data.Handoffs.SingleAsync(TestContext.Current.CancellationToken));
        Assert.Null(handoff.ExpertId);
    }

    private static async Task<BotApplication> WithAsync(params Expert[] experts)
    {
        var bot = new BotApplication();
        await bot.ReadDataAsync(async data =>
        {
            data.Experts.AddRange(experts.Select(expert => expert with { Id = Guid.CreateVersion7() }));
            return await data.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
        return bot;
    }

    private static async Task<string> AskAfterAsync(BotApplication bot, string question)
    {
        var chat = await bot.OpenChatAsync();
        await chat.SayAsync(question);
        await chat.SayAsync("je veux parler à un conseiller");
        var accepted = await chat.SayAsync("06 12 34 56 78");
        return accepted.Text();
    }
}
