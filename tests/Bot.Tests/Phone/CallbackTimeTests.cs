using System.Globalization;
using CroissanceConnectee.Bot.Tests.Support;
using CroissanceConnectee.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace CroissanceConnectee.Bot.Tests.Phone;

/// When a caller is answered, and when it is called back.
public sealed class CallbackTimeTests : IDisposable
{
    private readonly ArticlesFolder _articles = new ArticlesFolder().Add("belgique.md");

    public void Dispose() => _articles.Dispose();

    [Fact]
    public async Task CallerChoosesByKeyWhenToBeCalledBackAfterTheOfferOfAText()
    {
        await using var bot = Start("2026-11-24T10:00+01:00");
        var caller = await bot.CallAsync();
        await caller.PressAsync("0");
        await caller.PressAsync("1");
        Assert.Contains("avant jeudi vingt-six novembre à dix heures", caller.Heard, StringComparison.Ordinal);

        await caller.PressAsync("1");
        Assert.Contains("Quand voulez-vous être rappelé ?", caller.Heard, StringComparison.Ordinal);
        Assert.Contains("Pour mardi vingt-quatre novembre entre quatorze heures et quatorze heures trente, tapez deux.", caller.Heard, StringComparison.Ordinal);
        Assert.Contains("Pour le plus tôt possible, tapez quatre.", caller.Heard, StringComparison.Ordinal);
        await caller.PressAsync("2");

        Assert.Contains("Un conseiller vous rappelle mardi vingt-quatre novembre entre quatorze heures et quatorze heures trente", caller.Heard, StringComparison.Ordinal);
        var mails = await bot.ReadDataAsync(data => data.Outbox.Where(one => one.Kind == "email").CountAsync(TestContext.Current.CancellationToken));
        Assert.Equal(2, mails);
    }

    [Theory]
    [InlineData("le deuxième")]
    [InlineData("mardi vingt-quatre novembre entre quatorze heures et quatorze heures trente")]
    [InlineData("mardi à 14 heures")]
    public async Task CallerSaysWhenToBeCalledBack(string words)
    {
        await using var bot = Start("2026-11-24T10:00+01:00");
        var caller = await bot.CallAsync(number: PhoneLine.Landline);
        await caller.PressAsync("0");
        await caller.PressAsync("1");

        await caller.SayAsync(words);

        Assert.Contains("Un conseiller vous rappelle mardi vingt-quatre novembre entre quatorze heures", caller.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CallerWhenTheDeskIsClosedHearsWhenItReopens()
    {
        await using var bot = Start("2026-11-28T11:00+01:00", ("Desk:ExpertNumber", "+33199002018"));
        var caller = await bot.CallAsync();

        await caller.PressAsync("0");

        Assert.Equal("Gather", caller.Waits!.Name.LocalName);
        Assert.Contains("Nos bureaux rouvrent lundi trente novembre à neuf heures.", caller.Heard, StringComparison.Ordinal);
    }

    private BotApplication Start(string now, params (string Key, string Value)[] settings) => PhoneLine.StartAt(
        new FakeTimeProvider(DateTimeOffset.Parse(now, CultureInfo.InvariantCulture)), [("Knowledge:Directory", _articles.Path), .. settings]);
}
