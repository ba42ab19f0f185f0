using System.Net;
using CroissanceConnectee.Bot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CroissanceConnectee.Bot.Tests.Site;

public sealed class ErrorPagesTests
{
    [Theory]
    [InlineData("/nulle-part", "Cette page n'existe pas")]
    [InlineData("/nulle-part?lang=en", "This page does not exist")]
    public async Task UnknownAddressSaysSoInTheVisitorsLanguage(string address, string words)
    {
        await using var bot = new BotApplication();
        using var visitor = new Visitor(bot);

        await visitor.GoAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
        Assert.Equal(words, visitor.Page.QuerySelector("h1")!.TextContent);
        Assert.NotNull(visitor.Page.QuerySelector("main a[href='/']"));
    }

    [Fact]
    public async Task ProgramsGetTheBareStatus()
    {
        await using var bot = new BotApplication();
        using var http = bot.CreateClient();

        using var answer = await http.GetAsync(new Uri("/nulle-part", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task FailureOnOurSideSaysThatAnswersAreKeptAndNothingElse()
    {
        await using var bot = new BotApplication();
        using var visitor = new Visitor(bot);
        await visitor.BeginAsync();
        await bot.ReadDataAsync(data => data.Database.ExecuteSqlAsync($"ALTER TABLE Transcript RENAME TO Gone"));

        await visitor.GoAsync("/conversation");

        Assert.Equal(HttpStatusCode.InternalServerError, visitor.Status);
        Assert.Contains("Une panne de notre côté", visitor.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Sqlite", visitor.Page.Source.Text, StringComparison.OrdinalIgnoreCase);
    }
}
