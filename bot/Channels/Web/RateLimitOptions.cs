using System.ComponentModel.DataAnnotations;

namespace CroissanceConnectee.Bot.Channels.Web;

/// Requests a minute; 0 turns a limit off. A whole minute's worth may come at once.
public sealed class RateLimitOptions
{
    /// A firm's people share one address, and a chat that polls asks once a second: room for about fifteen of them.
    [Range(0, int.MaxValue)]
    public int PerAddress { get; set; } = 1200;

    /// One chat that polls five times a second, which is the official client's fastest, has some left for messages.
    [Range(0, int.MaxValue)]
    public int PerToken { get; set; } = 600;

    /// Tries to sign in at the desk from one address: a team behind one address signs in within a minute, a guesser gets nowhere.
    [Range(0, int.MaxValue)]
    public int SignInPerAddress { get; set; } = 30;

    /// Messages posted in one conversation: nobody types five a second.
    [Range(0, int.MaxValue)]
    public int PerConversation { get; set; } = 300;
}
