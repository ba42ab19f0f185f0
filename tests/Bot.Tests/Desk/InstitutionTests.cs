using CroissanceConnectee.Bot.Desk;
using CroissanceConnectee.Bot.Diagnoses;
using CroissanceConnectee.Bot.Tests.Diagnoses;
using CroissanceConnectee.Testing;

namespace CroissanceConnectee.Bot.Tests.Desk;

public class InstitutionTests
{
    public static TheoryData<string> Ids { get; } = [.. Institutions.All.Select(institution => institution.ArticleId)];

    [Theory, MemberData(nameof(Ids))]
    public void WhatIsSaidOfAnInstitutionStandsInItsArticle(string id)
    {
        var institution = Institutions.All.Single(one => one.ArticleId == id);
        var article = Sample.Articles[id];
        var text = File.ReadAllText(Repository.PathOf($"knowledge/articles/schemes/{id}.md"));
        var place = institution.Address.Host.Replace("www.", "", StringComparison.Ordinal) + institution.Address.AbsolutePath.TrimEnd('/');

        Assert.Contains(place, text, StringComparison.Ordinal);
        Assert.Contains(article.Sources, source =>
            source.Name == institution.Source.Name && source.Url == institution.Source.Url && source.Date == institution.Source.TrueOn);
        Assert.Subset(article.Themes.ToHashSet(), institution.Themes.ToHashSet());
        Assert.NotEmpty(institution.Name.Fr);
        Assert.NotEmpty(institution.Name.En);
    }

    [Fact]
    public void EveryRegionHasItsOwnContact()
    {
        var regions = Sample.Questionnaire.Questions.Single(question => question.Register == RegisterField.Region).Choices.Select(choice => choice.Id);

        Assert.Equal(regions.Order(), Institutions.All.SelectMany(institution => institution.Regions).Order());
    }

    [Fact]
    public void FirmNobodyFitsIsSentToItsRegionThenToCustomsThenToTheNetwork()
    {
        var result = People.Find(People.CustomsInGermany);

        Assert.Equal(
            ["region-bretagne", "douane-cellule-conseil", "team-france-export", "cci-international"],
            result.Referrals.Select(referral => referral.Institution.ArticleId));
        Assert.Equal(
            "Bretagne Commerce International, le contact de votre région\u00A0: https://www.bretagnecommerceinternational.com/ (vérifié au 2 octobre 2020)",
            People.French.WhereElse(result.Referrals[0]));
        Assert.Equal(
            "Team France Export, for every firm: https://www.teamfrance-export.fr/ (true on 22 November 2026)", People.English.WhereElse(result.Referrals[2]));
    }

    [Fact]
    public void FirmOfWhichNothingIsKnownIsSentToTheNetwork()
    {
        var result = People.Find(new Need { Channel = ExpertChannel.Chat, Day = People.Today });

        Assert.Equal(["team-france-export", "cci-international"], result.Referrals.Select(referral => referral.Institution.ArticleId));
    }

    [Fact]
    public void MoneyIsASubjectForThePublicBank()
    {
        var result = People.Find(People.CustomsInGermany with { Theme = "finance", Region = null });

        Assert.Equal("garanties-export-bpifrance", result.Referrals[0].Institution.ArticleId);
    }

    [Fact]
    public void InstitutionsAreNotNamedWhereAnExpertFits() =>
        Assert.Empty(People.Find(People.CustomsInGermany, People.Free(People.Someone("a@example.org"))).Referrals);
}
