namespace CroissanceConnectee.Bot.Conversations.Understanding;

/// What was understood of a person's words, without knowing yet which topic they are for. Made by MessageReader; pure data.
public sealed record Message
{
    public static readonly Message Empty = new() { Raw = "", Folded = "", Words = [] };

    /// As it came, control characters and marks of direction removed, at most MessageReader.MaxLength characters.
    public required string Raw { get; init; }

    /// Lower case, without accents, punctuation as spaces, SMS French written out ("c koi loss" → "c est quoi l oss").
    public required string Folded { get; init; }

    public required IReadOnlyList<string> Words { get; init; }

    /// The value of the choice that was taken, when the channel sent one.
    public string? ChoiceValue { get; init; }

    /// The choice came as its label, in plain text. Whoever types one of several answers has given the whole answer; whoever
    /// taps it may go on tapping.
    public bool TypedChoice { get; init; }

    /// A command that holds at every point of the dialogue.
    public Command? Command { get; init; }

    /// The language that the command "langue" asks for, when it names one.
    public Language? RequestedLanguage { get; init; }

    /// Language of the words, when they are enough to tell.
    public Language? Language { get; init; }

    /// Yes, no, does not know, would rather not say: only when the message as a whole means that.
    public Stance? Stance { get; init; }

    /// The yes or no that the message opens with, whatever follows ("oui, 10 % du chiffre d'affaires").
    public Stance? OpensWith { get; init; }

    public IReadOnlyList<NumberMention> Numbers { get; init; } = [];

    /// ISO 3166-1 alpha-2 codes, in the order of mention.
    public IReadOnlyList<string> Markets { get; init; } = [];

    /// Markets named to be left out: "pas la Suisse", "sauf l'Italie".
    public IReadOnlyList<string> ExcludedMarkets { get; init; } = [];

    /// Asks something ("c'est quoi", "combien", "est-ce que", a question mark…), or names a subject and nothing else.
    public bool IsQuestion { get; init; }

    /// The question is a bare noun phrase ("droits de douane au Japon"), which may as well be an answer to what was asked.
    public bool IsElliptical { get; init; }

    /// Speaks of what the service knows about: customs, VAT, delivery, marketplaces…
    public bool MentionsSubject { get; init; }

    /// Takes back something said before ("en fait", "je me suis trompé", "pas 20, 12").
    public bool IsCorrection { get; init; }

    /// Wants a human being: asks for one, or refuses to talk to a machine. "Je ne veux pas de conseiller" does not.
    public bool WantsPerson { get; init; }

    /// Wants to begin (or go on with) the diagnosis.
    public bool WantsDiagnosis { get; init; }

    /// Says what it came for, without asking anything yet: "je veux vendre mes savons en Allemagne".
    public bool WantsToSell { get; init; }

    /// Angry or fed up: said so, or insulted the machine.
    public bool Frustrated { get; init; }

    public bool Greets { get; init; }

    public bool Thanks { get; init; }

    /// The code of a diagnosis to resume, as ResumeCode writes it, when the message holds one.
    public string? ResumeCode { get; init; }

    /// SIREN or SIRET whose checksum is right, digits only.
    public string? CompanyNumber { get; init; }

    /// When the sentence says two things ("je veux faire le diagnostic mais d'abord …"), each of them in the order in which
    /// they are to be dealt with; otherwise empty. Parts have no parts of their own.
    public IReadOnlyList<Message> Parts { get; init; } = [];

    /// Nothing to read in it: empty, emoji only, punctuation only.
    public bool IsBlank => Words.Count == 0 && ChoiceValue is null;
}

public enum Command
{
    Help,
    Repeat,
    Back,
    Correct,
    Restart,
    Stop,
    Person,
    Language,
    MyData,
}

public enum Stance
{
    Yes,
    No,
    DontKnow,
    Skip,
}

/// A number said in digits or words. `Min` and `Max` differ for a range ("entre 10 et 20") or an approximation that gives one.
public sealed record NumberMention(decimal Min, decimal Max, NumberUnit Unit, bool Approximate, int WordIndex)
{
    /// Said to be wrong: the "20" of "12, pas 20".
    public bool Negated { get; init; }

    /// That much or more: "plus de 50", "au moins 20". Min and Max are both the figure that was said.
    public bool OrMore { get; init; }

    public decimal Value => Min == Max ? Min : (Min + Max) / 2;
}

public enum NumberUnit
{
    None,
    People,
    Euros,
    Percent,
    Years,

    /// Counts something else: months, languages, parcels, kilos, dollars…
    Other,
}
