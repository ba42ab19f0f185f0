using System.Globalization;
using CroissanceConnectee.Bot.Desk;
using CroissanceConnectee.Bot.Tests.Desk;
using CroissanceConnectee.Bot.Tests.Support;
using CroissanceConnectee.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace CroissanceConnectee.Bot.Tests.Phone;

/// A caller and the experts of the roster: the same request, routing and events as in the chat.
public sealed class RosterOnTheLineTests : IDisposable
{
    private static readonly Expert Anne = People.Someone("anne@example.org") with { Name = "Anne Le Goff", Phone = "+33199002031", Sectors = ["cosmetique"] };
    private static readonly Expert Zoe = People.Someone("zoe@example.org") with { Name = "Zoé", Phone = "+33199002032" };

    private readonly ArticlesFolder _articles = new ArticlesFolder().Add("belgique.md");

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    public void Dispose() => _articles.Dispose();

    [Fact]
    public async Task ExpertWhoPicksUpHearsAShortBriefThatNamesNobodyAndTheRequestIsTaken()
    {
        await using var bot = await OpenAsync(Anne, Zoe);
        var caller = await bot.CallAsync();
        await caller.SayAsync("je veux faire le diagnostic");
        await caller.SayAsync("des bougies parfumées");
        await caller.PressAsync("0");

        Assert.Equal([Anne.Phone!], caller.Rung);
        var (bridged, whispered) = await caller.ExpertPressesAsync("1");

        Assert.True(bridged);
        Assert.Contains("osmétiques", whispered, StringComparison.Ordinal);
        Assert.Contains("Pour refuser, tapez 2. Pour recevoir le dossier, tapez 3.", whispered, StringComparison.Ordinal);
        Assert.InRange(whispered.Split(' ').Length, 20, 45);
        Assert.DoesNotContain("zéro six", whispered, StringComparison.Ordinal);
        var handoff = await HandoffAsync(bot);
        Assert.Equal((HandoffState.TakenCare, Anne.Id), (handoff.State, handoff.ExpertId));
        Assert.Equal([HandoffEventKind.Offered, HandoffEventKind.Taken], (await EventsAsync(bot)).Order());
    }

    [Theory]
    [InlineData("2", HandoffEventKind.Refused)]
    [InlineData(null, HandoffEventKind.Refused)]
    [InlineData("busy", HandoffEventKind.Expired)]
    [InlineData("no-answer", HandoffEventKind.Expired)]
    [InlineData("failed", HandoffEventKind.Expired)]
    public async Task WhoeverDoesNotTakeTheCallLosesItToTheNextAndTheCallerHasAWayOn(string? how, HandoffEventKind expected)
    {
        await using var bot = await OpenAsync(Anne, Zoe);
        var caller = await bot.CallAsync();
        await caller.PressAsync("0");
        var first = caller.Rung.Single();

        await (how is null or "2" ? caller.ExpertPressesAsync(how) : caller.ExpertIsNotReachedAsync(how));

        Assert.Contains("Pour être rappelé, tapez un.", caller.Heard, StringComparison.Ordinal);
        Assert.Contains(expected, await EventsAsync(bot));
        await caller.PressAsync("0");
        Assert.NotEqual(first, caller.Rung.Single());
        Assert.Equal(caller.Rung.Single(), (await HandoffAsync(bot)).ExpertId == Zoe.Id ? Zoe.Phone : Anne.Phone);
    }

    [Fact]
    public async Task ExpertWhoWantsTheFileFirstGetsItByMailAndKeepsTheOffer()
    {
        await using var bot = await OpenAsync(Anne);
        var caller = await bot.CallAsync();
        await caller.PressAsync("0");

        var (bridged, _) = await caller.ExpertPressesAsync("3");

        Assert.False(bridged);
        Assert.StartsWith("Le conseiller a demandé votre dossier pour le lire d'abord. Pour être rappelé, tapez un.", caller.Heard, StringComparison.Ordinal);
        var handoff = await HandoffAsync(bot);
        Assert.Equal((HandoffState.Waiting, Anne.Id), (handoff.State, handoff.ExpertId));
        Assert.Contains(handoff.Reference, Assert.Single(await bot.MailsAsync(), mail => mail.To == Anne.Email).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhenAllExpertsTalkTheCallerWaitsWithItsPlaceAndIsPutThroughAsSoonAsOneIsFree()
    {
        await using var bot = await OpenAsync(Anne);
        var first = await bot.CallAsync("CA1");
        await first.PressAsync("0");
        var second = await bot.CallAsync("CA2", PhoneLine.Landline);

        await second.PressAsync("0");
        Assert.StartsWith("Tous nos conseillers sont en ligne. Pour attendre, tapez un.", second.Heard, StringComparison.Ordinal);
        await second.PressAsync("1");
        Assert.Equal("desk", second.Waits!.Value);
        var wait = new Uri(PhoneLine.Address, "telephony/" + (string)second.Waits.Attribute("waitUrl")!);
        var left = new Uri(PhoneLine.Address, "telephony/" + (string)second.Waits.Attribute("action")!);
        await second.AskAsync(wait, Standing(1, 20));
        Assert.StartsWith("Vous êtes numéro un dans la file. Je ne connais pas encore le temps d'attente.", second.Heard, StringComparison.Ordinal);

        await first.ExpertPressesAsync("1");
        using var leaving = await second.PostAsync(wait.PathAndQuery["/telephony/".Length..], Standing(1, 40));
        Assert.Contains("<Leave />", await leaving.Content.ReadAsStringAsync(Now), StringComparison.Ordinal);
        await second.AskAsync(left, ("QueueResult", "leave"), ("QueueTime", "41"));

        Assert.Equal([Anne.Phone!], second.Rung);
    }

    [Theory]
    [InlineData("gardez ma place et rappelez-moi")]
    [InlineData(null)]
    public async Task CallerKeepsItsPlaceAndIsCalledBack(string? words)
    {
        await using var bot = await OpenAsync(Anne);
        var first = await bot.CallAsync("CA1");
        await first.PressAsync("0");
        var second = await bot.CallAsync("CA2", PhoneLine.Landline);
        await second.PressAsync("0");

        await (words is null ? second.PressAsync("2") : second.SayAsync(words));

        Assert.Contains("Votre référence", second.Heard, StringComparison.Ordinal);
        var handoff = await bot.ReadDataAsync(data => data.Handoffs.SingleAsync(one => one.ConversationId == "phone/CA2", Now));
        Assert.Equal((PhoneLine.Landline, HandoffState.Waiting, Anne.Id), (handoff.Contact, handoff.State, handoff.ExpertId));
    }

    [Fact]
    public async Task CallerWhoHangsUpWhileTheExpertIsRungIsNoLongerWaitedFor()
    {
        await using var bot = await OpenAsync(Anne);
        var caller = await bot.CallAsync();
        await caller.PressAsync("0");

        await caller.HangUpAsync();
        await caller.HangUpAsync();

        Assert.Equal(HandoffState.NotReachable, (await HandoffAsync(bot)).State);
        Assert.Single(await EventsAsync(bot), HandoffEventKind.Closed);
    }

    [Fact]
    public async Task VoiceMessageKeepsTheRequestWithTheNumberToCall()
    {
        await using var bot = await OpenAsync(Anne);
        var caller = await bot.CallAsync();
        await caller.PressAsync("0");
        await caller.ExpertIsNotReachedAsync("no-answer");
        await caller.PressAsync("2");

        await caller.LeaveMessageAsync(12);
        await caller.HangUpAsync();

        var handoff = await HandoffAsync(bot);
        Assert.Equal((HandoffState.Waiting, PhoneLine.Mobile), (handoff.State, handoff.Contact));
    }

    private async Task<BotApplication> OpenAsync(params Expert[] experts)
    {
        var clock = new FakeTimeProvider(DateTimeOffset.Parse("2026-11-24T10:00+01:00", CultureInfo.InvariantCulture));
        var bot = PhoneLine.StartAt(clock, ("Knowledge:Directory", _articles.Path));
        await bot.ReadDataAsync(async data =>
        {
            data.Experts.AddRange(experts.Select(expert => expert with { }));
            return await data.SaveChangesAsync(Now);
        });
        return bot;
    }

    private static (string, string)[] Standing(int place, int seconds) =>
        [("QueueSid", "QU1"), ("QueuePosition", $"{place}"), ("CurrentQueueSize", "1"), ("QueueTime", $"{seconds}")];

    private static Task<Handoff> HandoffAsync(BotApplication bot) => bot.ReadDataAsync(data => data.Handoffs.AsNoTracking().SingleAsync(Now));

    private static Task<List<HandoffEventKind>> EventsAsync(BotApplication bot) =>
        bot.ReadDataAsync(data => data.HandoffEvents.OrderBy(one => one.Id).Select(one => one.Kind).ToListAsync(Now));
}
