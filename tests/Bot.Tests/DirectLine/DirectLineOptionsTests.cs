using CroissanceConnectee.Bot.Tests.Support;
using Microsoft.Extensions.Options;

namespace CroissanceConnectee.Bot.Tests.DirectLine;

public sealed class DirectLineOptionsTests
{
    [Theory]
    [InlineData("DirectLine:Secrets:0", "short", "DirectLine:Secrets")]
    [InlineData("DirectLine:TrustedOrigins:0", "https://a.fr/page", "https://a.fr/page")]
    [InlineData("DirectLine:TrustedOrigins:0", "*", "DirectLine:TrustedOrigins")]
    [InlineData("DirectLine:TrustedOrigins:0", "ftp://a.fr", "DirectLine:TrustedOrigins")]
    [InlineData("DirectLine:TokenKey", "not base64", "DirectLine:TokenKey")]
    [InlineData("DirectLine:TokenKey", "c2hvcnQ=", "DirectLine:TokenKey")]
    [InlineData("DirectLine:TokenKye", "x", "TokenKye")]
    [InlineData("RateLimits:PerAddress", "-1", "PerAddress")]
    public async Task HostDoesNotStartOnASettingThatCannotBeMeant(string key, string value, string named)
    {
        await using var bot = new BotApplication((key, value));

        var refusal = Record.Exception(() => bot.CreateClient().Dispose());

        Assert.NotNull(refusal);
        Assert.True(refusal is OptionsValidationException or InvalidOperationException, refusal.ToString());
        Assert.Contains(named, refusal.Message, StringComparison.Ordinal);
    }
}
