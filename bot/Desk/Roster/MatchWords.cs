using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Texts;

namespace CroissanceConnectee.Bot.Desk;

/// Tells why: to the firm why this expert, to the operator why not that one, and where else to turn.
public sealed class MatchWords(RosterCodes codes, Language language)
{
    /// "Pourquoi vous : marché Allemagne, thème douane, parle anglais, région Bretagne, 1 dossier sur 5".
    public string Why(ExpertMatch match) =>
        Say(nameof(RosterTexts.Why), string.Join(", ", match.Reasons.OrderBy(reason => reason.Ground).Select(reason => Told(reason, match))));

    public string WhyNot(Exclusion exclusion) => Say(
        nameof(RosterTexts.WhyNot),
        exclusion.Expert.Name,
        string.Join(", ", exclusion.Obstacles.Select(obstacle => Told(obstacle, exclusion))));

    public string WhereElse(Referral referral) => Say(
        referral.Ground switch
        {
            ReferralGround.OwnRegion => nameof(RosterTexts.ReferralOwnRegion),
            ReferralGround.Theme => nameof(RosterTexts.ReferralTheme),
            _ => nameof(RosterTexts.ReferralEveryFirm),
        },
        referral.Institution.Name.In(language),
        referral.Institution.Address,
        language.Date(referral.Institution.Source.TrueOn));

    private string Told(MatchReason reason, ExpertMatch match) => reason.Ground switch
    {
        MatchGround.Market when reason.Codes is [] => Say(nameof(RosterTexts.EveryMarket)),
        MatchGround.Market when reason.Codes is [var market] => Say(nameof(RosterTexts.OneMarket), codes.Market(market, language)),
        MatchGround.Market => Say(nameof(RosterTexts.SeveralMarkets), string.Join(" + ", reason.Codes.Select(code => codes.Market(code, language)))),
        MatchGround.Theme => Named(reason, nameof(RosterTexts.EveryTheme), nameof(RosterTexts.Theme), codes.Theme),
        MatchGround.Sector => Named(reason, nameof(RosterTexts.EverySector), nameof(RosterTexts.Sector), codes.Sector),
        MatchGround.Language => Say(nameof(RosterTexts.Speaks), codes.Tongue(reason.Codes[0], language)),
        MatchGround.Region => Named(reason, nameof(RosterTexts.EveryRegion), nameof(RosterTexts.Region), codes.Region),
        MatchGround.Level => Say(match.Expert.Kind == ExpertKind.Connector ? nameof(RosterTexts.Connector) : nameof(RosterTexts.Expert)),
        MatchGround.Room => Room(match.Load, match.Expert.Capacity),
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason.Ground, null),
    };

    private string Told(Obstacle obstacle, Exclusion exclusion) => obstacle switch
    {
        { Kind: ObstacleKind.Inactive } => Say(nameof(RosterTexts.Inactive)),
        { Kind: ObstacleKind.Absent, Until: { } day } => Say(nameof(RosterTexts.AbsentUntil), language.Date(day)),
        { Kind: ObstacleKind.Full } => Say(nameof(RosterTexts.Full), Room(exclusion.Load, exclusion.Expert.Capacity)),
        { Kind: ObstacleKind.SpeaksAnotherLanguage } => Say(
            nameof(RosterTexts.SpeaksOnly), string.Join(" + ", exclusion.Expert.Languages.Select(code => codes.Tongue(code, language)))),
        { Kind: ObstacleKind.NotOnThisChannel } => Say(nameof(RosterTexts.NotOnThisChannel)),
        { Kind: ObstacleKind.OutsideTheirField } => Say(nameof(RosterTexts.OutsideTheirField)),
        _ => throw new ArgumentOutOfRangeException(nameof(obstacle), obstacle, null),
    };

    private string Named(MatchReason reason, string every, string one, Func<string, Language, string> name) =>
        reason.Codes is [var code, ..] ? Say(one, name(code, language)) : Say(every);

    private string Room(int load, int capacity) => Say(load < 2 ? nameof(RosterTexts.OneCaseOf) : nameof(RosterTexts.CasesOf), load, capacity);

    private string Say(string key, params object?[] values) => language.Bound(
        string.Format(language.Culture(), RosterTexts.ResourceManager.GetString(key, language.Culture())!, values));
}
