namespace CroissanceConnectee.Bot.Desk;

/// A person whom firms can be put in touch with. An empty list of markets, themes, sectors or regions means all of them.
/// Immutable: what an import changes is another object, compared with the stored one by what an export would write.
public sealed record Expert
{
    public required Guid Id { get; init; }

    public ExpertKind Kind { get; init; }

    public string Name { get; init; } = "";

    public string Organisation { get; init; } = "";

    /// In lower case; no two experts have the same.
    public required string Email { get; init; }

    /// E.164.
    public string? Phone { get; init; }

    /// Connectors have one: nobody raises awareness in the service's name without it.
    public DateOnly? CharterSignedOn { get; init; }

    /// ISO 3166-1 alpha-2.
    public IReadOnlyList<string> Markets { get; init; } = [];

    /// Of the knowledge base.
    public IReadOnlyList<string> Themes { get; init; } = [];

    /// Answers to the diagnosis's question on the activity.
    public IReadOnlyList<string> Sectors { get; init; } = [];

    /// ISO 639-1.
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// Answers to the diagnosis's question on the region.
    public IReadOnlyList<string> Regions { get; init; } = [];

    public IReadOnlyList<ExpertChannel> Channels { get; init; } = [];

    /// Firms looked after at once.
    public int Capacity { get; init; }

    public IReadOnlyList<Absence> Absences { get; init; } = [];

    public bool Active { get; init; } = true;
}

/// The two levels of the avis 2017-1, recommendation 2.
public enum ExpertKind
{
    /// A volunteer who raises awareness, and has signed the charter.
    Connector,

    /// A labelled adviser, who is paid.
    Expert,
}

public enum ExpertChannel
{
    Chat,
    Phone,
    Written,
}

/// Both days are days of absence.
public sealed record Absence(DateOnly From, DateOnly To)
{
    public bool Covers(DateOnly day) => From <= day && day <= To;
}
