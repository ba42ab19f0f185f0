using System.Net;
using CroissanceConnectee.Bot.Tests.Support;
using Microsoft.AspNetCore.Mvc.Testing;

namespace CroissanceConnectee.Bot.Tests.Desk.Accounts;

/// Signing in at one's own organisation.
public sealed class OpenIdSignInTests
{
    private const string Olga = "olga@example.org";

    [Fact]
    public async Task PersonWithAnAccountComesInByItsOrganisationWithoutTheLink()
    {
        await using var provider = await OpenIdProvider.StartAsync(claims: [("sub", "42"), ("email", Olga), ("email_verified", true)]);
        await using var bot = With(provider);
        await bot.LinkAsync(Olga);

        using var answer = await ComeAsync(bot, provider);

        Assert.Equal("/experts/journal", answer.Headers.Location?.ToString());
        Assert.Contains(await bot.JournalAsync(), entry => entry.StartsWith("signed.in", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AccountStaysThePersonsWhoCameFirst()
    {
        await using var provider = await OpenIdProvider.StartAsync(claims: [("sub", "42"), ("email", Olga), ("email_verified", true)]);
        await using var bot = With(provider);
        await bot.LinkAsync(Olga);
        using var first = await ComeAsync(bot, provider);

        provider.Claims["email"] = "olga.mariee@example.org";
        using var renamed = await ComeAsync(bot, provider);
        (provider.Claims["email"], provider.Claims["sub"]) = (Olga, "43");
        using var successor = await ComeAsync(bot, provider);

        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, renamed.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, successor.StatusCode);
    }

    [Theory]
    [InlineData("nobody@example.org", true)]
    [InlineData(Olga, false)]
    [InlineData(Olga, null)]
    public async Task AddressThatIsUnknownOrNotVerifiedOpensNothing(string email, bool? verified)
    {
        await using var provider = await OpenIdProvider.StartAsync(claims: [("sub", "42"), ("email", email)]);
        if (verified is not null)
        {
            provider.Claims["email_verified"] = verified;
        }

        await using var bot = With(provider);
        await bot.LinkAsync(Olga);

        using var answer = await ComeAsync(bot, provider);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("La connexion a été refusée.", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);
        Assert.DoesNotContain(await bot.JournalAsync(), entry => entry.StartsWith("signed.in", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ProviderThatVerifiesWithoutSayingSoIsBelievedWhereItIsConfigured()
    {
        await using var provider = await OpenIdProvider.StartAsync(claims: [("sub", "42"), ("email", Olga)]);
        await using var bot = With(provider, ("OpenIdConnect:EmailsAreVerified", "true"));
        await bot.LinkAsync(Olga);

        using var answer = await ComeAsync(bot, provider);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Fact]
    public async Task RemovedAccountAndForgedTokenOpenNothing()
    {
        await using var honest = await OpenIdProvider.StartAsync(claims: [("sub", "42"), ("email", Olga), ("email_verified", true)]);
        await using var bot = With(honest);
        await bot.LinkAsync(Olga);
        using var before = await ComeAsync(bot, honest);
        await bot.CommandAsync("remove", Olga);
        using var removed = await ComeAsync(bot, honest);

        await using var forger = await OpenIdProvider.StartAsync(forges: true, claims: [("sub", "42"), ("email", Olga), ("email_verified", true)]);
        await using var other = With(forger);
        await other.LinkAsync(Olga);
        using var forged = await ComeAsync(other, forger);

        Assert.Equal(HttpStatusCode.Redirect, before.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, removed.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
    }

    [Fact]
    public async Task WithNothingConfiguredThereIsNoSuchWay()
    {
        await using var bot = new BotApplication();
        using var http = bot.CreateClient();

        var page = await http.GetStringAsync(new Uri("/experts/connexion", UriKind.Relative), TestContext.Current.CancellationToken);
        using var answer = await http.GetAsync(new Uri("/experts/connexion/organisation", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.DoesNotContain("connexion/organisation", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("http://fournisseur.example", "un secret", "Authority")]
    [InlineData("https://fournisseur.example", "", "ClientSecret")]
    public async Task HalfAConfigurationIsNamedAtStart(string authority, string secret, string named)
    {
        await using var bot = new BotApplication(("OpenIdConnect:Authority", authority), ("OpenIdConnect:ClientId", "x"), ("OpenIdConnect:ClientSecret", secret));

        var refusal = Assert.ThrowsAny<Exception>(() => { _ = bot.Services; });

        Assert.Contains(named, refusal.ToString(), StringComparison.Ordinal);
    }

    private static BotApplication With(OpenIdProvider provider, params (string Key, string Value)[] settings) => new(
    [
        ("OpenIdConnect:Authority", provider.Authority), ("OpenIdConnect:ClientId", OpenIdProvider.ClientId), ("OpenIdConnect:ClientSecret", OpenIdProvider.ClientSecret),
        .. settings,
    ]);

    /// Goes to the provider and back, as a browser does; the last answer is the desk's.
    private static async Task<HttpResponseMessage> ComeAsync(BotApplication bot, OpenIdProvider provider)
    {
        using var desk = bot.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        using var away = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        desk.DefaultRequestHeaders.Add("Accept", "text/html");
        using var asked = await desk.GetAsync(new Uri("/experts/connexion/organisation?returnUrl=/experts/journal", UriKind.Relative));
        Assert.StartsWith(provider.Authority + "/authorize?", asked.Headers.Location?.ToString(), StringComparison.Ordinal);
        using var agreed = await away.GetAsync(asked.Headers.Location);
        using var back = await desk.GetAsync(agreed.Headers.Location);
        return await desk.GetAsync(back.Headers.Location);
    }
}
