using System.ComponentModel.DataAnnotations;

namespace CroissanceConnectee.Bot.Desk;

public sealed class DeskOptions
{
    /// Shown on the site and offered by the bot, as it is to be dialled. Empty: no phone line is shown.
    public string PhoneNumber { get; set; } = "";

    /// Where requests for a person are sent.
    [EmailAddress]
    public string Mailbox { get; set; } = "conseillers@localhost.localdomain";

    /// What the firm is promised.
    [Range(1, 30)]
    public int WorkingDaysToAnswer { get; set; } = 2;
}
