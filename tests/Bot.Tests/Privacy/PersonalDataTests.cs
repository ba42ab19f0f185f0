using System.Net;
using CroissanceConnectee.Bot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CroissanceConnectee.Bot.Tests.Privacy;

public sealed class PersonalDataTests
{
    [Fact]
    public async Task CopyOfOnesDataIsDownloadedFromTheConversation()
    {
        await using var bot = new BotApplication();
        var chat = await bot.OpenChatAsync();
        await chat.SayAsync("je veux faire le diagnostic");
        await chat.SayAsync("du vin");

        var link = LinkIn(await chat.SayAsync("mes données"));
        var copy = await (await chat.GetAsync(link)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Contains("\"activity\"", copy, StringComparison.Ordinal);
        Assert.Contains("du vin", copy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LinkThatIsNotOursGivesNothing()
    {
        await using var bot = new BotApplication();
        var chat = await bot.OpenChatAsync();

        var answer = await chat.GetAsync("/mes-donnees/CfDJ8-forged");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task ErasureIsConfirmedThenRemovesWhatWasSaidAndTheDiagnosis()
    {
        await using var bot = new BotApplication();
        var chat = await bot.OpenChatAsync();
        await chat.SayAsync("je veux faire le diagnostic");
        await chat.SayAsync("du vin");

        await chat.SayAsync("supprimer mes données");
        await chat.ChooseAsync("Effacer mes données");
        var erased = await chat.ChooseAsync("Oui, tout effacer");

        Assert.Contains(erased, activity => activity.Says.Contains("effacés", StringComparison.Ordinal));
        Assert.Equal(0, await bot.ReadDataAsync(data => data.Diagnoses.CountAsync()));
        Assert.False(await bot.ReadDataAsync(data => data.Transcript.AnyAsync(entry => entry.Text!.Contains("du vin"))));
    }

    [Fact]
    public async Task KeepingOnesDataChangesNothing()
    {
        await using var bot = new BotApplication();
        var chat = await bot.OpenChatAsync();
        await chat.SayAsync("je veux faire le diagnostic");
        await chat.SayAsync("mes données");

        await chat.ChooseAsync("Garder");

        Assert.Equal(1, await bot.ReadDataAsync(data => data.Diagnoses.CountAsync()));
    }

    private static string LinkIn(IEnumerable<BotActivity> activities)
    {
        var says = activities.Select(activity => activity.Says).First(text => text.Contains("/mes-donnees/", StringComparison.Ordinal));
        return says[says.IndexOf("/mes-donnees/", StringComparison.Ordinal)..].Split(')')[0];
    }
}
