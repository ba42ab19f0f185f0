namespace CroissanceConnectee.Bot.Desk.Accounts;

/// Who sits at the desk, as the accounts and the roster know it now.
public sealed record DeskPerson(Guid Id, string Name, DeskRole Role, Guid? ExpertId, string? Team)
{
    /// People without an organisation are nobody's colleagues.
    public bool IsInTeam(string? team) =>
        !string.IsNullOrWhiteSpace(team) && string.Equals(team.Trim(), Team?.Trim(), StringComparison.OrdinalIgnoreCase);
}

/// Which requests somebody at the desk may open, and which are shown first. Holder: the expert who looks after it, with the team.
public static class DeskAccess
{
    public static bool MayOpen(DeskPerson person, Guid? holder, string? holderTeam) =>
        person.Role == DeskRole.Operator || holder is null || holder == person.ExpertId || person.IsInTeam(holderTeam);

    /// An expert's own, a lead's team's and those that nobody has, all of them for an operator.
    public static bool IsFor(DeskPerson person, Guid? holder, string? holderTeam) => person.Role switch
    {
        DeskRole.Expert => holder is not null && holder == person.ExpertId,
        _ => MayOpen(person, holder, holderTeam),
    };
}
