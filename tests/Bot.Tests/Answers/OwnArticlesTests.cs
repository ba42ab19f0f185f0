using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Tests.Support;

namespace CroissanceConnectee.Bot.Tests.Answers;

/// Another folder of articles is served like ours; here one with a figure that has expired, and one on which two sources disagree.
public sealed class OwnArticlesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("articles-").FullName;

    public OwnArticlesTests()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "markets"));
        File.WriteAllText(Path.Combine(_folder, "markets", "norvege.md"), """
            ---
            id: norvege
            kind: market
            title: { fr: Vendre en ligne en Norvège, en: Selling online in Norway }
            summary: { fr: La Norvège est hors de l'Union., en: Norway is outside the Union. }
            markets: [NO]
            themes: [customs, payment]
            sectors: []
            keywords: []
            reviewBy: 2099-12-31
            sources:
              - { id: douane, name: Douane norvégienne, url: "https://douane.example/cadeaux", date: 2020-05-12 }
              - { id: nets, name: Étude Nets, url: "https://nets.example/cartes", date: 2024-03-31 }
              - { id: banque, name: Banque de Norvège, url: "https://banque.example/cartes", date: 2025-09-30 }
            facts:
              - { key: customs.gift-limit, label: { fr: Valeur d'un cadeau sans droits, en: Duty-free value of a gift }, value: 1000, unit: NOK, asOf: 2020-05-12, validTo: 2021-12-31, reviewBy: 2099-01-31, source: douane }
              - { key: payment.card-share, label: { fr: Part de la carte bancaire, en: Share of bank cards }, value: 61, unit: "%", asOf: 2024-03-31, reviewBy: 2099-01-31, source: nets }
              - { key: payment.card-share, label: { fr: Part de la carte bancaire, en: Share of bank cards }, value: 48, unit: "%", asOf: 2025-09-30, reviewBy: 2099-01-31, source: banque }
            ---
            ## Comment on paie {#payment}
            Vipps est très répandu en Norvège pour payer avec un téléphone. [^nets]
            """);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task FigureThatHasExpiredIsAnnouncedAsSuch()
    {
        var reply = await AskAsync("quelle valeur pour un cadeau sans droits en Norvège ?");

        Assert.Contains(reply.Parts.OfType<Say>(), say => say.Text.Plain().Contains("1 000 NOK était valable jusqu'au 31 décembre 2021. Ce n'est plus le cas", StringComparison.Ordinal));
        Assert.DoesNotContain(reply.Parts.OfType<Say>(), say => say.Text.Plain().EndsWith(": 1 000 NOK.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task SourcesThatDisagreeAreBothShownWithTheirDatesTheLatestFirst()
    {
        var reply = await AskAsync("quelle part de la carte bancaire en Norvège ?");

        var said = reply.Parts.OfType<Say>().Select(say => say.Text.Plain()).ToList();
        var at = said.IndexOf("Toutes les sources ne donnent pas le même chiffre :");
        Assert.Equal(["Part de la carte bancaire : 48 %, au 30 septembre 2025.", "Part de la carte bancaire : 61 %, au 31 mars 2024."], said[(at + 1)..(at + 3)]);
        Assert.Superset(new HashSet<string> { "Banque de Norvège", "Étude Nets" }, reply.Parts.OfType<Cite>().Select(cite => cite.Name).ToHashSet());
        Assert.Contains(reply.Parts.OfType<Cite>(), cite => cite.Page?.Address == "/marches/norvege#fait-payment.card-share-2");
    }

    private async Task<Reply> AskAsync(string question)
    {
        await using var bot = new BotApplication(("Knowledge:Directory", _folder));
        return await new ChatScript(bot).SayAsync(question);
    }
}
