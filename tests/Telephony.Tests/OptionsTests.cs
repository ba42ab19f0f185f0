using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CroissanceConnectee.Telephony.Tests;

public sealed class OptionsTests
{
    private static readonly Dictionary<string, string?> Account = new()
    {
        ["AccountSid"] = "AC00000000000000000000000000000001",
        ["AuthToken"] = "nouveau, ancien",
        ["PhoneNumber"] = "+33199002017",
        ["PublicBaseUrl"] = "https://Voix.Example.fr",
        ["VoiceMode"] = "ConversationRelay",
        ["Voices:fr-FR"] = "Google.fr-FR-Neural2-A",
    };

    [Fact]
    public void NothingNeedsToBeConfigured()
    {
        var options = Bind([]);

        Assert.Equal(VoiceMode.Gather, options.VoiceMode);
        Assert.Equal("https://api.twilio.com", options.ApiBaseUrl);
        Assert.Empty(options.AuthTokens);
    }

    [Fact]
    public void AccountIsBoundAsItIsWritten()
    {
        var options = Bind(Account);

        Assert.Equal(["nouveau", "ancien"], options.AuthTokens);
        Assert.Equal("https://Voix.Example.fr", options.PublicBaseUrl);
        Assert.Equal((VoiceMode.ConversationRelay, "Google.fr-FR-Neural2-A"), (options.VoiceMode, options.Voices["fr-FR"]));
    }

    [Theory]
    [InlineData("AccountSid", "AC1")]
    [InlineData("AccountSid", "SK00000000000000000000000000000001")]
    [InlineData("PhoneNumber", "01 99 00 20 17")]
    [InlineData("PhoneNumber", "")]
    [InlineData("PublicBaseUrl", "voix.example.fr")]
    [InlineData("PublicBaseUrl", "http://voix.example.fr")]
    [InlineData("PublicBaseUrl", "https://voix.example.fr/?a=1")]
    [InlineData("PublicBaseUrl", "")]
    [InlineData("ApiBaseUrl", "http://api.example.com")]
    [InlineData("ApiKeySid", "SK00000000000000000000000000000001")]
    [InlineData("ApiKeySecret", "secret")]
    [InlineData("AuthToken", "")]
    [InlineData("SecondsToAnswer", "0")]
    [InlineData("SecondsToAnswer", "15")]
    public void InvalidOptionsAreRefusedByName(string key, string value)
    {
        var refused = Assert.Throws<OptionsValidationException>(() => Bind(new(Account) { [key] = value }));

        Assert.Contains(key, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AddingTwiceAddsOnce()
    {
        var services = new ServiceCollection().AddTelephony();
        var before = services.Count;

        Assert.Equal(before, services.AddTelephony().Count);
    }

    private static TelephonyOptions Bind(Dictionary<string, string?> section)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(section).Build();
        using var services = new ServiceCollection().AddTelephony()
            .Configure<TelephonyOptions>(configuration, binder => binder.ErrorOnUnknownConfiguration = true)
            .BuildServiceProvider();
        return services.GetRequiredService<IOptions<TelephonyOptions>>().Value;
    }
}
