using System.Net;
using CroissanceConnectee.Bot.Tests.Support;
using Microsoft.AspNetCore.Hosting;

namespace CroissanceConnectee.Bot.Tests.Site;

public sealed class OutboxPageTests
{
    [Fact]
    public async Task ShowsWhatWaitsAndWhy()
    {
        await using var bot = new BotApplication();
        using var visitor = new Visitor(bot);
        await visitor.BeginAsync();
        await visitor.PressAsync("Parler à un conseiller");
        await visitor.SayAsync("firme@exemple.fr");

        await visitor.GoAsync("/developpement/envois");

        Assert.Contains("firme@exemple.fr", visitor.Page.QuerySelector(".outbox pre")!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("email – ", visitor.Page.QuerySelector(".outbox h2")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DoesNotExistOutsideDevelopment()
    {
        await using var bot = new BotApplication();
        await using var production = bot.WithWebHostBuilder(host => host.UseEnvironment("Production"));
        using var http = production.CreateClient();

        using var answer = await http.GetAsync(new Uri("/developpement/envois", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
