using System.Net;
using AngleSharp.Dom;
using CroissanceConnectee.Bot.Desk;
using CroissanceConnectee.Bot.Desk.Accounts;
using CroissanceConnectee.Bot.Tests.Site;
using CroissanceConnectee.Bot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CroissanceConnectee.Bot.Tests.Desk.Accounts;

/// Who reads what a firm left, and that the journal knows.
public sealed class DossierTests
{
    private static readonly Expert Anne = People.Someone("anne@example.org") with { Name = "Anne", Organisation = "Cabinet" };
    private static readonly Expert Paul = People.Someone("paul@example.org") with { Name = "Paul", Organisation = "Cabinet" };
    private static readonly Expert Zoe = People.Someone("zoe@example.org") with { Name = "Zoé", Organisation = "Ailleurs" };

    [Fact]
    public async Task ExpertSeesItsOwnRequestsAndTheContactOnlyWhereItIsNoted()
    {
        await using var bot = new BotApplication();
        await bot.RosterAsync(Anne, Zoe);
        var (own, others) = (await bot.AskAsync(Anne.Id), await bot.AskAsync(Zoe.Id));
        using var anne = await bot.SignedInAsync(Anne.Email, "expert");

        await anne.GoAsync("/experts");
        Assert.Contains(own, anne.Words, StringComparison.Ordinal);
        Assert.Contains("En attente", anne.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(others, anne.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("06 12", anne.Page.Source.Text.Plain(), StringComparison.Ordinal);
        await anne.GoAsync($"/experts/demandes/{own}");

        Assert.Contains("06 12 34 56 78", anne.Words.Plain(), StringComparison.Ordinal);
        Assert.Contains("je veux parler à un conseiller", anne.Words, StringComparison.Ordinal);
        Assert.Equal(1, (await bot.JournalAsync()).Count(entry => entry == $"dossier.opened {own}"));
    }

    [Fact]
    public async Task OthersRequestIsRefusedAndTheJournalHasIt()
    {
        await using var bot = new BotApplication();
        await bot.RosterAsync(Anne, Zoe);
        var reference = await bot.AskAsync(Zoe.Id);
        using var anne = await bot.SignedInAsync(Anne.Email, "expert");

        await anne.GoAsync($"/experts/demandes/{reference}");

        Assert.Equal(HttpStatusCode.Forbidden, anne.Status);
        Assert.Equal("Cette page n'est pas pour vous", anne.Page.QuerySelector("h1")!.TextContent);
        Assert.DoesNotContain("06 12", anne.Page.Source.Text.Plain(), StringComparison.Ordinal);
        Assert.Equal(1, (await bot.JournalAsync()).Count(entry => entry == $"dossier.denied {reference}"));
    }

    [Theory]
    [InlineData("expert", HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Forbidden)]
    [InlineData("lead", HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Forbidden)]
    [InlineData("operator", HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK)]
    public async Task NobodysAColleaguesAndAStrangersRequest(string role, HttpStatusCode nobodys, HttpStatusCode colleagues, HttpStatusCode strangers)
    {
        await using var bot = new BotApplication();
        await bot.RosterAsync(Anne, Paul, Zoe);
        using var anne = await bot.SignedInAsync(Anne.Email, role);

        Assert.Equal(nobodys, (await anne.GoAsync($"/experts/demandes/{await bot.AskAsync(null)}")).Status);
        Assert.Equal(colleagues, (await anne.GoAsync($"/experts/demandes/{await bot.AskAsync(Paul.Id)}")).Status);
        Assert.Equal(strangers, (await anne.GoAsync($"/experts/demandes/{await bot.AskAsync(Zoe.Id)}")).Status);
    }

    [Theory]
    [InlineData("CC-AAAAAA")]
    [InlineData("'%20or%201=1")]
    public async Task RequestThatDoesNotExistIsNotFound(string reference)
    {
        await using var bot = new BotApplication();
        using var olga = await bot.SignedInAsync("olga@example.org");

        Assert.Equal(HttpStatusCode.NotFound, (await olga.GoAsync($"/experts/demandes/{reference}")).Status);
    }

    [Fact]
    public async Task WhatAFirmWroteIsShownAsTextOnly()
    {
        await using var bot = new BotApplication();
        var chat = await bot.OpenChatAsync();
        await chat.SayAsync("<script>alert(1)</script> je veux parler à un conseiller");
        await chat.SayAsync("06 12 34 56 78");
        var reference = await bot.ReadDataAsync(data => data.Handoffs.Select(handoff => handoff.Reference).SingleAsync(TestContext.Current.CancellationToken));
        using var olga = await bot.SignedInAsync("olga@example.org");

        await olga.GoAsync($"/experts/demandes/{reference}");

        Assert.Contains("<script>alert(1)</script>", olga.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(olga.Page.Scripts, script => script.TextContent.Contains("alert", StringComparison.Ordinal));
    }

    [Fact]
    public async Task JournalIsForOperatorsByPageAndByPerson()
    {
        await using var bot = new BotApplication();
        await bot.RosterAsync(Anne);
        using var anne = await bot.SignedInAsync(Anne.Email, "expert");
        using var olga = await bot.SignedInAsync("olga@example.org");
        var person = await bot.ReadDataAsync(data => data.Users.Where(user => user.Email == Anne.Email).Select(user => user.Id).SingleAsync(TestContext.Current.CancellationToken));
        await bot.ReadDataAsync(data =>
        {
            data.Audit.AddRange(Enumerable.Range(0, 60).Select(_ => new AuditEntry { At = TimeProvider.System.GetUtcNow(), ActorId = person, What = AuditEvents.DossierOpened, Subject = "CC-TEST99" }));
            return data.SaveChangesAsync(TestContext.Current.CancellationToken);
        });

        Assert.Equal(HttpStatusCode.Forbidden, (await anne.GoAsync("/experts/journal")).Status);
        Assert.Equal(50, Rows(await olga.GoAsync("/experts/journal")).Length);
        Assert.Equal(16, Rows(await olga.GoAsync("/experts/journal?page=2")).Length);
        Assert.Equal(13, Rows(await olga.GoAsync($"/experts/journal?page=2&personne={person}")).Length);
        Assert.All(Rows(olga), row => Assert.Contains("Anne", row.TextContent, StringComparison.Ordinal));
        Assert.Equal(50, Rows(await olga.GoAsync("/experts/journal?page=-5&personne=pas-un-id")).Length);
    }

    [Fact]
    public async Task EntryOfTheJournalIsNotChanged()
    {
        await using var bot = new BotApplication();
        using var olga = await bot.SignedInAsync("olga@example.org");

        await Assert.ThrowsAsync<InvalidOperationException>(() => bot.ReadDataAsync(async data =>
        {
            var entry = await data.Audit.FirstAsync(TestContext.Current.CancellationToken);
            data.Entry(entry).Property(one => one.What).CurrentValue = "rien";
            return await data.SaveChangesAsync(TestContext.Current.CancellationToken);
        }));
    }

    [Fact]
    public async Task OnlyTheDeskLoadsItsComponentsAndMayStyleElements()
    {
        await using var bot = new BotApplication();
        using var olga = await bot.SignedInAsync("olga@example.org");

        await olga.GoAsync("/experts");
        Assert.Contains("style-src-attr 'unsafe-inline'", Policy(olga), StringComparison.Ordinal);
        Assert.Contains("MudBlazor", olga.Page.Source.Text, StringComparison.Ordinal);
        await olga.GoAsync("/");

        Assert.DoesNotContain("unsafe-inline", Policy(olga), StringComparison.Ordinal);
        Assert.DoesNotContain("MudBlazor", olga.Page.Source.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("blazor.web", olga.Page.Source.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CircuitIsOpenedForNobodyWhoIsNotSignedIn()
    {
        await using var bot = new BotApplication();
        using var http = bot.CreateClient(new() { AllowAutoRedirect = false });

        using var answer = await http.PostAsync(new Uri("/_blazor/negotiate?negotiateVersion=1", UriKind.Relative), content: null, TestContext.Current.CancellationToken);

        Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
    }

    private static IElement[] Rows(Visitor visitor) => [.. visitor.Page.QuerySelectorAll("tbody tr")];

    private static string Policy(Visitor visitor) => visitor.Response.Headers.GetValues("Content-Security-Policy").Single();
}
