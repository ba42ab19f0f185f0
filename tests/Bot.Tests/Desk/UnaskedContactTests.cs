using CroissanceConnectee.Bot.Tests.Support;

namespace CroissanceConnectee.Bot.Tests.Desk;

/// A number or an address that nobody asked for: whoever writes it wants to be answered there.
public sealed class UnaskedContactTests
{
    [Theory]
    [InlineData("0612345678", "oui", "06 12 34 56 78")]
    [InlineData("06.12.34.56.78", "Oui, avec plaisir", "06 12 34 56 78")]
    [InlineData("Atelier.Martin@example.org", "ok", "atelier.martin@example.org")]
    public async Task ContactAloneIsAnsweredWithAnOfferAndAYesIsEnough(string contact, string yes, string shown)
    {
        await using var bot = new BotApplication();
        var chat = await bot.OpenChatAsync();
        await chat.SayAsync("comment je fais pour les trucs de truc en zorglub ?");

        var offered = (await chat.SayAsync(contact)).Text();
        var accepted = (await chat.SayAsync(yes)).Text();

        Assert.Contains($"Voulez-vous qu'un conseiller vous réponde à {shown} ?", offered, StringComparison.Ordinal);
        Assert.Contains($"Un conseiller vous répond à {shown}", accepted, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("non")]
    [InlineData("Non merci")]
    public async Task NoIsTakenForNo(string no)
    {
        await using var bot = new BotApplication();
        var chat = await bot.OpenChatAsync();
        await chat.SayAsync("0612345678");

        var declined = (await chat.SayAsync(no)).Text();

        Assert.DoesNotContain("Votre référence", declined, StringComparison.Ordinal);
    }
}
