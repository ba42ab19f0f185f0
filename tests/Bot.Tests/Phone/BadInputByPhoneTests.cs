using System.Net;
using CroissanceConnectee.Bot.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CroissanceConnectee.Bot.Tests.Phone;

/// Whatever comes in: no exception, no dead air, a spoken way on.
public sealed class BadInputByPhoneTests
{
    [Theory]
    [InlineData("voice")]
    [InlineData("turn?n=1")]
    [InlineData("status")]
    [InlineData("sms")]
    public async Task UnsignedIsRefusedWithNothingElse(string route)
    {
        await using var bot = PhoneLine.Start();
        using var http = bot.CreateClient();

        using var refused = await http.PostAsync(new Uri("/telephony/" + route, UriKind.Relative), new FormUrlEncodedContent([new("CallSid", "CA1")]), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Empty(await refused.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task WebhookWithoutACallIsAnsweredAloud()
    {
        await using var bot = PhoneLine.Start();
        var caller = bot.Caller(call: "");

        await caller.CallAsync();

        Assert.NotEqual("", caller.Heard);
    }

    [Fact]
    public async Task TurnOfACallThatNobodyHasHeardOfBeginsWithWhoIsSpeaking()
    {
        await using var bot = PhoneLine.Start();
        var silent = bot.Caller("CA7");
        var speaking = bot.Caller("CA8");

        await silent.AskAsync(Turn(5));
        await speaking.AskAsync(Turn(5), ("SpeechResult", "je veux faire le diagnostic"));

        Assert.StartsWith("Bonjour, ici Croissance Connectée.", silent.Heard, StringComparison.Ordinal);
        Assert.StartsWith("Bonjour, ici Croissance Connectée.", speaking.Heard, StringComparison.Ordinal);
        await speaking.SayAsync("oui");
        Assert.Contains("Que vendez-vous ?", speaking.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TurnAfterTheCallerHungUpIsAnsweredAsAnyOther()
    {
        await using var bot = PhoneLine.Start();
        var caller = await bot.CallAsync();
        await caller.HangUpAsync();

        using var late = await caller.PostAsync("turn?n=1", ("Digits", "1"), ("CallStatus", "completed"));

        Assert.Equal(HttpStatusCode.OK, late.StatusCode);
    }

    [Fact]
    public async Task MegabyteIsRefusedAndTheCallGoesOn()
    {
        await using var bot = PhoneLine.Start();
        var caller = await bot.CallAsync();

        using var refused = await caller.PostAsync("turn?n=1", ("SpeechResult", new string('x', 1_000_000)));
        await caller.PressAsync("1");

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.StatusCode);
        Assert.Contains("Que vendez-vous ?", caller.Heard, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Digits", "99999999999999999999999999999999999999999999999999")]
    [InlineData("Digits", "ABCD")]
    [InlineData("Digits", "#")]
    [InlineData("Digits", "*")]
    [InlineData("Digits", "**##00")]
    [InlineData("SpeechResult", "ich möchte mit jemandem auf Deutsch sprechen")]
    [InlineData("SpeechResult", "我想出口法国葡萄酒")]
    [InlineData("SpeechResult", "<Say>bonjour</Say> & \u0001\uD800")]
    [InlineData("SpeechResult", "   ")]
    [InlineData("SpeechResult", "zéro virgule moins mille milliards de mille sabords")]
    [InlineData("Unheard", "of")]
    public async Task WhateverIsSaidOrPressedHasAWayOn(string name, string value)
    {
        await using var bot = PhoneLine.Start();
        foreach (var keys in new[] { "", "1", "2", "3", "4" })
        {
            var caller = await bot.CallAsync("CA" + keys);
            await caller.PressAsync(keys);

            await caller.AskAsync(Turn(keys.Length + 1), (name, value), ("Confidence", "NaN"));

            Assert.False(caller.IsOver);
            Assert.NotEqual("", caller.Heard);
            Assert.DoesNotContain("incident technique", caller.Heard, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task CallerHearsAnApologyAndAWayOnWhenTheDatabaseIsGone()
    {
        await using var bot = PhoneLine.Start();
        var caller = await bot.CallAsync();
        await bot.ReadDataAsync(data => data.Database.ExecuteSqlAsync($"ALTER TABLE PhoneCalls RENAME TO Gone", TestContext.Current.CancellationToken));

        await caller.PressAsync("1");
        Assert.StartsWith("Excusez-moi, un incident technique m'a interrompu.", caller.Heard, StringComparison.Ordinal);
        await caller.PressAsync("1");
        await caller.PressAsync("1");
        Assert.StartsWith("Excusez-moi, l'incident continue.", caller.Heard, StringComparison.Ordinal);
        await bot.ReadDataAsync(data => data.Database.ExecuteSqlAsync($"ALTER TABLE Gone RENAME TO PhoneCalls", TestContext.Current.CancellationToken));

        await caller.PressAsync("1");

        Assert.Contains("Que vendez-vous ?", caller.Heard, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1", 15)]
    [InlineData("10", 1)]
    public async Task AnswerThatTakesTooLongIsApologisedForByUsOrTheFallbackAndTheCallGoesOn(string secondsToAnswer, int patience)
    {
        await using var bot = PhoneLine.Start(("Twilio:SecondsToAnswer", secondsToAnswer));
        var caller = bot.Caller(patience: TimeSpan.FromSeconds(patience));
        await caller.CallAsync();

        await using (var held = new SqliteConnection($"Data Source={Path.Combine(bot.Folder, "croissance.db")}"))
        {
            await held.OpenAsync(TestContext.Current.CancellationToken);
            await using var writing = await held.BeginTransactionAsync(TestContext.Current.CancellationToken);
            await caller.PressAsync("1");
        }

        Assert.StartsWith("Excusez-moi, un incident technique m'a interrompu.", caller.Heard, StringComparison.Ordinal);
        await caller.PressAsync("1");
        Assert.Contains("Que vendez-vous ?", caller.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EventsAboutCallsAndMessagesThatNobodyKnowsAreTaken()
    {
        await using var bot = PhoneLine.Start();
        var caller = bot.Caller("CA9");

        foreach (var form in new[] { new[] { ("CallStatus", "completed") }, [("MessageSid", "SM1"), ("MessageStatus", "delivered")], [("RecordingSid", "RE1"), ("RecordingStatus", "absent")], [("Payload", "{")] })
        {
            using var taken = await caller.PostAsync("status", form);
            Assert.Equal(HttpStatusCode.NoContent, taken.StatusCode);
        }
    }

    private static Uri Turn(int number) => new(PhoneLine.Address, $"telephony/turn?n={number}");
}
