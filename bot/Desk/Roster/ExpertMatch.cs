namespace CroissanceConnectee.Bot.Desk;

/// Who fits a need, best first; who does not, and why; and when nobody fits, where else to turn, nearest first.
public sealed record MatchResult(IReadOnlyList<ExpertMatch> Matches, IReadOnlyList<Exclusion> Excluded, IReadOnlyList<Referral> Referrals);

/// The score is the sum of the points of the reasons: nothing counts that is not said.
public sealed record ExpertMatch(Expert Expert, int Load, IReadOnlyList<MatchReason> Reasons)
{
    public int Score => Reasons.Sum(reason => reason.Points);
}

/// What speaks for an expert. The codes are those that the need and the expert share; none: the expert takes all of them.
public sealed record MatchReason(MatchGround Ground, int Points, IReadOnlyList<string> Codes);

/// In the order in which they are told.
public enum MatchGround
{
    Market,
    Theme,
    Sector,
    Language,
    Region,
    Level,
    Room,
}

public sealed record Exclusion(Expert Expert, int Load, IReadOnlyList<Obstacle> Obstacles);

/// Until: the last day of an absence.
public sealed record Obstacle(ObstacleKind Kind, DateOnly? Until = null);

public enum ObstacleKind
{
    Inactive,
    Absent,
    Full,
    SpeaksAnotherLanguage,
    NotOnThisChannel,
    OutsideTheirField,
}

public sealed record Referral(Institution Institution, ReferralGround Ground);

/// From the nearest to the furthest.
public enum ReferralGround
{
    OwnRegion,
    Theme,
    EveryFirm,
}
