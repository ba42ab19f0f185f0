using System.ComponentModel.DataAnnotations;

namespace CroissanceConnectee.Bot.Desk;

public sealed class DeskOptions
{
    /// Shown on the site and offered by the bot, as it is to be dialled. Empty: no phone line is shown.
    public string PhoneNumber { get; set; } = "";

    /// Where requests for a person are sent.
    [EmailAddress]
    public string Mailbox { get; set; } = "conseillers@localhost.localdomain";

    /// Where callers who want a person are put through, E.164. Empty: they are called back.
    [RegularExpression(@"\+[1-9]\d{6,14}", ErrorMessage = "Desk:ExpertNumber must be written as +33199002018.")]
    public string ExpertNumber { get; set; } = "";

    /// What the firm is promised: as many of the desk's longest days, counted while it is open.
    [Range(1, 30)]
    public int WorkingDaysToAnswer { get; set; } = 2;
}
