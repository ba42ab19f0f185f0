using System.Globalization;
using CroissanceConnectee.Bot.Data;
using CroissanceConnectee.Bot.Desk;
using CroissanceConnectee.Bot.Tests.Desk;
using CroissanceConnectee.Bot.Tests.Support;
using CroissanceConnectee.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CroissanceConnectee.Bot.Tests.Phone;

/// A call that was promised for a time is made then: the expert first, then the firm.
public sealed class ScheduledCallTests : IDisposable
{
    private static readonly Expert Anne = People.Someone("anne@example.org") with { Name = "Anne", Phone = "+33199002031" };

    private readonly ArticlesFolder _articles = new ArticlesFolder().Add("belgique.md");
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.Parse("2026-11-24T10:00+01:00", CultureInfo.InvariantCulture));

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    public void Dispose() => _articles.Dispose();

    [Fact]
    public async Task AtTheChosenTimeTheExpertIsRungAndThenTheFirm()
    {
        await using var provider = await CallsProvider.StartAsync(_clock);
        await using var bot = await OpenAsync(provider);
        await BookAsync(bot);
        Assert.Empty(provider.Made);

        await ComeAsync(bot);
        var expert = await PickUpAsync(bot, provider);
        Assert.StartsWith("Croissance Connectée. C'est l'heure d'un rappel promis.", expert.Heard, StringComparison.Ordinal);
        await expert.PressAsync("1");
        Assert.Equal([PhoneLine.Mobile], expert.Rung);
        await expert.FirmTalksAsync();

        Assert.Equal(Anne.Phone, Assert.Single(provider.Made).To);
        var handoff = await bot.ReadDataAsync(data => data.Handoffs.SingleAsync(Now));
        Assert.Equal((HandoffState.TakenCare, Anne.Id), (handoff.State, handoff.ExpertId));
        Assert.True(expert.IsOver);
    }

    [Fact]
    public async Task CallWhoseAnswerIsLostIsNotMadeTwice()
    {
        await using var provider = await CallsProvider.StartAsync(_clock, losesAnswers: 1);
        await using var bot = await OpenAsync(provider);
        await BookAsync(bot);

        await ComeAsync(bot);
        await Until.HappensAsync(() => OutboxAsync(bot, one => one.LastError != null));
        Leap(bot, TimeSpan.FromMinutes(1));
        await Until.HappensAsync(() => OutboxAsync(bot, one => one.State == OutboxState.Done));

        Assert.Single(provider.Made);
    }

    [Fact]
    public async Task ExpertWhoDoesNotAnswerIsRungAgainALittleLater()
    {
        await using var provider = await CallsProvider.StartAsync(_clock);
        await using var bot = await OpenAsync(provider);
        await BookAsync(bot);
        await ComeAsync(bot);
        await Until.HappensAsync(() => bot.ReadDataAsync(data => data.PhoneCalls.AnyAsync(one => one.Id == "CAout1", Now)));

        using var told = await bot.Caller("CAout1", Anne.Phone!).PostAsync("status", ("CallStatus", "no-answer"), ("SequenceNumber", "2"));
        using var twice = await bot.Caller("CAout1", Anne.Phone!).PostAsync("status", ("CallStatus", "no-answer"), ("SequenceNumber", "2"));
        Leap(bot, TimeSpan.FromMinutes(6));

        await Until.HappensAsync(() => Task.FromResult(provider.Made.Count == 2));
        Assert.All(provider.Made, made => Assert.Equal(Anne.Phone, made.To));
    }

    [Fact]
    public async Task RequestThatWasClosedInTheMeantimeIsNotCalledBack()
    {
        await using var provider = await CallsProvider.StartAsync(_clock);
        await using var bot = await OpenAsync(provider);
        await BookAsync(bot);
        var desk = bot.Services.GetRequiredService<LiveDesk>();
        var handoff = await bot.ReadDataAsync(data => data.Handoffs.Select(one => one.Id).SingleAsync(Now));
        await desk.TakeAsync(handoff, Anne.Id, Now);
        await desk.CloseAsync(handoff, Anne.Id, HandoffState.Done, null, false, Now);

        await ComeAsync(bot);

        await Until.HappensAsync(() => OutboxAsync(bot, one => one.State == OutboxState.Done));
        Assert.Empty(provider.Made);
    }

    private async Task<BotApplication> OpenAsync(CallsProvider provider)
    {
        var bot = PhoneLine.StartAt(_clock, [("Knowledge:Directory", _articles.Path), .. provider.Settings]);
        await bot.ReadDataAsync(async data =>
        {
            data.Experts.Add(Anne with { });
            return await data.SaveChangesAsync(Now);
        });
        return bot;
    }

    /// In the chat, for the first time offered: an hour from now.
    private static async Task BookAsync(BotApplication bot)
    {
        var chat = await bot.OpenChatAsync();
        await chat.SayAsync("je veux parler à un conseiller");
        await chat.SayAsync("06 12 34 56 78");
        await chat.ChooseAsync(chat.Last[^1].Choices[0].Title);
    }

    /// The chosen time comes.
    private async Task ComeAsync(BotApplication bot)
    {
        var at = await bot.ReadDataAsync(data => data.Handoffs.Select(one => one.CallAt).SingleAsync(Now));
        Leap(bot, at!.Value - _clock.GetUtcNow() + TimeSpan.FromSeconds(1));
    }

    private void Leap(BotApplication bot, TimeSpan time)
    {
        _clock.Advance(time);
        bot.Services.GetRequiredService<OutboxSignal>().Raise();
    }

    private static Task<bool> OutboxAsync(BotApplication bot, System.Linq.Expressions.Expression<Func<OutboxMessage, bool>> holds) =>
        bot.ReadDataAsync(data => data.Outbox.Where(one => one.Kind == "scheduled-call").AnyAsync(holds, Now));

    private static async Task<Caller> PickUpAsync(BotApplication bot, CallsProvider provider)
    {
        await Until.HappensAsync(() => Task.FromResult(!provider.Made.IsEmpty));
        provider.Made.TryPeek(out var made);
        var expert = bot.Caller("CAout1", made.To);
        await expert.AskAsync(made.Url, ("CallStatus", "in-progress"), ("Direction", "outbound-api"));
        return expert;
    }
}
