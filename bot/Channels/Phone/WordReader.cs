using System.Text.RegularExpressions;
using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Conversations.Understanding;
using CroissanceConnectee.Bot.Texts;

namespace CroissanceConnectee.Bot.Channels.Phone;

/// What spoken words mean where a call stands: words for the line itself, or words for the conversation. Pure.
public sealed partial class WordReader(MessageReader reader)
{
    // Recognisers are wrong about every other phrase below that; the figure they give is a guess itself.
    private const double Sure = 0.6;

    // A whole label, among other words.
    private const double SurelyNamed = 0.8;

    private static readonly Dictionary<string, char> SpokenKeys = SpokenNames.Read("""
        1 1 un une one hein
        2 2 deux de two
        3 3 trois three
        4 4 quatre four
        5 5 cinq five
        0 0 zero
        9 9 neuf nine
        * etoile star
        # diese hash
        """);

    public CallerWish Read(CallState state, string text, double? confidence, string? own)
    {
        var words = Spoken(state, text);
        var message = reader.Read(new Said(words), ConversationState.New);
        return OfStage(state, message, confidence, own)
            ?? OfLine(message)
            ?? Key(state, message, confidence, own)
            ?? Named(state, message)
            ?? (IsDoubtful(state, message, confidence) ? new CallerWish.Doubtful(words) : (CallerWish)new CallerWish.Tell(new Said(words)));
    }

    /// Codes and addresses come as a recogniser writes them: letter names, "arobase".
    private static string Spoken(CallState state, string text) => state.Question?.Wants switch
    {
        AnswerKind.Code when Dictated.Code(text) is { } code => code,
        _ when Dictated.Address(text) is { } address => address,
        _ => text,
    };

    private CallerWish? OfStage(CallState state, Message message, double? confidence, string? own) => (state.Stage, message.Stance) switch
    {
        (Stage.More, Stance.Yes) => new CallerWish.GoOn(),
        (Stage.More, Stance.No or Stance.Skip) => new CallerWish.SkipRest(),
        (Stage.More, _) when GoesOn().IsMatch(message.Folded) => new CallerWish.GoOn(),
        (Stage.Confirm, Stance.Yes) when state.Doubtful is { } words => Read(state with { Stage = Stage.Question }, words, confidence: 1, own),
        (Stage.Confirm, Stance.No) => new CallerWish.Deny(),
        (Stage.Confirm, _) when Correction().Match(message.Raw) is { Success: true } said =>
            Read(state with { Stage = Stage.Question }, said.Groups[1].Value, confidence, own),
        (Stage.Confirm, _) => Read(state with { Stage = Stage.Question }, message.Raw, confidence, own),
        (Stage.Text or Stage.TextBeforeLeaving, Stance.Yes) => new CallerWish.ByText(state.Text),
        (Stage.Text or Stage.TextBeforeLeaving, Stance.No) => new CallerWish.NoText(),
        (Stage.Callback, Stance.Yes) => new CallerWish.CallFirm(),
        (Stage.Callback, _) => new CallerWish.Leave(),
        (Stage.Busy, _) when Waits().IsMatch(message.Folded) => new CallerWish.Wait(),
        (Stage.NotReached or Stage.Busy, _) when message.Folded.Contains("message", StringComparison.Ordinal) => new CallerWish.LeaveMessage(),
        (Stage.Question, Stance.Yes) when state.Question is { Wants: AnswerKind.Contact } && own is not null => new CallerWish.Tell(new Said(own)),
        (Stage.Question, _) when state.Question is { Wants: AnswerKind.Contact } && own is not null && ThisNumber().IsMatch(message.Folded) =>
            new CallerWish.Tell(new Said(own)),
        _ => null,
    };

    private static CallerWish? OfLine(Message message) => message switch
    {
        { Command: Command.Repeat } => new CallerWish.HearAgain(),
        { Command: Command.Stop } => new CallerWish.Leave(),
        _ when Leaves().IsMatch(message.Folded) => new CallerWish.Leave(),
        _ when CallsBack().IsMatch(message.Folded) => new CallerWish.Callback(),
        { Command: Command.Person } or { WantsPerson: true } => new CallerWish.Person(),
        _ when Elsewhere().IsMatch(message.Folded) => new CallerWish.Elsewhere(),
        _ when ByText().IsMatch(message.Folded) => new CallerWish.ByText(TextKind.Answer),
        _ when Others().IsMatch(message.Folded) => new CallerWish.OtherChoices(),
        _ => null,
    };

    /// The words of a menu: a caller repeats them. Questions that count are read by those who ask them.
    private static CallerWish.Tell? Named(CallState state, Message message)
    {
        if (state is not { Stage: Stage.Question or Stage.More, Question: { Counts: false, Choices.Count: > 1 } question } || message is not { Command: null, IsBlank: false })
        {
            return null;
        }

        var candidates = question.Choices.Select(choice => Candidate(choice, state.Language)).ToList();
        return ChoiceMatcher.Match(message, candidates, allowOrdinals: false) is [{ Score: >= SurelyNamed } named]
            ? new CallerWish.Tell(new Chose(named.Id, question.Choices.First(choice => choice.Value == named.Id).Label))
            : null;
    }

    /// As it is written and as it was said: recognisers write figures either way.
    private static ChoiceCandidate Candidate(Choice choice, Language language)
    {
        var name = choice.Label.Split(" (")[0];
        return new(choice.Value, [Folding.Fold(name), Folding.Fold(ForTheEar.Write(name, language))]);
    }

    /// "Tapez 2" is often answered by saying "deux", which is a quantity only where one was asked for.
    private static CallerWish? Key(CallState state, Message message, double? confidence, string? own)
    {
        var key = Naming().Replace(message.Folded, "").Trim();
        return SpokenKeys.TryGetValue(key, out var digit) && state.Question?.Wants is null or AnswerKind.Choice
            && !IsDoubtful(state, message, confidence)
            && KeyReader.Read(state, digit.ToString(), own) is not CallerWish.WrongKey and var meant
            ? meant
            : null;
    }

    /// Asking and commanding change nothing: only answers are read back.
    private static bool IsDoubtful(CallState state, Message message, double? confidence) =>
        state is { Question.Counts: true, Stage: Stage.Question or Stage.More or Stage.Help }
        && confidence is not >= Sure
        && message is { Command: null, IsBlank: false, WantsPerson: false, WantsDiagnosis: false, Frustrated: false, Stance: not (Stance.DontKnow or Stance.Skip) }
        && (!message.IsQuestion || message.IsElliptical);

    [GeneratedRegex(@"\b(?:attends?|attendre|patienter|patiente|wait|hold)\b", RegexOptions.NonBacktracking)]
    private static partial Regex Waits();

    [GeneratedRegex(@"^(?:la )?suite$|\bla suite\b|^(?:continuez?|poursuivez?|allez y|vas y|go on|carry on|continue|more)\b", RegexOptions.NonBacktracking)]
    private static partial Regex GoesOn();

    [GeneratedRegex(@"^\s*(?:non|no|nan)\b[\s,.:;!]*(?:c'est|it's|j'ai dit|i said)?\s*(\S.*)$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Correction();

    [GeneratedRegex(@"\b(?:ce numero|celui ci|celui la|meme numero|mon numero|this number|this one|same number|my number)\b", RegexOptions.NonBacktracking)]
    private static partial Regex ThisNumber();

    [GeneratedRegex(@"^(?:merci )?(?:au revoir|a bientot|bonne journee|je raccroche|raccrochez?|terminer|c est tout merci|goodbye|good bye|bye|bye bye|hang up)(?: merci)?$", RegexOptions.NonBacktracking)]
    private static partial Regex Leaves();

    [GeneratedRegex(@"\b(?:rappelez moi|rappelle moi|me rappeler|me rappelle|etre rappele|etre rappelee|call me back|a callback|call back)\b", RegexOptions.NonBacktracking)]
    private static partial Regex CallsBack();

    [GeneratedRegex(@"\b(?:(?:continuer|continue|reprendre|finir|terminer|poursuivre) (?:sur|par) (?:internet|le site|le web|l ordinateur|mon ordinateur)|(?:envoyez|envoie|envoyer|recevoir|donnez|veux|voudrais)(?: moi)? (?:le|un) lien|code de reprise|(?:donnez|dites|redites)(?: moi)? (?:le|mon) code|(?:continue|go on|finish) (?:online|on the (?:web|website|internet))|(?:send|give) me (?:the|a|my) (?:link|code)|resume code)\b", RegexOptions.NonBacktracking)]
    private static partial Regex Elsewhere();

    [GeneratedRegex(@"\b(?:(?:par|un|le) (?:sms|texto|s m s)|by (?:sms|text)|(?:a|the) text message|text me)\b|^(?:sms|texto)$", RegexOptions.NonBacktracking)]
    private static partial Regex ByText();

    [GeneratedRegex(@"^(?:(?:les |d |des )?autres?(?: reponses?| choix)?|suivante?s?|other answers|others|next)$", RegexOptions.NonBacktracking)]
    private static partial Regex Others();

    [GeneratedRegex(@"^(?:le |la |the )?(?:(?:numero|touche|choix|tapez|tape|reponse|number|key|press|option) )?", RegexOptions.None)]
    private static partial Regex Naming();
}
