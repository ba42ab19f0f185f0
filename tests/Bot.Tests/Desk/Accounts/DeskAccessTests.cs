using CroissanceConnectee.Bot.Desk.Accounts;

namespace CroissanceConnectee.Bot.Tests.Desk.Accounts;

public sealed class DeskAccessTests
{
    private static readonly Guid Me = Guid.CreateVersion7();
    private static readonly Guid Other = Guid.CreateVersion7();

    [Theory]
    [InlineData(DeskRole.Operator, "other", "Ailleurs", true, true)]
    [InlineData(DeskRole.Operator, null, null, true, true)]
    [InlineData(DeskRole.Lead, "other", "cabinet ", true, true)]
    [InlineData(DeskRole.Lead, "other", "Ailleurs", false, false)]
    [InlineData(DeskRole.Lead, null, null, true, true)]
    [InlineData(DeskRole.Expert, "me", "Cabinet", true, true)]
    [InlineData(DeskRole.Expert, "other", "Cabinet", true, false)]
    [InlineData(DeskRole.Expert, "other", "Ailleurs", false, false)]
    [InlineData(DeskRole.Expert, null, null, true, false)]
    public void OpensAndIsShownWhatTheRoleSays(DeskRole role, string? holder, string? holderTeam, bool opens, bool shown)
    {
        var person = new DeskPerson(Guid.CreateVersion7(), "Anne", role, Me, "Cabinet");
        Guid? who = holder switch { "me" => Me, "other" => Other, _ => null };

        Assert.Equal(opens, DeskAccess.MayOpen(person, who, holderTeam));
        Assert.Equal(shown, DeskAccess.IsFor(person, who, holderTeam));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    public void PeopleWithoutAnOrganisationAreNotColleagues(string? team)
    {
        var person = new DeskPerson(Guid.CreateVersion7(), "Anne", DeskRole.Lead, Me, team);

        Assert.False(DeskAccess.MayOpen(person, Other, team));
        Assert.True(DeskAccess.MayOpen(person, Me, team));
    }
}
