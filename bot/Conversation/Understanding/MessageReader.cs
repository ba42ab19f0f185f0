using System.Globalization;
using System.Text;

namespace CroissanceConnectee.Bot.Conversations.Understanding;

public sealed class MessageReader
{
    public const int MaxLength = 4000;

    public Message Read(TurnInput input, ConversationState state) => input switch
    {
        Said said => Read(said.Text),
        Chose chose => Read(chose.Label) with { ChoiceValue = chose.Value },
        _ => Message.Empty,
    };

    private static Message Read(string text)
    {
        var raw = text.Length > MaxLength ? text[..MaxLength] : text;
        var folded = string.Concat(raw.Normalize(NormalizationForm.FormD).ToLowerInvariant()
            .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            .Select(c => char.IsLetterOrDigit(c) ? c : ' '));
        return new Message { Raw = raw, Folded = folded.Trim(), Words = folded.Split(' ', StringSplitOptions.RemoveEmptyEntries) };
    }
}
