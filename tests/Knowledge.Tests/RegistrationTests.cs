using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CroissanceConnectee.Knowledge.Tests;

public class RegistrationTests
{
    [Fact]
    public void ArticlesBesideTheAssemblyAreTheDefault()
    {
        using var services = new ServiceCollection().AddLogging().AddKnowledge().BuildServiceProvider();

        var options = services.GetRequiredService<IOptions<KnowledgeOptions>>().Value;

        Assert.Equal(Path.Combine(AppContext.BaseDirectory, "articles"), options.FullDirectory);
        Assert.Equal(TimeSpan.FromSeconds(2), options.LookEvery);
    }

    [Fact]
    public void AddingTwiceAddsOnce()
    {
        using var services = new ServiceCollection().AddLogging().AddKnowledge().AddKnowledge().BuildServiceProvider();

        Assert.Single(services.GetServices<IHostedService>());
        Assert.Single(services.GetServices<KnowledgeBase>());
    }

    [Theory]
    [InlineData("", "00:00:02", nameof(KnowledgeOptions.Directory))]
    [InlineData("articles", "-00:00:01", nameof(KnowledgeOptions.LookEvery))]
    [InlineData("articles", "2.00:00:00", nameof(KnowledgeOptions.LookEvery))]
    public void InvalidOptionsAreRefusedByName(string directory, string lookEvery, string name)
    {
        using var services = new ServiceCollection().AddLogging().AddKnowledge().Configure<KnowledgeOptions>(options =>
            (options.Directory, options.LookEvery) = (directory, TimeSpan.Parse(lookEvery, System.Globalization.CultureInfo.InvariantCulture))).BuildServiceProvider();

        var refused = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<KnowledgeBase>());

        Assert.Contains(name, refused.Message, StringComparison.Ordinal);
    }
}
