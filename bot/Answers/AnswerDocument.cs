using System.ComponentModel;
using System.Text.Json.Serialization;

namespace CroissanceConnectee.Bot.Answers;

// What GET /api/answers returns. The descriptions stand in the OpenAPI document.

[JsonConverter(typeof(JsonStringEnumConverter<AnswerOutcome>))]
public enum AnswerOutcome
{
    Answer,
    NoAnswer,
}

[Description("An answer in the words of the sheets, or the reason why there is none with near subjects.")]
public sealed record AnswerDocument
{
    public required AnswerOutcome Outcome { get; init; }

    [Description("Why there is no answer: EmptyQuestion, NothingFound, Unsure, MarketNotCovered or MarketNeeded. Null with an answer.")]
    public string? Reason { get; init; }

    [Description("The markets that the question was understood to be about, as ISO 3166-1 alpha-2 codes.")]
    public required IReadOnlyList<string> Markets { get; init; }

    public string? Theme { get; init; }

    public IReadOnlyList<SentenceDocument> Sentences { get; init; } = [];

    public IReadOnlyList<FactDocument> Facts { get; init; } = [];

    [Description("Of several markets asked about, those for which the sheets give no answer.")]
    public IReadOnlyList<string> UnansweredMarkets { get; init; } = [];

    [Description("When the question may be about something else as well: what another sheet says of that.")]
    public AnswerDocument? Otherwise { get; init; }

    [Description("With an answer: further reading. Without: what may have been meant, nearest first.")]
    public IReadOnlyList<SubjectDocument> NearSubjects { get; init; } = [];
}

public sealed record SentenceDocument(
    string Text,
    [property: Description("fr, or en for the English summary of a sheet.")] string Language,
    CitationDocument Citation);

public sealed record FactDocument(
    string Key,
    string Label,
    [property: Description("The value with its unit, as a reader of the language writes it.")] string Display,
    decimal? Number,
    string? Unit,
    [property: Description("Current, Upcoming or Expired: only a current fact may be stated as true.")] string Validity,
    DateOnly AsOf,
    DateOnly? ValidFrom,
    DateOnly? ValidTo,
    CitationDocument Citation);

public sealed record CitationDocument(
    string Passage,
    [property: Description("The sheet, at the very passage.")] Uri Page,
    string Article,
    IReadOnlyList<SourceDocument> Sources);

public sealed record SourceDocument(
    string Name,
    Uri Url,
    [property: Description("The day on which the source was true.")] DateOnly Date);

public sealed record SubjectDocument(string Article, string Title, Uri Page);
