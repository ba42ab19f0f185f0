using System.Globalization;
using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Conversations.Understanding;

namespace CroissanceConnectee.Bot.Tests.Understanding;

/// A message in one line, as the tables of utterances write it: "person question", "!20 people 12 people", "-" for nothing.
internal static class Notation
{
    private static readonly MessageReader Reader = new();

    public static Message Read(string text) => Reader.Read(new Said(text), ConversationState.New);

    public static string Intents(Message message)
    {
        IEnumerable<string?> words =
        [
            message.Command switch
            {
                null or Command.Person => null,
                Command.Language => message.RequestedLanguage is { } language ? $"language:{language.Code()}" : "language",
                { } command => command.ToString().ToLowerInvariant(),
            },
            message.Stance?.ToString().ToLowerInvariant(),
            message.WantsPerson ? "person" : null,
            message.WantsDiagnosis ? "diagnosis" : null,
            message.WantsToSell ? "goal" : null,
            message.Frustrated ? "frustrated" : null,
            message.Greets ? "greets" : null,
            message.Thanks ? "thanks" : null,
            message.IsQuestion ? "question" : null,
            message.IsCorrection ? "correction" : null,
        ];
        return string.Join(' ', words.OfType<string>().Order(StringComparer.Ordinal)) is { Length: > 0 } said ? said : "-";
    }

    public static string Numbers(Message message) => string.Join(' ', message.Numbers.Select(Number));

    public static string Parts(Message message) => message.Parts.Count == 0 ? "-" : string.Join(" ; ", message.Parts.Select(Part));

    /// As written in a table: the order of intents does not matter.
    public static string Sorted(string intents) => string.Join(' ', intents.Split(' ').Order(StringComparer.Ordinal));

    private static string Part(Message part) => Intents(part) == "-" && part.Numbers.Count > 0 ? Numbers(part) : Intents(part);

    private static string Number(NumberMention number)
    {
        var figure = number.Min == number.Max ? Figure(number.Min) : $"{Figure(number.Min)}..{Figure(number.Max)}";
        var unit = number.Unit == NumberUnit.None ? "" : $" {number.Unit.ToString().ToLowerInvariant()}";
        return (number.Negated ? "!" : "") + (number.Approximate ? "~" : "") + figure + (number.OrMore ? "+" : "") + unit;
    }

    private static string Figure(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
