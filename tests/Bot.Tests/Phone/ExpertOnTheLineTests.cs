using CroissanceConnectee.Bot.Desk;
using CroissanceConnectee.Bot.Tests.Support;
using CroissanceConnectee.Testing;
using Microsoft.EntityFrameworkCore;

namespace CroissanceConnectee.Bot.Tests.Phone;

public sealed class ExpertOnTheLineTests
{
    private const string Expert = "+33199002018";

    private static readonly (string, string)[] AlwaysOpen = [("Desk:ExpertNumber", Expert), .. OpenToday("00:00-24:00")];

    [Fact]
    public async Task ZeroPutsTheCallerThroughToAnExpertWhoAccepts()
    {
        await using var bot = Open();
        var caller = await bot.CallAsync();

        await caller.PressAsync("0");
        Assert.Equal("Je vous passe un conseiller. Restez en ligne.", caller.Heard);
        Assert.Equal([Expert], caller.Rung);
        var (bridged, whispered) = await caller.ExpertPressesAsync("1");

        Assert.True(bridged);
        Assert.StartsWith("Une entreprise appelle Croissance Connectée. Pour prendre l'appel, tapez 1.", whispered, StringComparison.Ordinal);
        Assert.StartsWith("Vous êtes de retour avec l'automate. Que voulez-vous faire ?", caller.Heard, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2")]
    [InlineData(null)]
    public async Task ExpertWhoDeclinesOrIsAMachineReachesNobody(string? key)
    {
        await using var bot = Open();
        var caller = await bot.CallAsync();
        await caller.SayAsync("je veux parler à un conseiller");

        var (bridged, _) = await caller.ExpertPressesAsync(key);

        Assert.False(bridged);
        Assert.StartsWith("Aucun conseiller n'a pu répondre. Pour être rappelé, tapez un.", caller.Heard, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("busy", "Le conseiller est déjà en ligne.")]
    [InlineData("no-answer", "Aucun conseiller n'a pu répondre.")]
    [InlineData("failed", "L'appel au conseiller n'a pas abouti.")]
    [InlineData("something new", "Aucun conseiller n'a pu répondre.")]
    public async Task EveryFailureComesBackToTheCallerWithAWayOn(string status, string said)
    {
        await using var bot = Open();
        var caller = await bot.CallAsync();
        await caller.PressAsync("0");

        await caller.ExpertIsNotReachedAsync(status);

        Assert.Equal($"{said} Pour être rappelé, tapez un. Pour laisser un message, qui sera enregistré, tapez deux. Pour continuer sur internet avec un lien par SMS, tapez trois. Pour continuer ici, tapez quatre.", caller.Heard);
    }

    [Fact]
    public async Task CallbackIsAskedForWithOneKeyAndItsReferenceIsOfferedByText()
    {
        await using var bot = Open();
        var caller = await bot.CallAsync();
        await caller.PressAsync("0");
        await caller.ExpertIsNotReachedAsync("no-answer");

        await caller.PressAsync("1");

        Assert.Contains("Un conseiller vous répond à zéro six, douze, trente-quatre", caller.Heard, StringComparison.Ordinal);
        Assert.Contains("Voulez-vous le recevoir par SMS", caller.Heard, StringComparison.Ordinal);
        var handoff = await bot.ReadDataAsync(data => data.Handoffs.SingleAsync(TestContext.Current.CancellationToken));
        Assert.Equal(PhoneLine.Mobile, handoff.Contact);
        await caller.PressAsync("1");
        var sms = await bot.ReadDataAsync(data => data.Outbox.SingleAsync(one => one.Kind == "sms", TestContext.Current.CancellationToken));
        Assert.Contains(handoff.Reference, sms.Payload, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MessageIsRecordedOnlyAfterTheCallerHeardThatItIs()
    {
        await using var bot = Open();
        var caller = await bot.CallAsync();
        await caller.PressAsync("0");
        await caller.ExpertIsNotReachedAsync("no-answer");

        await caller.PressAsync("2");
        Assert.StartsWith("Après le bip, votre message est enregistré.", caller.Heard, StringComparison.Ordinal);
        await caller.LeaveMessageAsync(14);

        Assert.StartsWith("Votre message est bien enregistré.", caller.Heard, StringComparison.Ordinal);
        var mail = await bot.ReadDataAsync(data => data.Outbox.SingleAsync(TestContext.Current.CancellationToken));
        Assert.Contains("/Recordings/RE1", mail.Payload, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EmptyRecordingIsNoMessage()
    {
        await using var bot = Open();
        var caller = await bot.CallAsync();
        await caller.PressAsync("0");
        await caller.ExpertIsNotReachedAsync("no-answer");
        await caller.PressAsync("2");

        await caller.LeaveMessageAsync(0);

        Assert.StartsWith("Je n'ai pas reçu de message. Pour être rappelé, tapez un.", caller.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutAnExpertToRingTheCallerIsCalledBackAtItsNumber()
    {
        await using var bot = PhoneLine.Start();
        var caller = await bot.CallAsync();

        await caller.PressAsync("0");
        Assert.Contains("Pour le numéro d'où vous appelez, tapez un.", caller.Heard, StringComparison.Ordinal);
        await caller.PressAsync("1");

        Assert.Contains("Votre référence", caller.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CallerGivesAnotherNumberByKeys()
    {
        await using var bot = PhoneLine.Start();
        var caller = await bot.CallAsync();
        await caller.PressAsync("0");

        await caller.PressAsync("2");
        await caller.PressAsync("0199002056#");

        Assert.Contains("Votre référence", caller.Heard, StringComparison.Ordinal);
        var handoff = await bot.ReadDataAsync(data => data.Handoffs.SingleAsync(TestContext.Current.CancellationToken));
        Assert.Equal("+33199002056", handoff.Contact);
    }

    [Fact]
    public async Task CallerWhoseNumberIsWithheldIsAskedForOne()
    {
        await using var bot = PhoneLine.Start();
        var caller = await bot.CallAsync(number: "anonymous");

        await caller.PressAsync("0");
        Assert.DoesNotContain("d'où vous appelez", caller.Heard, StringComparison.Ordinal);
        await caller.PressAsync("0199002056#");

        Assert.Contains("Votre référence", caller.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OutsideOfTheHoursNobodyIsRung()
    {
        await using var bot = PhoneLine.Start([("Desk:ExpertNumber", Expert), .. OpenToday("")]);
        var caller = await bot.CallAsync();

        await caller.PressAsync("0");

        Assert.Equal("Gather", caller.Waits!.Name.LocalName);
        Assert.Contains("Un conseiller peut vous répondre", caller.Heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoeverWaitsHearsItsPlaceAndAnHonestWaitAndMayLeave()
    {
        await using var bot = PhoneLine.Start();
        var caller = await bot.CallAsync();
        var wait = new Uri(PhoneLine.Address, "telephony/wait?n=3");

        await caller.AskAsync(wait, ("QueueSid", "QU1"), ("QueuePosition", "2"), ("CurrentQueueSize", "2"), ("QueueTime", "40"), ("AvgQueueTime", "150"));
        Assert.Equal("Vous êtes numéro deux dans la file. En moyenne, on attend trois minutes. Pour être rappelé plutôt qu'attendre, tapez un.", caller.Heard);
        await caller.AskAsync(wait, ("QueueSid", "QU1"), ("QueuePosition", "1"), ("CurrentQueueSize", "2"), ("QueueTime", "60"));
        Assert.StartsWith("Vous êtes numéro un dans la file. Je ne connais pas encore le temps d'attente.", caller.Heard, StringComparison.Ordinal);

        using var leaving = await caller.PostAsync("wait?n=3&answer=1", ("Digits", "1"), ("QueueSid", "QU1"), ("QueuePosition", "1"), ("QueueTime", "70"));
        Assert.Contains("<Leave />", await leaving.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await caller.AskAsync(new Uri(PhoneLine.Address, "telephony/queue?n=3"), ("QueueResult", "leave"), ("QueueTime", "70"));
        Assert.Contains("Votre référence", caller.Heard, StringComparison.Ordinal);
    }

    private static BotApplication Open() => PhoneLine.Start(AlwaysOpen);

    /// Whatever day it is, and after midnight too.
    private static IEnumerable<(string, string)> OpenToday(string hours)
    {
        var today = ParisTime.Date(TimeProvider.System.GetUtcNow());
        return new[] { today, today.AddDays(1) }.Select(day => ($"OpeningHours:Exceptions:{day:yyyy-MM-dd}", hours));
    }
}
