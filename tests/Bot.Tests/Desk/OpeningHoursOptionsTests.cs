using CroissanceConnectee.Bot.Configuration;
using CroissanceConnectee.Bot.Desk;
using CroissanceConnectee.Bot.Tests.Support;
using CroissanceConnectee.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CroissanceConnectee.Bot.Tests.Desk;

public sealed class OpeningHoursOptionsTests
{
    [Fact]
    public void TemplateCanBeTakenAsItIsForTheConfiguration()
    {
        var configuration = new ConfigurationBuilder().AddJsonFile(Repository.PathOf("appsettings.template.json")).Build();
        using var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddValidated<OpeningHoursOptions>("OpeningHours").BuildServiceProvider();

        var options = services.GetRequiredService<IOptionsMonitor<OpeningHoursOptions>>().CurrentValue;

        Assert.Equal(TimeSpan.FromHours(9), new OpeningHours(options).WorkingDay);
    }

    [Theory]
    [InlineData("OpeningHours:Friday", "9h-12h", "OpeningHours:Friday")]
    [InlineData("OpeningHours:Friday", "18:00-09:00", "OpeningHours:Friday")]
    [InlineData("OpeningHours:Friday", "09:00-12:00, 11:00-18:00", "OpeningHours:Friday")]
    [InlineData("OpeningHours:Friday", "09:00-24:30", "OpeningHours:Friday")]
    [InlineData("OpeningHours:Fryday", "09:00-12:00", "Fryday")]
    [InlineData("OpeningHours:Exceptions:24/12/2026", "", "24/12/2026")]
    [InlineData("OpeningHours:Exceptions:2026-12-24", "matin", "OpeningHours:Exceptions:2026-12-24")]
    public async Task HostRefusesHoursThatCannotBeReadAndNamesTheKey(string key, string value, string named)
    {
        await using var bot = new BotApplication((key, value));

        var refusal = Assert.ThrowsAny<Exception>(() => { _ = bot.Services; });

        Assert.Contains(named, refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task HostRefusesAWeekWithoutAnyHours()
    {
        await using var bot = new BotApplication([.. Enum.GetNames<DayOfWeek>().Select(day => ($"OpeningHours:{day}", ""))]);

        var refusal = Assert.ThrowsAny<Exception>(() => { _ = bot.Services; });

        Assert.Contains("OpeningHours: no day of the week has hours", refusal.ToString(), StringComparison.Ordinal);
    }
}
