using System.Text.RegularExpressions;
using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Texts;

namespace CroissanceConnectee.Bot.Channels.Phone;

/// A reply as it is spoken: pieces that can be taken in at one go, then its question. Pure.
public static partial class SpokenReply
{
    // What is heard in twenty seconds, at the pace of the voices that read on phone lines (about 160 words a minute).
    private const int WordsAtOnce = 52;

    // A last piece of a few words is not worth a question of its own.
    private const int WordsNotWorthAsking = 12;

    private static readonly string[] YesWords = ["oui", "yes"];

    /// Heard: the words that the reply answers, where they were spoken.
    public static CallState Onto(CallState state, Reply reply, string? heard = null)
    {
        var question = reply.Parts.LastOrDefault() as Ask;
        var pieces = Pieces(reply, question);
        var keys = reply.Misses > 1;

        // That something was not understood is said once; the question is what can be heard again.
        var missed = reply.Misses > 0;
        if (missed)
        {
            pieces = [string.Join(' ', pieces)];
        }

        return CallState.New with
        {
            Language = reply.Language,
            Stage = pieces.Count > 1 ? Stage.More : Stage.Question,
            Notice = missed ? pieces[0] : "",
            Now = missed ? "" : pieces.FirstOrDefault() ?? "",
            Rest = [.. pieces.Skip(1)],
            Question = question is null ? null : Of(keys ? question with { Choices = Likeliest.First(question.Choices, heard ?? "") } : question, reply.Language),
            CanText = pieces.Count > 1 || reply.Parts.Any(part => part is Cite or Offer),
            ByKeys = state.ByKeys || keys,
            KeysOnly = keys,
            HasNumber = state.HasNumber,
            WrongCodes = state.WrongCodes,
            Handoff = state.Handoff,
        };
    }

    private static SpokenQuestion Of(Ask ask, Language language) => new(ForTheEar.Write(ask.Spoken ?? ask.Text, language), ask.Choices)
    {
        Help = ask.Help is { } help ? ForTheEar.Write(help, language) : null,
        Wants = ask.Wants,
        NamesChoices = ask.Spoken is not null,
        Counts = ask.Counts || ask.Wants is AnswerKind.Contact or AnswerKind.Code,
        IsYesNo = ask.Choices.Count > 1 && YesWords.Contains(ask.Choices[0].Label, StringComparer.OrdinalIgnoreCase),
    };

    private static List<string> Pieces(Reply reply, Ask? question)
    {
        var pieces = new List<string>();
        var open = "";
        foreach (var unit in Units(reply, question))
        {
            if (open.Length > 0 && Words(open) + Words(unit) > WordsAtOnce)
            {
                pieces.Add(open);
                open = "";
            }

            open = open.Length == 0 ? unit : $"{open} {unit}";
        }

        if (pieces.Count > 0 && Words(open) <= WordsNotWorthAsking)
        {
            pieces[^1] = $"{pieces[^1]} {open}".TrimEnd();
        }
        else if (open.Length > 0)
        {
            pieces.Add(open);
        }

        return pieces;
    }

    /// Sentences; the last one before a source stays with it, so that nothing is heard without where it is from.
    private static List<string> Units(Reply reply, Ask? question)
    {
        var units = new List<string>();
        foreach (var (sentence, isSource) in Sentences(reply, question))
        {
            if (isSource && units.Count > 0 && Words(units[^1]) + Words(sentence) <= WordsAtOnce)
            {
                units[^1] = $"{units[^1]} {sentence}";
            }
            else
            {
                units.Add(sentence);
            }
        }

        return units;
    }

    /// With every source after the words it stands for. Links are for the text message.
    private static IEnumerable<(string Sentence, bool IsSource)> Sentences(Reply reply, Ask? question)
    {
        for (var at = 0; at < reply.Parts.Count; at++)
        {
            var spoken = reply.Parts[at] switch
            {
                // "Dites-le avec vos mots" is no help to whoever could not be understood.
                Say say when reply.Misses > 1 && say.Text == question?.Help => "",
                Say say => say.Spoken ?? say.Text,
                Ask ask when ask != question => ask.Spoken ?? ask.Text,
                // Said once, after the last of them.
                Cite when reply.Parts.ElementAtOrDefault(at + 1) is not Cite => Source(reply, at),
                _ => "",
            };
            foreach (var sentence in Cut(ForTheEar.Write(spoken, reply.Language)))
            {
                yield return (sentence, reply.Parts[at] is Cite);
            }
        }
    }

    private static string Source(Reply reply, int last)
    {
        var cites = reply.Parts.Take(last + 1).Reverse().TakeWhile(part => part is Cite).Cast<Cite>().Reverse().ToList();
        var culture = reply.Language.Culture();
        var named = string.Join(", ", cites.Select(cite => cite.Name).Distinct());
        var day = ForTheEar.Date(cites.Max(cite => cite.TrueOn), reply.Language);
        return string.Format(culture, PhoneTexts.Source, named, string.Format(culture, PhoneTexts.SourceOn, day));
    }

    /// Sentences; one that is too long to be taken in is cut between its clauses, or anywhere if there are none.
    private static IEnumerable<string> Cut(string text)
    {
        foreach (var sentence in SentenceEnd().Split(text).Where(sentence => !string.IsNullOrWhiteSpace(sentence)))
        {
            var open = "";
            foreach (var clause in Words(sentence) > WordsAtOnce ? ClauseEnd().Split(sentence) : [sentence])
            {
                if (open.Length > 0 && Words(open) + Words(clause) > WordsAtOnce)
                {
                    yield return open;
                    open = "";
                }

                open = open.Length == 0 ? clause : $"{open} {clause}";
            }

            foreach (var piece in open.Split(' ').Chunk(WordsAtOnce))
            {
                yield return string.Join(' ', piece);
            }
        }
    }

    private static int Words(string text) => text.Count(sign => sign == ' ') + 1;

    [GeneratedRegex(@"(?<=[.!?…])\s+(?=\S)")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"(?<=[,;:])\s+(?=\S)")]
    private static partial Regex ClauseEnd();
}
