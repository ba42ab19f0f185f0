using System.Globalization;
using System.Text;
using CroissanceConnectee.Bot.Data;

namespace CroissanceConnectee.Bot.Desk;

/// When a firm wants to be called, after its request went out. The last one holds.
public static class SlotBrief
{
    public static Email Write(Handoff handoff, string when, string mailbox)
    {
        var text = new StringBuilder()
            .AppendLine(CultureInfo.InvariantCulture, $"Référence : {handoff.Reference}")
            .AppendLine(CultureInfo.InvariantCulture, $"À rappeler au : {Contacts.Shown(handoff.Contact!)}")
            .AppendLine(CultureInfo.InvariantCulture, $"Créneau choisi, heure de Paris : {when}");
        return new Email(mailbox, $"[{handoff.Reference}] Créneau choisi pour le rappel", text.ToString());
    }
}
