namespace CroissanceConnectee.Knowledge;

/// <summary>What an article or one of its sections is about. Also the section anchors: no other is accepted.</summary>
public static class Themes
{
    public const string Figures = "figures";
    public const string Habits = "habits";
    public const string Payment = "payment";
    public const string Marketplaces = "marketplaces";
    public const string Social = "social";
    public const string Logistics = "logistics";
    public const string Returns = "returns";
    public const string Customs = "customs";
    public const string Vat = "vat";
    public const string Legal = "legal";
    public const string Localisation = "localisation";
    public const string Contacts = "contacts";
    public const string Definition = "definition";
    public const string Eligibility = "eligibility";
    public const string Amount = "amount";
    public const string Apply = "apply";
    public const string Steps = "steps";
    public const string Mistakes = "mistakes";
    public const string Finance = "finance";
    public const string Training = "training";
    public const string People = "people";
    public const string Fraud = "fraud";
    public const string Firm = "firm";
    public const string How = "how";
    public const string Result = "result";

    /// <summary>Every theme, in the order of this list.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Figures, Habits, Payment, Marketplaces, Social, Logistics, Returns, Customs, Vat, Legal, Localisation, Contacts,
        Definition, Eligibility, Amount, Apply, Steps, Mistakes, Finance, Training, People, Fraud, Firm, How, Result,
    ];

    // What an article is like rather than what it is about: "le montant" alone names no subject.
    internal static IReadOnlySet<string> Aspects { get; } =
        new HashSet<string> { Definition, Eligibility, Amount, Apply, Steps, Mistakes, Firm, How, Result };
}
