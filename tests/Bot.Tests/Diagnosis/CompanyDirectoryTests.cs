using System.Diagnostics;
using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Diagnoses;
using CroissanceConnectee.Bot.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CroissanceConnectee.Bot.Tests.Diagnoses;

/// Against a server on this machine that answers as the State's company search does.
public sealed class CompanyDirectoryTests : IAsyncLifetime
{
    private const string Siren = "732829320";

    private const string Found = """
        {"results":[{"siren":"732829320","nom_complet":"SAVONNERIE DES ABERS","nom_raison_sociale":"SAVONNERIE DES ABERS","sigle":null,
        "nombre_etablissements":1,"nombre_etablissements_ouverts":1,
        "siege":{"activite_principale":"20.42Z","adresse":"1 RUE DU PORT 29870 LANNILIS","code_postal":"29870","commune":"29117","departement":"29",
        "etat_administratif":"A","libelle_commune":"LANNILIS","region":"53","siret":"73282932000074","tranche_effectif_salarie":"11"},
        "activite_principale":"20.42Z","categorie_entreprise":"PME","caractere_employeur":"O","date_creation":"2011-04-01","etat_administratif":"A",
        "nature_juridique":"5710","section_activite_principale":"C","tranche_effectif_salarie":"11","annee_tranche_effectif_salarie":"2023",
        "statut_diffusion":"O","matching_etablissements":[],"finances":{"2023":{"ca":1200000,"resultat_net":50000}}}],
        "total_results":1,"page":1,"per_page":1,"total_pages":1}
        """;

    private const string Nothing = """{"results":[],"total_results":0,"page":1,"per_page":1,"total_pages":0}""";

    private readonly List<string> _asked = [];
    private WebApplication _register = null!;
    private Func<int, HttpContext, Task> _answer = (_, context) => Json(context, Found);

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _register = builder.Build();
        _register.Run(context =>
        {
            _asked.Add(context.Request.Path + context.Request.QueryString);
            return _answer(_asked.Count, context);
        });
        await _register.StartAsync();
    }

    [Fact]
    public async Task CompanyIsFoundByItsNumberAndFillsInWhatTheRegisterKnows()
    {
        await using var bot = Host();

        var company = await FindAsync(bot, Siren);

        var answers = CompanyLookUp.Answers(Sample.Questionnaire, company!).ToDictionary(entry => entry.Question.Id, entry => entry.Answer);
        Assert.Equal($"/search?q={Siren}&page=1&per_page=1", Assert.Single(_asked));
        Assert.Equal("SAVONNERIE DES ABERS", company!.Name);
        Assert.Equal(["cosmetique"], answers["activity"].Choices);
        Assert.Equal(["small"], answers["headcount"].Choices);
        Assert.Equal(["bretagne"], answers["region"].Choices);
        Assert.Equal(["sas"], answers["legal_form"].Choices);
        Assert.All(answers.Values, answer => Assert.Equal(AnswerOrigin.LookedUp, answer.Origin));
    }

    [Theory]
    [InlineData("46.34Z", "vin")]
    [InlineData("46.39B", "alimentation")]
    [InlineData("62.01Z", "services")]
    [InlineData("99.00Z", null)]
    public void LongestPrefixOfTheActivityCodeWins(string code, string? choice)
    {
        var answers = CompanyLookUp.Answers(Sample.Questionnaire, new Company { Siren = Siren, Activity = code });

        Assert.Equal(choice, answers.Select(entry => entry.Answer.Choices[0]).FirstOrDefault());
    }

    [Fact]
    public async Task EstablishmentNumberIsAskedByItsCompany()
    {
        await using var bot = Host();

        await FindAsync(bot, Siren + "00074");

        Assert.StartsWith($"/search?q={Siren}&", Assert.Single(_asked), StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnknownCompanyIsNoCompany()
    {
        _answer = (_, context) => Json(context, Nothing);
        await using var bot = Host();

        Assert.Null(await FindAsync(bot, Siren));
    }

    [Fact]
    public async Task FailureIsTriedOnceMore()
    {
        _answer = (times, context) => times == 1 ? Status(context, 500) : Json(context, Found);
        await using var bot = Host();

        Assert.NotNull(await FindAsync(bot, Siren));
        Assert.Equal(2, _asked.Count);
    }

    [Theory]
    [InlineData(500, 2)]
    [InlineData(429, 1)]
    [InlineData(400, 1)]
    public async Task RegisterThatRefusesIsLeftAloneAfterAtMostTwoTries(int status, int tries)
    {
        _answer = (_, context) => Status(context, status);
        await using var bot = Host();

        Assert.Null(await FindAsync(bot, Siren));
        Assert.Equal(tries, _asked.Count);
    }

    [Theory]
    [InlineData("<html>maintenance</html>")]
    [InlineData("{\"results\":[{\"nom_complet\":\"sans numéro\"}]}")]
    [InlineData("{\"results\":null}")]
    [InlineData("")]
    public async Task GarbageIsNoCompany(string body)
    {
        _answer = (_, context) => Json(context, body);
        await using var bot = Host();

        Assert.Null(await FindAsync(bot, Siren));
    }

    [Fact]
    public async Task SlowRegisterIsNotWaitedFor()
    {
        _answer = (_, context) => Task.Delay(TimeSpan.FromSeconds(30), context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        await using var bot = Host(("CompanyDirectory:Seconds", "0.5"));
        _ = bot.Services;
        var watch = Stopwatch.StartNew();

        Assert.Null(await FindAsync(bot, Siren));
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 10);
    }

    [Fact]
    public async Task FirmConfirmsWhatWasFoundAndIsNotAskedItAgain()
    {
        await using var bot = Host();
        var script = new ChatScript(bot);

        var first = await script.SayAsync("je veux faire le diagnostic");
        var found = await script.SayAsync("732 829 320");
        var next = await script.SayAsync("[Oui]");

        Assert.Contains("SIREN", first.Parts.OfType<Ask>().Single().Text, StringComparison.Ordinal);
        Assert.Contains(found.Parts.OfType<Say>(), say => say.Text == "J'ai trouvé SAVONNERIE DES ABERS, à LANNILIS, dans le registre public.");
        Assert.Contains(found.Parts.OfType<Say>(), say => say.Text.Contains("vous vendez des cosmétiques, vous êtes entre 10 et 49", StringComparison.Ordinal));
        Assert.Equal("Qui sont vos clients ?", next.Parts.OfType<Ask>().Single().Text);
    }

    [Fact]
    public async Task FirmMayRefuseWhatWasFound()
    {
        await using var bot = Host();
        var script = new ChatScript(bot);
        await script.SayAsync("je veux faire le diagnostic");
        await script.SayAsync("732 829 320");

        var next = await script.SayAsync("non c'est pas nous");

        Assert.Equal("Que vendez-vous ?", next.Parts.OfType<Ask>().Single().Text);
    }

    [Theory]
    [InlineData("passer")]
    [InlineData("732 829 320")]
    public async Task DiagnosisGoesOnWithoutTheRegister(string said)
    {
        _answer = (_, context) => Status(context, 500);
        await using var bot = Host();
        var script = new ChatScript(bot);
        await script.SayAsync("je veux faire le diagnostic");

        var next = await script.SayAsync(said);

        Assert.Equal("Que vendez-vous ?", next.Parts.OfType<Ask>().Single().Text);
    }

    public async ValueTask DisposeAsync() => await _register.DisposeAsync();

    // Longer than in life, so that a busy machine does not decide the tests.
    private BotApplication Host(params (string, string)[] settings) =>
        new([("CompanyDirectory:Endpoint", _register.Urls.Single()), .. settings.DefaultIfEmpty(("CompanyDirectory:Seconds", "10"))]);

    private static Task<Company?> FindAsync(BotApplication bot, string number) =>
        bot.Services.GetRequiredService<CompanyDirectory>().FindAsync(number, TestContext.Current.CancellationToken);

    private static Task Json(HttpContext context, string body)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(body);
    }

    private static Task Status(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
