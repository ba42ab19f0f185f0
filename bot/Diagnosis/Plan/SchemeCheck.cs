using CroissanceConnectee.Knowledge;

namespace CroissanceConnectee.Bot.Diagnoses;

/// Whether a scheme is out of a firm's reach as far as its article says so in data. What is not known does not rule it out.
public static class SchemeCheck
{
    public static bool IsOutOfReach(SchemeConditions conditions, Firm firm) =>
        firm.HeadcountTo < conditions.HeadcountMin
        || firm.HeadcountFrom > conditions.HeadcountMax
        || (conditions.ExcludesPurePlayers && firm.PurePlayer == true)
        || (conditions.Regions.Count > 0 && firm.Region is { } region && !conditions.Regions.Contains(region, StringComparer.OrdinalIgnoreCase))
        || (conditions.Sectors.Count > 0 && firm.Sectors.Count > 0 && !conditions.Sectors.Intersect(firm.Sectors).Any());
}
