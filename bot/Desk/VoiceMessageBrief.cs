using System.Globalization;
using System.Text;
using CroissanceConnectee.Bot.Data;

namespace CroissanceConnectee.Bot.Desk;

/// A caller nobody could answer has spoken: where the desk finds the sound, and whom to call back.
public static class VoiceMessageBrief
{
    public static Email Write(string conversation, Uri sound, TimeSpan? length, string? number, string mailbox)
    {
        var text = new StringBuilder()
            .AppendLine(CultureInfo.InvariantCulture, $"À écouter : {sound}")
            .AppendLine(CultureInfo.InvariantCulture, $"Durée : {(int)(length?.TotalSeconds ?? 0)} secondes")
            .AppendLine(CultureInfo.InvariantCulture, $"À rappeler au : {(number is null ? "numéro masqué" : Contacts.Shown(number))}")
            .AppendLine(CultureInfo.InvariantCulture, $"Conversation : {conversation}");
        return new Email(mailbox, "Une entreprise a laissé un message vocal", text.ToString());
    }
}
