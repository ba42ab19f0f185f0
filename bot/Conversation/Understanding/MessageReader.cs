using CroissanceConnectee.Search.Text;

namespace CroissanceConnectee.Bot.Conversations.Understanding;

/// Free text in French or English → Message. Pure and quick: the word lists are read once, every search is bounded.
public sealed class MessageReader
{
    public const int MaxLength = 4000;

    public Message Read(TurnInput input, ConversationState state) => input switch
    {
        Said said when state.Offered.FirstOrDefault(choice => choice.Label == said.Text) is { } meant => Read(meant.Value, meant.Label) with { TypedChoice = true },
        Said said => Read(said.Text),
        Chose chose => Read(chose.Value, chose.Label),
        _ => Message.Empty,
    };

    /// A choice means its value. Its label is our own words: nothing is guessed from them.
    private static Message Read(string value, string label) =>
        Bare(Sentence.Of(Folding.Clean(label, MaxLength))) with { ChoiceValue = value };

    private static Message Read(string text)
    {
        var sentence = Sentence.Of(Folding.Clean(text, MaxLength));
        if (sentence.Words.Count == 0)
        {
            return Bare(sentence);
        }

        var meanings = new Meanings(sentence);
        return ReadOne(sentence, meanings) with { Parts = Clauses.Split(sentence, meanings, part => ReadOne(part, new Meanings(part))) };
    }

    private static Message Bare(Sentence sentence) => new()
    {
        Raw = sentence.Source,
        Folded = string.Join(' ', sentence.Words.Select(word => word.Text)),
        Words = [.. sentence.Words.Select(word => word.Text)],
    };

    private static Message ReadOne(Sentence sentence, Meanings meanings)
    {
        var company = CompanyNumbers.Find(sentence);
        var code = company is null ? ResumeCodes.Find(sentence) : null;
        var message = Bare(sentence) with
        {
            Language = LanguageGuess.Of([.. sentence.Words.Take(PhraseBook.MaxWords).Select(word => word.Text)]),
            CompanyNumber = company?.Number,
            ResumeCode = code?.Code,
            Numbers = NumberReader.Read(sentence, company?.Words ?? code?.Words, meanings.Says(Meaning.Hedge)),
            MentionsSubject = meanings.Says(Meaning.Subject),
            Greets = meanings.Says(Meaning.Greets) || meanings.IsWholly(Meaning.Greets),
            Thanks = meanings.Says(Meaning.Thanks) || meanings.IsWholly(Meaning.Thanks),
            WantsToSell = meanings.Says(Meaning.Goal),
            Frustrated = meanings.Says(Meaning.Frustrated),
        };
        return Intents.Add(MarketMentions.Add(message, sentence), sentence, meanings);
    }
}
