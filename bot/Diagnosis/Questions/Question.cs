using CroissanceConnectee.Bot.Conversations.Understanding;

namespace CroissanceConnectee.Bot.Diagnoses;

public sealed record Question
{
    private IReadOnlyList<ChoiceCandidate>? _candidates;

    public required string Id { get; init; }

    public required QuestionKind Kind { get; init; }

    /// Asked only when this holds; null: asked of everyone.
    public Condition? When { get; init; }

    /// A few words that open a new part of the dialogue, said just before the question.
    public Wording? Lead { get; init; }

    public required Wording Text { get; init; }

    /// What the phone says instead, where the written question does not read well aloud.
    public Wording? Spoken { get; init; }

    /// Why it is asked, with an example.
    public required Wording Help { get; init; }

    /// What it is about, as in "corriger l'effectif".
    public required Wording Name { get; init; }

    /// Other words for that, in both languages.
    public IReadOnlyList<string> Aka { get; init; } = [];

    /// Words that point to it when countries are corrected: "vendons" where it asks where one sells.
    public IReadOnlyList<string> Cues { get; init; } = [];

    /// The answer as a clause after "vous avez dit que"; `{value}` is the answer.
    public Wording? Said { get; init; }

    /// The clause when the answer is not known: "vous ne savez pas encore …".
    public required Wording Unsure { get; init; }

    /// What is counted, singular and plural: "personne", "personnes".
    public Wording? One { get; init; }

    public Wording? Many { get; init; }

    public IReadOnlyList<QuestionChoice> Choices { get; init; } = [];

    /// Choices (or country codes) under one name, for conditions.
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Groups { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// More choices than buttons can show: answers are typed, and recognised.
    public bool Open { get; init; }

    public decimal? Min { get; init; }

    public decimal? Max { get; init; }

    /// How much it counts in the score of its axes.
    public int Weight { get; init; } = 1;

    /// Points, by axis, of any answer that is known, where what it is does not matter.
    public IReadOnlyDictionary<string, int> KnownPoints { get; init; } = new Dictionary<string, int>();

    /// Points, by axis, of "je ne sais pas" where not knowing is itself an answer ("who pays the VAT?"); empty: not counted.
    public IReadOnlyDictionary<string, int> UnknownPoints { get; init; } = new Dictionary<string, int>();

    /// When one of these answers changes, the present one means nothing any more, and is asked again.
    public IReadOnlyList<string> DependsOn { get; init; } = [];

    /// What the public register of companies can answer in the firm's place.
    public RegisterField? Register { get; init; }

    public bool IsFigure => Kind is QuestionKind.Number or QuestionKind.Money or QuestionKind.Percent;

    /// The choices as they may be said, in either language.
    public IReadOnlyList<ChoiceCandidate> Candidates => _candidates ??= [.. Choices.Select(choice => choice.Candidate)];

    public bool TakesSeveral => Kind is QuestionKind.Several or QuestionKind.Markets;

    public QuestionChoice? Choice(string id) => Choices.FirstOrDefault(choice => choice.Id == id);

    public QuestionChoice? BandOf(decimal figure) => Choices.FirstOrDefault(choice => choice.Min <= figure && figure <= choice.Max);
}

public enum QuestionKind
{
    One,
    Several,
    Number,
    Money,
    Percent,
    Text,
    Markets,
    CompanyNumber,
}

public enum RegisterField
{
    Activity,
    Headcount,
    Region,
    LegalForm,
}

/// An answer to choose from; for a figure, a band of figures from Min to Max.
public sealed record QuestionChoice
{
    public required string Id { get; init; }

    public required Wording Label { get; init; }

    /// As owners say it, in both languages.
    public IReadOnlyList<string> Aka { get; init; } = [];

    /// The clause after "vous avez dit que".
    public Wording? Said { get; init; }

    /// 0 to 10, by axis.
    public IReadOnlyDictionary<string, int> Points { get; init; } = new Dictionary<string, int>();

    /// Goes with no other choice: "rien de tout cela".
    public bool Exclusive { get; init; }

    /// What a plain yes or no to the question means.
    public YesOrNo? On { get; init; }

    /// Prefixes of the register's codes that mean this choice.
    public IReadOnlyList<string> Codes { get; init; } = [];

    /// Sectors of the knowledge base that are near.
    public IReadOnlyList<string> Sectors { get; init; } = [];

    public decimal? Min { get; init; }

    public decimal? Max { get; init; }

    public ChoiceCandidate Candidate => new(Id, [.. Aka.Append(Label.Fr).Append(Label.En).Select(Folding.Fold).Distinct()]);
}

public enum YesOrNo
{
    Yes,
    No,
}
