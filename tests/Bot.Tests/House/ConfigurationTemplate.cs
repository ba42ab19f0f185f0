using System.Globalization;
using System.Reflection;
using System.Text.Json;
using CroissanceConnectee.Bot.Configuration;
using CroissanceConnectee.Bot.Tests.Support;
using CroissanceConnectee.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CroissanceConnectee.Bot.Tests.House;

/// appsettings.template.json is the reference of what can be configured: it names every option with its default, and nothing else.
public sealed class ConfigurationTemplate
{
    [Fact]
    public async Task TemplateNamesEveryOptionWithItsDefaultAndNothingElse()
    {
        await using var bot = new BotApplication();
        var options = bot.Services.GetServices<BoundSection>()
            .SelectMany(section => Flatten(section.Name, Activator.CreateInstance(section.Options)!))
            .Order();

        var template = Flatten(JsonDocument.Parse(
            File.ReadAllText(Repository.PathOf("appsettings.template.json")),
            new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip }).RootElement, prefix: "").Order();

        Assert.Equal(options, template);
    }

    [Theory]
    [InlineData("Desk:PhoneNumbre", "0199002017", "PhoneNumbre")]
    [InlineData("Desk:WorkingDaysToAnswer", "400", "WorkingDaysToAnswer")]
    [InlineData("Database:Provider", "Oracle", "Provider")]
    public async Task HostRefusesToStartOnAKeyThatIsUnknownOrWrongAndNamesIt(string key, string value, string named)
    {
        await using var bot = new BotApplication((key, value));

        var refusal = Assert.ThrowsAny<Exception>(() => { _ = bot.Services; });

        Assert.Contains(named, refusal.ToString(), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Flatten(string prefix, object options) => options.GetType()
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.CanWrite)
        .SelectMany(property => property.GetValue(options) is IDictionary<string, string> entries
            ? entries.Select(entry => $"{prefix}:{property.Name}:{entry.Key} = {entry.Value}")
            : [$"{prefix}:{property.Name} = {Write(property.GetValue(options))}"]);

    private static IEnumerable<string> Flatten(JsonElement element, string prefix) => element.ValueKind == JsonValueKind.Object
        ? element.EnumerateObject().SelectMany(member => Flatten(member.Value, prefix.Length == 0 ? member.Name : $"{prefix}:{member.Name}"))
        : [$"{prefix} = {element}"];

    private static string Write(object? value) => value switch
    {
        null => "",
        System.Collections.IEnumerable and not string => "[]",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
