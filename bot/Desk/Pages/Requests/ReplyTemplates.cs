using CroissanceConnectee.Bot.Conversations;
using CroissanceConnectee.Bot.Texts;

namespace CroissanceConnectee.Bot.Desk.Pages.Requests;

/// A text to begin a reply from: its title is for the adviser, its words for the firm, each in their own language.
public sealed record ReplyTemplate(string Title, string Text);

public static class ReplyTemplates
{
    private static readonly string[] Keys =
    [
        nameof(ReplyTemplateTexts.Hello), nameof(ReplyTemplateTexts.MoreAbout), nameof(ReplyTemplateTexts.Moment),
        nameof(ReplyTemplateTexts.CallYou), nameof(ReplyTemplateTexts.Diagnosis), nameof(ReplyTemplateTexts.Goodbye),
    ];

    public static IEnumerable<ReplyTemplate> All(Language desk, Language firm) => Keys.Select(key => new ReplyTemplate(Say(key + "Title", desk), firm.Bound(Say(key, firm))));

    private static string Say(string key, Language language) => ReplyTemplateTexts.ResourceManager.GetString(key, language.Culture())!;
}
