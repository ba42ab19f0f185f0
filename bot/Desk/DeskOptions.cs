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

    /// Working minutes in which an expert takes what is offered to him or her, before the next one gets it.
    [Range(1, 10_000)]
    public int MinutesToTake { get; set; } = 120;

    /// Working minutes in which whoever leads a conversation answers, before the firm goes back to the queue.
    [Range(1, 600)]
    public int MinutesToReply { get; set; } = 5;

    /// Working minutes after which a firm that waits is shown in amber, then in red.
    [Range(1, 10_000)]
    public int AmberAfterMinutes { get; set; } = 60;

    [Range(1, 10_000)]
    public int RedAfterMinutes { get; set; } = 240;
}
