namespace CroissanceConnectee.Knowledge;

/// <summary>An <see cref="Answer"/> or a <see cref="NoAnswer"/>, with the markets and the theme that the question was understood to be about.</summary>
public abstract record AnswerResult(IReadOnlyList<string> Markets, string? Theme);

/// <summary>Sentences and facts of the articles, word for word; at least one of the two lists is not empty.</summary>
public sealed record Answer(IReadOnlyList<string> Markets, string? Theme) : AnswerResult(Markets, Theme)
{
    /// <summary>In reading order; normally two or three, of one article per market asked about.</summary>
    public required IReadOnlyList<AnsweredSentence> Sentences { get; init; }

    /// <summary>The facts asked for, and those that the sentences rest on, current ones first.</summary>
    public required IReadOnlyList<QuotedFact> Facts { get; init; }

    /// <summary>Up to three near articles, none of which is quoted here.</summary>
    public required IReadOnlyList<Subject> FurtherReading { get; init; }

    /// <summary>When another article may be meant as well: what that one says, shorter.</summary>
    public Answer? Otherwise { get; init; }

    /// <summary>Of several markets asked about, those for which the articles give no answer.</summary>
    public IReadOnlyList<string> UnansweredMarkets { get; init; } = [];
}

/// <summary>Nothing that the articles say answers the question well enough.</summary>
public sealed record NoAnswer(NoAnswerReason Reason, IReadOnlyList<string> Markets, string? Theme) : AnswerResult(Markets, Theme)
{
    /// <summary>Up to three subjects that the person may have meant, nearest first.</summary>
    public required IReadOnlyList<Subject> NearSubjects { get; init; }
}

public enum NoAnswerReason
{
    /// <summary>The question has no word that means something.</summary>
    EmptyQuestion,

    /// <summary>The articles do not speak of this.</summary>
    NothingFound,

    /// <summary>Near, but not sure: the near subjects are worth a "did you mean".</summary>
    Unsure,

    /// <summary>There is no article about a market that was asked about.</summary>
    MarketNotCovered,

    /// <summary>The answer differs from market to market, and none was named: the near subjects are markets to choose from.</summary>
    MarketNeeded,
}

/// <summary>A sentence of an article, word for word. Language is "fr", or "en" for an article's English summary.</summary>
public sealed record AnsweredSentence(
    string Text, string Language, string PassageId, string ArticleId, string Section, IReadOnlyList<Source> Sources);

/// <summary>A fact of an article. Only one whose validity is Current may be stated as true today.</summary>
public sealed record QuotedFact(string ArticleId, Fact Fact, FactValidity Validity)
{
    public bool Expired => Validity == FactValidity.Expired;
}

/// <summary>An article, and the section of it that is meant, if one is.</summary>
public sealed record Subject(string ArticleId, LocalizedText Title, string? Section);
